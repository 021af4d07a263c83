//! Values in words, as somebody reads them in a terminal.

use amends::model::{Name, Pack, Type, value};
use amends::plan::Shown;

/// What the ends of an interval mean that is no tighter than the method tells (Q10).
pub const AT_WIDEST: &str = "at widest: it lies within these ends and may reach neither";

/// A value with its unit: `2 h 30 min`, `49.99 EUR`, `calm or annoyed`, `from 2 to 5 days`, `[late] or [late, rude]`.
pub fn words(shown: &Shown, kind: Option<&Type>, pack: &Pack) -> String {
    let each = |list: &[Shown]| list.iter().map(|item| words(item, kind, pack)).collect::<Vec<_>>();
    match shown {
        Shown::Undetermined => "undetermined".to_owned(),
        Shown::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Shown::Number(number) => with_unit(&number.to_string(), kind),
        Shown::Text(text) => text_in_words(text, kind, pack),
        Shown::List(list) if list.is_empty() => "none of them".to_owned(),
        Shown::List(list) => each(list).join(", "),
        Shown::Values(values) => {
            values.iter().map(|value| one_of_several(value, kind, pack)).collect::<Vec<_>>().join(" or ")
        }
        Shown::Interval { low, high, outer, none } => {
            let (low, high) = (words(low, kind, pack), words(high, kind, pack));
            let about = if *outer { "at widest " } else { "" };
            let none = if *none { ", or none" } else { "" };
            format!("{about}from {low} to {high}{none}")
        }
        Shown::Object(entries) => {
            let entry = |(id, value): &(String, Shown)| {
                let kind = pack.name(id).map(|name: Name| pack.type_of(name));
                format!("{id} {}", one_of_several(value, kind, pack))
            };
            entries.iter().map(entry).collect::<Vec<_>>().join(", ")
        }
    }
}

/// A value among others; a list stands in brackets, so that one sees where it ends.
fn one_of_several(shown: &Shown, kind: Option<&Type>, pack: &Pack) -> String {
    match shown {
        Shown::List(list) if !list.is_empty() => format!("[{}]", words(shown, kind, pack)),
        shown => words(shown, kind, pack),
    }
}

fn text_in_words(text: &str, kind: Option<&Type>, pack: &Pack) -> String {
    if text == "none" {
        return text.to_owned();
    }
    match kind {
        Some(Type::Duration { .. }) => {
            value::duration(text).map_or_else(|_| text.to_owned(), |minutes| duration(minutes, &pack.language))
        }
        Some(Type::Money { .. }) => {
            let code = pack.currency.iter().map(|currency| format!(" {}", currency.code));
            std::iter::once(text.to_owned()).chain(code).collect()
        }
        Some(Type::Number { .. }) => with_unit(text, kind),
        Some(Type::Role) => {
            let role = pack.roles.iter().find(|role| role.id == text);
            role.map_or_else(|| text.to_owned(), |role| role.title.clone())
        }
        Some(kind) => {
            let choice = kind.choices().iter().find(|choice| choice.id == text);
            choice.map_or_else(|| text.to_owned(), |choice| choice.title.clone())
        }
        None => text.to_owned(),
    }
}

fn with_unit(number: &str, kind: Option<&Type>) -> String {
    match kind {
        Some(Type::Number { unit: Some(unit), .. }) => format!("{number} {unit}"),
        _ => number.to_owned(),
    }
}

/// Minutes as people say them: in the units of rule files, of which only the day has a word to be translated. Other
/// languages than English have its international symbol.
fn duration(minutes: i64, language: &str) -> String {
    let days = if language == "en" { ("day", "days") } else { ("d", "d") };
    value::duration_in_words(minutes, days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use amends::model::Currency;

    #[test]
    fn values_read_as_people_say_them() {
        let currency = Currency { code: "EUR".to_owned(), decimals: 2 };
        let mut pack = Pack { currency: Some(currency), language: "en".to_owned(), ..Pack::default() };
        let duration = Type::Duration { min: 0, max: 1 };
        let money = Type::Money { decimals: 2, min: 0, max: 1 };
        let interval = |low: &str, high: &str| Shown::Interval {
            low: Box::new(Shown::text(low)),
            high: Box::new(Shown::text(high)),
            outer: false,
            none: true,
        };
        let list = |items: &[&str]| Shown::List(items.iter().map(|item| Shown::text(item)).collect());
        for (shown, kind, expected) in [
            (Shown::text("PT1H30M"), &duration, "1 h 30 min"),
            (Shown::text("P1D"), &duration, "1 day"),
            (Shown::text("P56D"), &duration, "56 days"),
            (Shown::text("PT0M"), &duration, "0 min"),
            (Shown::text("49.90"), &money, "49.90 EUR"),
            (Shown::text("none"), &money, "none"),
            (interval("0.00", "5.00"), &money, "from 0.00 EUR to 5.00 EUR, or none"),
            (Shown::Values(vec![Shown::YesNo(true), Shown::text("none")]), &Type::YesNo, "yes or none"),
            (
                Shown::Values(vec![list(&["a"]), list(&["a", "b"]), list(&[])]),
                &Type::Text,
                "[a] or [a, b] or none of them",
            ),
            (list(&["a", "b"]), &Type::Text, "a, b"),
        ] {
            assert_eq!(words(&shown, Some(kind), &pack), expected);
        }
        pack.language = "uk".to_owned();
        assert_eq!(words(&Shown::text("P56DT2H"), Some(&duration), &pack), "56 d 2 h");
    }
}
