//! Formulas as people write them. A formula holds bare constants; what each of them is a figure of, and so its unit, follows
//! from what stands around it.

use amends::model::{DateUnit, Formula, Name, Pack, Rounding, SettingId, Type, Value, date, value};
use amends::plan::Shown;

use super::values::words;

/// Something that a formula reads.
#[derive(Clone, Copy)]
pub enum Read {
    Name(Name),
    Setting(SettingId),
}

/// How formulas of a pack are written: `named` says what people call something that one reads.
pub struct Writer<'a> {
    pub pack: &'a Pack,
    pub named: &'a dyn Fn(Read) -> String,
}

/// How tightly an operator binds: sums least, then products, then what stands alone.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Binds {
    Sum,
    Product,
    Alone,
}

/// What a figure is one of.
#[derive(Clone, Copy, PartialEq)]
enum Sort {
    Number,
    Duration,
    Money,
    Date,
}

impl Sort {
    fn of(kind: &Type) -> Option<Sort> {
        match kind {
            Type::Number { .. } => Some(Sort::Number),
            Type::Duration { .. } => Some(Sort::Duration),
            Type::Money { .. } => Some(Sort::Money),
            Type::Date { .. } => Some(Sort::Date),
            _ => None,
        }
    }
}

/// How results become multiples of a step, as rule files write it.
pub fn mode(mode: Rounding) -> &'static str {
    match mode {
        Rounding::HalfUp => "half-up",
        Rounding::HalfDown => "half-down",
        Rounding::HalfEven => "half-even",
        Rounding::Up => "up",
        Rounding::Down => "down",
        Rounding::Ceiling => "ceiling",
        Rounding::Floor => "floor",
    }
}

/// How a result is rounded: `rounded to a multiple of 0.01 EUR, halves away from zero`.
pub fn rounding(mode: Rounding, step: &str) -> String {
    let how = match mode {
        Rounding::HalfUp => "halves away from zero",
        Rounding::HalfDown => "halves towards zero",
        Rounding::HalfEven => "halves to the even one",
        Rounding::Up => "away from zero",
        Rounding::Down => "towards zero",
        Rounding::Ceiling => "upwards",
        Rounding::Floor => "downwards",
    };
    format!("rounded to a multiple of {step}, {how}")
}

impl Writer<'_> {
    /// A formula that gives a value of `kind`, where that is known.
    pub fn formula(&self, formula: &Formula, kind: Option<&Type>) -> String {
        self.written(formula, Binds::Sum, kind.and_then(Sort::of))
    }

    /// Two formulas that are held against each other, of one sort.
    pub fn pair(&self, left: &Formula, right: &Formula) -> (String, String) {
        let sort = self.sort(left).or_else(|| self.sort(right));
        (self.written(left, Binds::Sum, sort), self.written(right, Binds::Sum, sort))
    }

    fn written(&self, formula: &Formula, around: Binds, sort: Option<Sort>) -> String {
        let two = |left: (&Formula, Option<Sort>), sign: &str, right: (&Formula, Option<Sort>), (own, of_right)| {
            let text =
                format!("{} {sign} {}", self.written(left.0, own, left.1), self.written(right.0, of_right, right.1));
            bracketed(text, around > own)
        };
        let sum = || sort.or_else(|| self.sort(formula));
        let list = |parts: &[Formula]| {
            let parts = parts.iter().map(|part| self.written(part, Binds::Sum, sum()));
            parts.collect::<Vec<_>>().join(", ")
        };
        let (date, number) = (Some(Sort::Date), Some(Sort::Number));
        match formula {
            Formula::Constant { digits, decimals } => self.constant(*digits, *decimals, sort),
            Formula::Name(name) => (self.named)(Read::Name(*name)),
            Formula::Setting(setting) => (self.named)(Read::Setting(*setting)),
            Formula::Add(left, right) => two((left, sum()), "+", (right, sum()), (Binds::Sum, Binds::Sum)),
            Formula::Subtract(left, right) => two((left, sum()), "−", (right, sum()), (Binds::Sum, Binds::Product)),
            Formula::DateDifference(left, right) => two((left, date), "−", (right, date), (Binds::Sum, Binds::Product)),
            Formula::Multiply(left, right) => {
                let of_left = self.factor(right, sort);
                let of_right = self.factor(left, sort);
                two((left, of_left), "×", (right, of_right), (Binds::Product, Binds::Product))
            }
            Formula::Divide(left, right) => {
                let of_left = match self.sort(right) {
                    Some(Sort::Number) => sort,
                    other => other,
                };
                two((left, of_left), "÷", (right, self.divisor(left, sort)), (Binds::Product, Binds::Alone))
            }
            Formula::Negate(of) => format!("−{}", self.written(of, Binds::Alone, sort)),
            Formula::Min(parts) => format!("the least of ({})", list(parts)),
            Formula::Max(parts) => format!("the greatest of ({})", list(parts)),
            Formula::Floor(of) => format!("the whole part of ({})", self.written(of, Binds::Sum, sort)),
            Formula::Round { of, step, mode } => {
                let step = self.written(step, Binds::Sum, sum());
                let is_alone = matches!(**of, Formula::Constant { .. } | Formula::Name(_) | Formula::Setting(_));
                let of = bracketed(self.written(of, Binds::Sum, sort), !is_alone);
                format!("{of}, {}", rounding(*mode, &step))
            }
            Formula::DateShift { date: shifted, count, unit } => {
                let unit = match unit {
                    DateUnit::Days => "days",
                    DateUnit::Weeks => "weeks",
                    DateUnit::Months => "months",
                    DateUnit::BusinessDays => "business days",
                };
                let (sign, count) = match &**count {
                    Formula::Negate(count) => ("−", count),
                    _ => ("+", count),
                };
                let shifted = self.written(shifted, Binds::Sum, date);
                let count = self.written(count, Binds::Alone, number);
                bracketed(format!("{shifted} {sign} {count} {unit}"), around > Binds::Sum)
            }
            Formula::DaysBetween { from, to, business } => {
                let days = if *business { "business days" } else { "days" };
                let (from, to) = (self.written(from, Binds::Sum, date), self.written(to, Binds::Sum, date));
                bracketed(format!("{days} between {from} and {to}"), around > Binds::Sum)
            }
        }
    }

    fn constant(&self, digits: i64, decimals: u8, sort: Option<Sort>) -> String {
        let (min, max) = (i64::MIN, i64::MAX);
        match sort {
            Some(Sort::Money) => {
                let places = self.pack.currency.as_ref().map_or(0, |currency| currency.decimals);
                let padding = 10_i64.saturating_pow(u32::from(places.saturating_sub(decimals)));
                let kind = Type::Money { decimals: places.max(decimals), min, max };
                self.value(digits.saturating_mul(padding), &kind)
            }
            Some(Sort::Duration) if decimals == 0 => self.value(digits, &Type::Duration { min, max }),
            Some(Sort::Date) if decimals == 0 => date::print(digits),
            _ => value::print_decimal(digits, decimals),
        }
    }

    fn value(&self, scalar: i64, kind: &Type) -> String {
        words(&Shown::value(&Value::Scalar(scalar), kind, self.pack), Some(kind), self.pack)
    }

    /// What a factor beside `other` is, where the product is one of `product`.
    fn factor(&self, other: &Formula, product: Option<Sort>) -> Option<Sort> {
        match self.sort(other)? {
            Sort::Number => product,
            _ => Some(Sort::Number),
        }
    }

    /// What `dividend` is divided by, where that gives one of `quotient`.
    fn divisor(&self, dividend: &Formula, quotient: Option<Sort>) -> Option<Sort> {
        match (self.sort(dividend)?, quotient?) {
            (own, Sort::Number) => Some(own),
            _ => Some(Sort::Number),
        }
    }

    /// What a formula gives, as far as the formula itself tells.
    fn sort(&self, formula: &Formula) -> Option<Sort> {
        match formula {
            Formula::Constant { .. } => None,
            Formula::Name(name) => Sort::of(self.pack.type_of(*name)),
            Formula::Setting(setting) => {
                self.pack.settings.get(setting.index()).and_then(|setting| Sort::of(&setting.kind))
            }
            Formula::Add(left, right) | Formula::Subtract(left, right) => self.sort(left).or_else(|| self.sort(right)),
            Formula::Multiply(left, right) => match (self.sort(left), self.sort(right)) {
                (Some(Sort::Number), other) | (other, Some(Sort::Number)) => other,
                (left, right) => left.or(right),
            },
            Formula::Divide(left, right) => match (self.sort(left), self.sort(right)) {
                (Some(Sort::Number), _) => Some(Sort::Number),
                (left, Some(Sort::Number)) => left,
                (_, Some(_)) => Some(Sort::Number),
                (_, None) => None,
            },
            Formula::Negate(of) | Formula::Floor(of) | Formula::Round { of, .. } => self.sort(of),
            Formula::Min(parts) | Formula::Max(parts) => parts.iter().find_map(|part| self.sort(part)),
            Formula::DateShift { .. } => Some(Sort::Date),
            Formula::DaysBetween { .. } => Some(Sort::Number),
            Formula::DateDifference(..) => Some(Sort::Duration),
        }
    }
}

fn bracketed(text: String, brackets: bool) -> String {
    if brackets { format!("({text})") } else { text }
}
