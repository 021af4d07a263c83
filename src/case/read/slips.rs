//! What was most likely meant by a value that its type refuses, for those who write cases by hand.

use crate::case::Given;
use crate::model::value::{self, ValueError};
use crate::model::{Type, date};

/// What to write instead of what was given, if that can be told.
pub fn meant(kind: &Type, given: &Given, error: ValueError) -> Option<String> {
    match (kind, given, error) {
        (_, Given::Text(text), ValueError::NotDeclared) => {
            in_lower_case(kind.choices().iter().map(|one| &*one.id), text)
        }
        (Type::YesNo, Given::Text(text), _) => in_lower_case(["yes", "no", "true", "false"].into_iter(), text),
        (Type::Several(choices), Given::Text(text), _) => {
            let is_declared = choices.iter().any(|choice| choice.id == *text);
            is_declared.then(|| format!("write `[\"{text}\"]`"))
        }
        (Type::Number { .. } | Type::Money { .. }, Given::Text(text), ValueError::Expected(_)) => {
            text.bytes().find(u8::is_ascii_digit)?;
            let alone = figure(text).filter(|alone| value::parse_scalar(alone, kind).is_ok());
            Some(alone.map_or_else(
                || "write it with digits alone, and a point before its decimals".to_owned(),
                |alone| format!("write `{alone}`"),
            ))
        }
        (Type::Duration { .. }, _, ValueError::NoFixedLength) => Some("count its days".to_owned()),
        (Type::Duration { .. }, _, ValueError::Expected(_)) => duration(given),
        (Type::Date { .. }, Given::Text(text), ValueError::Expected(_)) => Some(day(text)),
        _ => None,
    }
}

fn in_lower_case<'a>(mut words: impl Iterator<Item = &'a str>, text: &str) -> Option<String> {
    words.find(|word| word.eq_ignore_ascii_case(text.trim())).map(|word| format!("did you mean `{word}`?"))
}

/// The figure in `12,50 €` or `1 299.00 EUR`; none where a comma or point may stand for decimals or for thousands.
fn figure(text: &str) -> Option<String> {
    let is_currency = |sign: char| sign.is_alphabetic() || matches!(sign, '€' | '£' | '$' | '¥' | '%');
    let digits: String =
        text.trim_matches(|sign: char| is_currency(sign) || sign.is_whitespace()).split_whitespace().collect();
    let comma = digits.find(',').filter(|_| digits.matches(',').count() == 1);
    match comma {
        Some(_) if digits.contains('.') => None,
        Some(at) if digits.len().saturating_sub(at) == 4 => None,
        _ => Some(digits.replace(',', ".")),
    }
}

fn duration(given: &Given) -> Option<String> {
    let text = match given {
        Given::Number(text) | Given::Text(text) => text.trim(),
        _ => return None,
    };
    if text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty() {
        return Some(format!("say of what: `{text} min`, `{text} h` or `{text} days`"));
    }
    text.contains(['.', ',']).then(|| "write whole numbers of smaller units: `1 h 30 min`".to_owned())
}

fn day(text: &str) -> String {
    let text = text.trim();
    let (day, rest) = text.split_at_checked("2026-04-01".len()).unwrap_or((text, ""));
    if !rest.is_empty() && date::parse(day).is_some() {
        return format!("write the day alone: `{day}`");
    }
    let is_written_right = rest.is_empty()
        && day.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    match is_written_right && day.len() == "2026-04-01".len() {
        true => "there is no such day".to_owned(),
        false => "write year, month and day, with all their digits".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_told_where_it_can_be() {
        let number = Type::Number { decimals: 0, unit: None, min: 0, max: 10_000 };
        let money = Type::Money { decimals: 2, min: 0, max: 1_000_000 };
        let duration = Type::Duration { min: 0, max: 1_000_000 };
        let unclear = "write it with digits alone, and a point before its decimals";
        for (kind, text, help) in [
            (&Type::YesNo, "Yes", Some("did you mean `yes`?")),
            (&Type::YesNo, "perhaps", None),
            (&money, "12,50", Some("write `12.50`")),
            (&money, "12.50 EUR", Some("write `12.50`")),
            (&money, "€ 1 299.00", Some("write `1299.00`")),
            (&money, "1,299", Some(unclear)),
            (&money, "1,299.00", Some(unclear)),
            (&money, "1.299,00", Some(unclear)),
            (&money, "a lot", None),
            (&number, "40 %", Some("write `40`")),
            (&number, "40,5", Some(unclear)),
            (&duration, "90", Some("say of what: `90 min`, `90 h` or `90 days`")),
            (&duration, "1.5 h", Some("write whole numbers of smaller units: `1 h 30 min`")),
            (&duration, "2 months", Some("count its days")),
            (&duration, "long", None),
            (&Type::NOW, "2026-04-01T10:00:00Z", Some("write the day alone: `2026-04-01`")),
            (&Type::NOW, "2026-02-30", Some("there is no such day")),
            (&Type::NOW, "1.4.2026", Some("write year, month and day, with all their digits")),
            (&Type::NOW, "２０２６", Some("write year, month and day, with all their digits")),
        ] {
            let error = value::parse_scalar(text, kind).expect_err(text);
            assert_eq!(meant(kind, &Given::Text(text.to_owned()), error).as_deref(), help, "{text}");
        }
    }
}
