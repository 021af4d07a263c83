//! What an answer looks like that is written.

use amends::model::{Fact, Pack, Type, value};
use amends::plan::Shown;

use super::super::values::words;

/// What may be written for a value of a type, by examples that are such values, with the ends that its author declared.
/// `today`, in days since 1970-01-01, is the example of a date.
pub fn of(kind: &Type, pack: &Pack, today: i64) -> String {
    let ids = || kind.choices().iter().map(|choice| choice.id.as_str()).collect::<Vec<_>>().join(", ");
    let written = |scalar: i64| value::print_scalar(scalar, kind);
    let ends = ends(kind, pack);
    match kind {
        Type::YesNo => "yes or no".to_owned(),
        Type::Several(_) => format!("any of: {}; `[]` for none of them", ids()),
        Type::Choice(_) | Type::Level(_) => format!("one of: {}", ids()),
        Type::Duration { .. } => format!("a time such as {}{ends}", durations(kind)),
        Type::Date { .. } => format!("a date such as `{}`{ends}", written(within(kind, today))),
        Type::Money { .. } => {
            let example = written(within(kind, tenths(kind).saturating_mul(125)));
            format!("an amount such as `{example}`{ends}")
        }
        Type::Number { decimals: 0, .. } => format!("a whole number such as `{}`{ends}", written(within(kind, 12))),
        Type::Number { .. } => {
            let example = written(within(kind, tenths(kind).saturating_mul(25)));
            format!("a number such as `{example}`{ends}")
        }
        Type::Text | Type::Role => "a text".to_owned(),
    }
}

/// Whether it may be said of a fact that it is none.
pub fn may_be_none(fact: &Fact) -> bool {
    fact.optional || !fact.applies.is_always()
}

/// Some durations that a type has, the greatest that it has if these are none.
fn durations(kind: &Type) -> String {
    let few = [("90 min", 90), ("4 h", 240), ("2 days", 2_880)];
    let some: Vec<String> = few
        .iter()
        .filter(|(_, minutes)| within(kind, *minutes) == *minutes)
        .map(|(text, _)| format!("`{text}`"))
        .collect();
    match some.split_last() {
        None => format!("`{}`", value::duration_in_words(within(kind, i64::MAX), ("day", "days"))),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
    }
}

/// A tenth of a whole unit, at least the smallest there is.
fn tenths(kind: &Type) -> i64 {
    10_i64.saturating_pow(u32::from(kind.decimals().max(1))) / 10
}

fn within(kind: &Type, scalar: i64) -> i64 {
    let (least, most) = kind.range().unwrap_or((scalar, scalar));
    scalar.max(least).min(most)
}

/// From where to where it may be, as far as the pack says so.
fn ends(kind: &Type, pack: &Pack) -> String {
    let in_words = |scalar: i64| words(&Shown::Text(value::print_scalar(scalar, kind)), Some(kind), pack);
    match kind.declared_ends() {
        (None, None) => String::new(),
        (Some(least), None) => format!(", at least {}", in_words(least)),
        (None, Some(most)) => format!(", at most {}", in_words(most)),
        (Some(least), Some(most)) => format!(", from {} to {}", in_words(least), in_words(most)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use amends::model::Currency;

    #[test]
    fn every_example_is_a_value_of_its_type() {
        let currency = Currency { code: "EUR".to_owned(), decimals: 2 };
        let pack = Pack { currency: Some(currency), language: "en".to_owned(), ..Pack::default() };
        let number = |decimals, min, max| Type::Number { decimals, unit: Some("seats".to_owned()), min, max };
        let money = |decimals, min, max| Type::Money { decimals, min, max };
        let century = Type::MOST_DURATION;
        for (kind, form) in [
            (Type::NOW, "a date such as `2026-04-01`"),
            (Type::Date { min: 0, max: 30 }, "a date such as `1970-01-31`, from 1970-01-01 to 1970-01-31"),
            (Type::Duration { min: -century, max: century }, "a time such as `90 min`, `4 h` or `2 days`"),
            (Type::Duration { min: 0, max: 1_440 }, "a time such as `90 min` or `4 h`, from 0 min to 1 day"),
            (Type::Duration { min: 0, max: 20 }, "a time such as `20 min`, from 0 min to 20 min"),
            (money(2, 0, 50_000), "an amount such as `12.50`, from 0.00 EUR to 500.00 EUR"),
            (money(0, -1_000_000_000, 999), "an amount such as `125`, at most 999 EUR"),
            (number(0, 1, 1_000_000_000), "a whole number such as `12`, at least 1 seats"),
            (number(1, 0, 20), "a number such as `2.0`, from 0.0 seats to 2.0 seats"),
        ] {
            let told = of(&kind, &pack, 20_544);
            assert_eq!(told, form);
            for example in told.split('`').skip(1).step_by(2) {
                assert!(value::parse(example, &kind).is_ok(), "{example} of {told}");
            }
        }
    }
}
