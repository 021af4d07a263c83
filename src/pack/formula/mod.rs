//! Formulas: parts that fit together, of the type that is due.

mod syntax;

use crate::model::value::ValueError;
use crate::model::{Comparison, DateUnit, Formula, Relation, Rounding, Type, Value, value};

use self::syntax::{Expression, Function, Unit, What};
use super::codes;
use super::decimals;
use super::diagnostic::Sink;
use super::document::Text;
use super::item;
use super::kinds::are_alike;
use super::literal::Problem;
use super::names::{self, Names, Readable};

/// What a part of a formula is.
#[derive(Debug, Clone, PartialEq)]
enum Sort {
    Number,
    Money,
    Duration,
    Date,
    /// Made with a written number: a number, or money where money is due.
    Written,
    /// Yes-no, choices and levels, which can only be copied.
    Copied(Type),
}

impl Sort {
    fn of(kind: &Type) -> Option<Sort> {
        Some(match kind {
            Type::Number { .. } => Sort::Number,
            Type::Money { .. } => Sort::Money,
            Type::Duration { .. } => Sort::Duration,
            Type::Date { .. } => Sort::Date,
            Type::YesNo | Type::Choice(_) | Type::Level(_) => Sort::Copied(kind.clone()),
            Type::Several(_) | Type::Text | Type::Role => return None,
        })
    }

    fn word(&self) -> &'static str {
        match self {
            Sort::Number | Sort::Written => "a number",
            Sort::Money => "money",
            Sort::Duration => "a duration",
            Sort::Date => "a date",
            Sort::Copied(_) => "no quantity",
        }
    }

    fn is_numeric(&self) -> bool {
        matches!(self, Sort::Number | Sort::Written)
    }
}

/// Reads a formula that gives the type `due`; a leading `=` may stand. What is wrong is reported.
pub(super) fn formula(text: Text<'_>, due: &Type, names: &Names, sink: &mut Sink) -> Option<Formula> {
    let expression = syntax::parse(without_equals(text), sink)?;
    let (formula, sort) = Typing { names, sink }.part(&expression)?;
    let fits = match (&sort, due) {
        (Sort::Written, Type::Number { .. } | Type::Money { .. }) => true,
        (Sort::Copied(kind), _) => are_alike(kind, due),
        _ => Sort::of(due).as_ref() == Some(&sort),
    };
    if fits {
        return is_plain(&expression, due, sink).then_some(formula);
    }
    let help = match (&sort, due) {
        (Sort::Written, Type::Duration { .. }) => "write the unit, as in `2 h`, or multiply by `1 h`",
        (Sort::Number, Type::Duration { .. }) => "multiply by a unit, as in `hours_lost * 1 h`",
        (Sort::Number, Type::Money { .. }) => "multiply by an amount, as in `10.00 * days`",
        (Sort::Duration, Type::Number { .. }) => "divide by a unit, as in `waited / 1 h`",
        (Sort::Money, Type::Number { .. }) => "divide by an amount",
        (Sort::Copied(_), _) => "only `= the_name` of one with the same values can be copied; else write rows",
        _ => "change the formula, or the declared type",
    };
    let due = due.id();
    sink.error(codes::FORMULA_TYPES, text.place(), format_args!("this is {}, but the type is `{due}`", sort.word()))
        .help(help);
    None
}

/// Whether a part is no written number with needless decimals where a type is due; reports it if it is. Decimals that say
/// something may be part of what is reckoned, and are looked at with the result.
fn is_plain(part: &Expression<'_>, due: &Type, sink: &mut Sink) -> bool {
    let number = match &part.what {
        What::Negate(of) => of,
        _ => part,
    };
    let is_needless = matches!(number.what, What::Number) && decimals::are_needless(number.text.text, due);
    if is_needless {
        Problem::Value(ValueError::TooFine).report(number.text, due, sink);
    }
    !is_needless
}

/// `goodwill_amount <= price * 150 / 100`.
pub(super) fn comparison(text: Text<'_>, names: &Names, sink: &mut Sink) -> Option<Comparison> {
    let (left_text, relation, right_text) = syntax::relation(text, sink)?;
    let (left, right) = (syntax::parse(left_text, sink), syntax::parse(right_text, sink));
    let (left_part, right_part) = (left?, right?);
    let mut typing = Typing { names, sink };
    let (left, left_sort) = typing.part(&left_part)?;
    let (right, right_sort) = typing.part(&right_part)?;
    let sort = typing.common(&left_sort, &right_sort, text)?;
    typing.are_plain([&left_part, &right_part], &sort).then_some(())?;
    let relation = match relation.text {
        "<=" => Relation::AtMost,
        ">=" => Relation::AtLeast,
        "<" => Relation::Less,
        ">" => Relation::Greater,
        _ => Relation::Equal,
    };
    Some(Comparison { left, relation, right })
}

/// `half-up 0.01`: the mode, and the step in the type of what is rounded; either alone has the usual other.
pub(super) fn rounding(text: Text<'_>, kind: &Type, names: &Names, sink: &mut Sink) -> Option<(Rounding, Formula)> {
    let text = text.trim();
    let (word, rest) = text.text.split_once(char::is_whitespace).unwrap_or((text.text, ""));
    let starts_with_mode = word.starts_with(|first: char| first.is_alphabetic());
    let (mode, step) = match starts_with_mode {
        true => {
            (text.slice(0..word.len()), text.slice(text.text.len().saturating_sub(rest.len())..text.text.len()).trim())
        }
        false => (text.slice(0..0), text),
    };
    let mode = match mode.text {
        "" => Rounding::HalfUp,
        _ => item::one_of(mode, "rounding", &MODES, sink)?,
    };
    if step.text.is_empty() {
        return Some((mode, Formula::Constant { digits: 1, decimals: kind.decimals() }));
    }
    let formula = formula(step, kind, names, sink)?;
    check_step(&formula, step, names, sink).then_some((mode, formula))
}

const MODES: [(&str, Rounding); 7] = [
    ("half-up", Rounding::HalfUp),
    ("half-down", Rounding::HalfDown),
    ("half-even", Rounding::HalfEven),
    ("up", Rounding::Up),
    ("down", Rounding::Down),
    ("ceiling", Rounding::Ceiling),
    ("floor", Rounding::Floor),
];

/// Whether a formula is a positive constant, as a step must be; reports it if not.
fn check_step(step: &Formula, text: Text<'_>, names: &Names, sink: &mut Sink) -> bool {
    let is_positive = match step {
        Formula::Constant { digits, .. } => *digits > 0,
        Formula::Setting(setting) => {
            let value = names.settings.get(setting.index()).and_then(|(_, value)| value.as_ref());
            matches!(value, Some(Value::Scalar(scalar)) if *scalar > 0)
        }
        _ => false,
    };
    if !is_positive {
        sink.error(codes::ROUNDING, text.place(), "the step of a rounding is a written quantity above zero")
            .help("write it as in `half-up 0.01`, `down 1 h` or `round(price / 3, 0.05)`");
    }
    is_positive
}

/// Without the `=` that marks a formula in a cell.
fn without_equals(text: Text<'_>) -> Text<'_> {
    let text = text.trim();
    if text.text.starts_with('=') { text.slice(1..text.text.len()).trim() } else { text }
}

struct Typing<'a, 's> {
    names: &'a Names,
    sink: &'s mut Sink,
}

type Typed = (Formula, Sort);

impl Typing<'_, '_> {
    fn part(&mut self, part: &Expression<'_>) -> Option<Typed> {
        match &part.what {
            What::Number => self.number(part.text),
            What::Date => {
                let digits = item::day_of_text(part.text, self.sink)?;
                Some((Formula::Constant { digits, decimals: 0 }, Sort::Date))
            }
            What::Name => self.name(part.text),
            What::Negate(of) => {
                let (formula, sort) = self.part(of)?;
                if matches!(sort, Sort::Date | Sort::Copied(_)) {
                    return self.wrong(part.text, &format!("{} cannot be negated", sort.word()), "take out the minus");
                }
                Some((negated(formula), sort))
            }
            What::Add(left, right) => self.sum(part, left, right, false),
            What::Subtract(left, right) => self.sum(part, left, right, true),
            What::Multiply(left, right) => self.product(part, left, right),
            What::Divide(left, right) => self.ratio(part, left, right),
            What::Call(function, parts) => self.call(*function, parts, part.text),
            What::Counted(count, unit) => self.duration(count, *unit, part.text),
            What::Between { from, to, business } => self.between(from, to, *business, part.text),
        }
    }

    fn wrong<T>(&mut self, at: Text<'_>, message: &str, help: &str) -> Option<T> {
        self.sink.error(codes::FORMULA_TYPES, at.place(), message).help(help);
        None
    }

    fn number(&mut self, text: Text<'_>) -> Option<Typed> {
        let fraction = text.text.split_once('.').map_or("", |(_, fraction)| fraction.trim_end_matches('0'));
        let decimals = u8::try_from(fraction.len()).unwrap_or(u8::MAX);
        let digits = if decimals > 15 { None } else { value::decimal(text.text, decimals, "").ok() };
        let Some(digits) = digits else {
            self.sink
                .error(codes::FORMULA, text.place(), format_args!("`{}` is no number", text.text))
                .help("write digits, and perhaps a point and up to 15 more");
            return None;
        };
        Some((Formula::Constant { digits, decimals }, Sort::Written))
    }

    fn name(&mut self, text: Text<'_>) -> Option<Typed> {
        let Some(readable) = self.names.readable(text, self.sink).ok()? else {
            names::unknown(text, "fact, output, value or setting", self.names.readable_ids(), self.sink);
            return None;
        };
        let Some(sort) = Sort::of(readable.kind()) else {
            let kind = readable.kind().id();
            return self.wrong(
                text,
                &format!("`{}` is of the type `{kind}`, with which no formula reckons", text.text),
                "formulas read quantities",
            );
        };
        Some(match readable {
            Readable::Name(name, _) => (Formula::Name(name), sort),
            Readable::Setting(setting, ..) => (Formula::Setting(setting), sort),
        })
    }

    /// The sort of a sum, or of what is compared: both of one, a written number taking the other's if that is money.
    fn common(&mut self, left: &Sort, right: &Sort, at: Text<'_>) -> Option<Sort> {
        let help = match (left, right) {
            (Sort::Copied(_), _) | (_, Sort::Copied(_)) => "only quantities can be reckoned with",
            (Sort::Written, Sort::Duration) | (Sort::Duration, Sort::Written) => {
                "write the number's unit, as in `24 h`"
            }
            (Sort::Written, Sort::Number | Sort::Written) | (Sort::Number, Sort::Written) => {
                return Some(Sort::Written);
            }
            (Sort::Written, Sort::Money) | (Sort::Money, Sort::Written) => return Some(Sort::Money),
            (Sort::Date, other) | (other, Sort::Date) if other.is_numeric() => {
                "write the unit, as in `bought_on + 14 days`"
            }
            _ if left == right => return Some(left.clone()),
            _ => "convert one of them first: dividing by `1 h` gives a number, multiplying by it a duration",
        };
        self.wrong(at, &format!("{} and {} do not go together", left.word(), right.word()), help)
    }

    /// [`is_plain`] of all parts that meet money.
    fn are_plain<'p>(&mut self, parts: impl IntoIterator<Item = &'p Expression<'p>>, sort: &Sort) -> bool {
        let Some(currency) = self.names.currency.as_ref().filter(|_| *sort == Sort::Money) else { return true };
        let due = Type::Money { decimals: currency.decimals, min: i64::MIN, max: i64::MAX };
        parts.into_iter().fold(true, |all, part| is_plain(part, &due, self.sink) && all)
    }

    fn sum(
        &mut self,
        part: &Expression<'_>,
        left: &Expression<'_>,
        right: &Expression<'_>,
        minus: bool,
    ) -> Option<Typed> {
        // Months and business days exist beside a date only, so the date is read first.
        if let (What::Counted(count, unit), false) = (&left.what, minus)
            && matches!(unit, Unit::Months | Unit::BusinessDays)
        {
            let date = self.part(right)?;
            return self.shift(date, count, *unit, false, part.text);
        }
        let parts = [left, right];
        let (left, left_sort) = self.part(left)?;
        if left_sort == Sort::Date
            && let What::Counted(count, unit @ (Unit::Days | Unit::Weeks | Unit::Months | Unit::BusinessDays)) =
                &right.what
        {
            return self.shift((left, left_sort), count, *unit, minus, part.text);
        }
        let (right, right_sort) = self.part(right)?;
        match (&left_sort, &right_sort) {
            (Sort::Date, Sort::Date) if minus => {
                Some((Formula::DateDifference(Box::new(left), Box::new(right)), Sort::Duration))
            }
            (Sort::Date, Sort::Date) => {
                self.wrong(part.text, "two dates cannot be added", "subtract them, or add days")
            }
            (Sort::Date, Sort::Duration) => Some((by_duration(left, right, minus), Sort::Date)),
            (Sort::Duration, Sort::Date) if !minus => Some((by_duration(right, left, false), Sort::Date)),
            _ => {
                let sort = self.common(&left_sort, &right_sort, part.text)?;
                self.are_plain(parts, &sort).then_some(())?;
                let (left, right) = (Box::new(left), Box::new(right));
                Some((if minus { Formula::Subtract(left, right) } else { Formula::Add(left, right) }, sort))
            }
        }
    }

    /// A date moved by a counted unit.
    fn shift(&mut self, date: Typed, count: &Expression<'_>, unit: Unit, minus: bool, at: Text<'_>) -> Option<Typed> {
        if date.1 != Sort::Date {
            return self.wrong(
                at,
                "only a date can be moved by months or business days",
                "durations are in minutes, hours, days or weeks",
            );
        }
        let (formula, sort) = self.part(count)?;
        if !sort.is_numeric() {
            return self.wrong(
                count.text,
                &format!("this is {}, where a number is counted", sort.word()),
                "write how many",
            );
        }
        let unit = match unit {
            Unit::Weeks => DateUnit::Weeks,
            Unit::Months => DateUnit::Months,
            Unit::BusinessDays => DateUnit::BusinessDays,
            _ => DateUnit::Days,
        };
        if unit == DateUnit::BusinessDays {
            self.need_calendar(at);
        }
        let count = if minus { negated(formula) } else { formula };
        Some((Formula::DateShift { date: Box::new(date.0), count: Box::new(count), unit }, Sort::Date))
    }

    fn duration(&mut self, count: &Expression<'_>, unit: Unit, at: Text<'_>) -> Option<Typed> {
        let minutes = match unit {
            Unit::Minutes => 1,
            Unit::Hours => 60,
            Unit::Days => 1_440,
            Unit::Weeks => 10_080,
            Unit::Months | Unit::BusinessDays => {
                return self.wrong(
                    at,
                    "this has no fixed length",
                    "months and business days stand beside a date, as in `bought_on + 2 months`",
                );
            }
        };
        let (formula, sort) = self.part(count)?;
        if !sort.is_numeric() {
            return self.wrong(
                count.text,
                &format!("this is {}, where a number is counted", sort.word()),
                "write how many",
            );
        }
        let formula = match formula {
            Formula::Constant { digits, decimals } if digits.checked_mul(minutes).is_some() => {
                Formula::Constant { digits: digits.saturating_mul(minutes), decimals }
            }
            other => Formula::Multiply(Box::new(other), Box::new(Formula::Constant { digits: minutes, decimals: 0 })),
        };
        Some((formula, Sort::Duration))
    }

    fn product(&mut self, part: &Expression<'_>, left: &Expression<'_>, right: &Expression<'_>) -> Option<Typed> {
        let (left, left_sort) = self.part(left)?;
        let (right, right_sort) = self.part(right)?;
        let sort = match (&left_sort, &right_sort) {
            (Sort::Written, Sort::Number | Sort::Written) | (Sort::Number, Sort::Written) => Sort::Written,
            (Sort::Number, Sort::Number) => Sort::Number,
            (Sort::Money | Sort::Duration, other) if other.is_numeric() => left_sort,
            (other, Sort::Money | Sort::Duration) if other.is_numeric() => right_sort,
            _ => {
                let message = format!("{} cannot be multiplied by {}", left_sort.word(), right_sort.word());
                return self.wrong(part.text, &message, "one of the two must be a number");
            }
        };
        Some((Formula::Multiply(Box::new(left), Box::new(right)), sort))
    }

    fn ratio(&mut self, part: &Expression<'_>, left: &Expression<'_>, right: &Expression<'_>) -> Option<Typed> {
        let (left, left_sort) = self.part(left)?;
        let (right, right_sort) = self.part(right)?;
        let sort = match (&left_sort, &right_sort) {
            (Sort::Written, other) if other.is_numeric() => Sort::Written,
            (Sort::Number, other) if other.is_numeric() => Sort::Number,
            (Sort::Money | Sort::Duration, other) if other.is_numeric() => left_sort,
            (Sort::Money | Sort::Written, Sort::Money) | (Sort::Duration, Sort::Duration) => Sort::Number,
            _ => {
                let message = format!("{} cannot be divided by {}", left_sort.word(), right_sort.word());
                return self.wrong(part.text, &message, "divide by a number, or by the same kind of quantity");
            }
        };
        if matches!(right, Formula::Constant { digits: 0, .. }) {
            return self.wrong(part.text, "nothing can be divided by zero", "divide by another number");
        }
        Some((Formula::Divide(Box::new(left), Box::new(right)), sort))
    }

    fn call(&mut self, function: Function, parts: &[Expression<'_>], at: Text<'_>) -> Option<Typed> {
        let read: Vec<Option<Typed>> = parts.iter().map(|part| self.part(part)).collect();
        let read: Vec<Typed> = read.into_iter().collect::<Option<_>>()?;
        let mut sorts = read.iter().map(|(_, sort)| sort.clone());
        let mut sort = sorts.next()?;
        for other in sorts {
            sort = self.common(&sort, &other, at)?;
        }
        self.are_plain(parts, &sort).then_some(())?;
        if let Sort::Copied(_) = sort {
            return self.wrong(
                at,
                "only quantities can be reckoned with",
                "formulas read numbers, money, durations and dates",
            );
        }
        let mut formulas = read.into_iter().map(|(formula, _)| formula);
        Some(match function {
            Function::Min => (Formula::Min(formulas.collect()), sort),
            Function::Max => (Formula::Max(formulas.collect()), sort),
            Function::Floor if matches!(sort, Sort::Duration | Sort::Date) => {
                return self.wrong(
                    at,
                    &format!("`floor` takes a number, and this is {}", sort.word()),
                    "divide by a unit first, as in `floor(waited / 1 h)`",
                );
            }
            Function::Floor => (Formula::Floor(Box::new(formulas.next()?)), sort),
            Function::Round => {
                let (of, step) = (formulas.next()?, formulas.next()?);
                if !check_step(&step, parts.get(1).map_or(at, |part| part.text), self.names, self.sink) {
                    return None;
                }
                (Formula::Round { of: Box::new(of), step: Box::new(step), mode: Rounding::HalfUp }, sort)
            }
        })
    }

    fn between(&mut self, from: &Expression<'_>, to: &Expression<'_>, business: bool, at: Text<'_>) -> Option<Typed> {
        if let What::Multiply(day, _) | What::Divide(day, _) = &to.what {
            let days = at.text.strip_suffix(to.text.text).unwrap_or("days between … and ");
            let rest = to.text.text.strip_prefix(day.text.text).unwrap_or("");
            let help = format!("put brackets around the days: `({days}{}){rest}`", day.text.text);
            return self.wrong(to.text, "this reckons with a date, where the days are meant", &help);
        }
        let (from, to) = ((self.part(from), from.text), (self.part(to), to.text));
        let mut date = |(typed, text): (Option<Typed>, Text<'_>)| {
            let (formula, sort) = typed?;
            if sort != Sort::Date {
                return self.wrong(
                    text,
                    &format!("this is {}, where a date is due", sort.word()),
                    "days are counted between two dates",
                );
            }
            Some(Box::new(formula))
        };
        let (from, to) = (date(from), date(to));
        if business {
            self.need_calendar(at);
        }
        Some((Formula::DaysBetween { from: from?, to: to?, business }, Sort::Number))
    }

    fn need_calendar(&mut self, at: Text<'_>) {
        if !self.names.has_calendar {
            self.sink
                .error(codes::NO_CALENDAR, at.place(), "business days need a calendar")
                .help("add a `[calendar]` with `working`, `holidays` and `covers` to `pack.toml`");
        }
    }
}

fn negated(formula: Formula) -> Formula {
    match formula {
        Formula::Constant { digits, decimals } => Formula::Constant { digits: digits.saturating_neg(), decimals },
        other => Formula::Negate(Box::new(other)),
    }
}

/// A date moved by a duration, which must be whole days: that is checked with the decimals of all formulas.
fn by_duration(date: Formula, duration: Formula, minus: bool) -> Formula {
    let day = Formula::Constant { digits: 1_440, decimals: 0 };
    let days = match duration {
        Formula::Constant { digits, decimals: 0 } if digits % 1_440 == 0 => {
            Formula::Constant { digits: digits / 1_440, decimals: 0 }
        }
        other => Formula::Divide(Box::new(other), Box::new(day)),
    };
    let count = if minus { negated(days) } else { days };
    Formula::DateShift { date: Box::new(date), count: Box::new(count), unit: DateUnit::Days }
}
