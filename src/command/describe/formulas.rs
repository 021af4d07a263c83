//! Formulas as people write them, with the titles of what they read.

use amends::model::{Comparison, DateUnit, Entry, Formula, Pack, Relation, Rounding, Type, value};

use super::cells::{title, value as value_in_words};

/// How tightly an operator binds: sums least, then products, then what stands alone.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Binds {
    Sum,
    Product,
    Alone,
}

pub fn formula(formula: &Formula, pack: &Pack) -> String {
    written(formula, pack, Binds::Sum)
}

/// What a row or rule concludes.
pub fn entry(entry: &Entry, kind: &Type, pack: &Pack) -> String {
    match entry {
        Entry::Value(value) => value_in_words(value, kind, pack),
        Entry::Undecided => "undecided".to_owned(),
        Entry::Formula(formula) => self::formula(formula, pack),
    }
}

pub fn comparison(Comparison { left, relation, right }: &Comparison, pack: &Pack) -> String {
    let relation = match relation {
        Relation::Less => "is less than",
        Relation::AtMost => "is at most",
        Relation::Equal => "equals",
        Relation::AtLeast => "is at least",
        Relation::Greater => "is more than",
    };
    format!("{} {relation} {}", formula(left, pack), formula(right, pack))
}

/// How a result is rounded: `to the next 0.01, halves up`.
pub fn rounding(mode: Rounding, step: &Formula, pack: &Pack) -> String {
    let how = match mode {
        Rounding::HalfUp => "halves away from zero",
        Rounding::HalfDown => "halves towards zero",
        Rounding::HalfEven => "halves to the even one",
        Rounding::Up => "away from zero",
        Rounding::Down => "towards zero",
        Rounding::Ceiling => "upwards",
        Rounding::Floor => "downwards",
    };
    format!("rounded to a multiple of {}, {how}", formula(step, pack))
}

fn written(formula: &Formula, pack: &Pack, around: Binds) -> String {
    let two = |left: &Formula, sign: &str, right: &Formula, own: Binds, of_right: Binds| {
        let text = format!("{} {sign} {}", written(left, pack, own), written(right, pack, of_right));
        if around > own { format!("({text})") } else { text }
    };
    let list =
        |parts: &[Formula]| parts.iter().map(|part| written(part, pack, Binds::Sum)).collect::<Vec<_>>().join(", ");
    match formula {
        Formula::Constant { digits, decimals } => value::print_decimal(*digits, *decimals),
        Formula::Name(name) => title(*name, pack),
        Formula::Setting(setting) => pack
            .settings
            .get(setting.index())
            .map_or_else(String::new, |setting| value_in_words(&setting.value, &setting.kind, pack)),
        Formula::Add(left, right) => two(left, "+", right, Binds::Sum, Binds::Sum),
        Formula::Subtract(left, right) | Formula::DateDifference(left, right) => {
            two(left, "−", right, Binds::Sum, Binds::Product)
        }
        Formula::Multiply(left, right) => two(left, "×", right, Binds::Product, Binds::Product),
        Formula::Divide(left, right) => two(left, "÷", right, Binds::Product, Binds::Alone),
        Formula::Negate(of) => format!("−{}", written(of, pack, Binds::Alone)),
        Formula::Min(parts) => format!("the least of ({})", list(parts)),
        Formula::Max(parts) => format!("the greatest of ({})", list(parts)),
        Formula::Floor(of) => format!("the whole part of ({})", written(of, pack, Binds::Sum)),
        Formula::Round { of, step, mode } => {
            format!("({}), {}", written(of, pack, Binds::Sum), rounding(*mode, step, pack))
        }
        Formula::DateShift { date, count, unit } => {
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
            let text =
                format!("{} {sign} {} {unit}", written(date, pack, Binds::Sum), written(count, pack, Binds::Alone));
            if around > Binds::Sum { format!("({text})") } else { text }
        }
        Formula::DaysBetween { from, to, business } => {
            let days = if *business { "business days" } else { "days" };
            let text =
                format!("{days} between {} and {}", written(from, pack, Binds::Sum), written(to, pack, Binds::Sum));
            if around > Binds::Sum { format!("({text})") } else { text }
        }
    }
}
