//! More decimals than a type has, as in `1.500` for money: often the point is meant to part thousands.

use crate::model::Type;

/// Whether a written number has more decimals than its type, all of them zeros, so that it can be read all the same. Other
/// types than numbers and money have none.
pub(super) fn are_needless(written: &str, kind: &Type) -> bool {
    let is_decimal = matches!(kind, Type::Number { .. } | Type::Money { .. });
    let needless = parts(written).and_then(|(_, fraction)| fraction.get(usize::from(kind.decimals())..));
    is_decimal && needless.is_some_and(|rest| !rest.is_empty() && are_zeros(rest))
}

/// How to write a number that has more decimals than its type, perhaps with its unit behind it.
pub(super) fn way_out(written: &str, kind: &Type) -> String {
    let (number, unit) = cut_unit(written);
    let most = usize::from(kind.decimals());
    let (whole, fraction) = parts(number).unwrap_or((number, ""));
    let (kept, rest) = fraction.split_at_checked(most).unwrap_or((fraction, ""));
    let is_same = are_zeros(rest);
    let shorter = if kept.is_empty() { whole.to_owned() } else { format!("{whole}.{kept}") };
    let owner = if matches!(kind, Type::Money { .. }) { kind.id() } else { "its type" };
    let has = match most {
        0 => format!("{owner} has no decimals"),
        1 => format!("{owner} has 1 decimal"),
        _ => format!("{owner} has {most} decimals"),
    };
    let has = match kind {
        Type::Number { .. } => format!("{has}, and `decimals` where it is declared allows more"),
        _ => has,
    };
    match (are_thousands(whole, fraction), is_same) {
        (true, true) => format!("write `{whole}{fraction}{unit}` for thousands, or `{shorter}{unit}`: {has}"),
        (true, false) => format!("write `{whole}{fraction}{unit}` for thousands; {has}"),
        (false, true) => format!("write `{shorter}{unit}`: {has}"),
        (false, false) => has,
    }
}

/// What stands before the point and behind it.
fn parts(number: &str) -> Option<(&str, &str)> {
    let (whole, fraction) = number.split_once('.')?;
    fraction.bytes().all(|byte| byte.is_ascii_digit()).then_some((whole, fraction))
}

fn are_zeros(digits: &str) -> bool {
    digits.bytes().all(|digit| digit == b'0')
}

/// A number, and what stands behind it with the space between.
fn cut_unit(written: &str) -> (&str, &str) {
    let is_inside = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | '-' | '+');
    written
        .split_at_checked(written.find(|letter| !is_inside(letter)).unwrap_or(written.len()))
        .unwrap_or((written, ""))
}

/// Whether the point can be meant to part thousands: three digits behind it, and a number from 1 to 999 before it.
fn are_thousands(whole: &str, fraction: &str) -> bool {
    let digits = whole.trim_start_matches(['-', '+']);
    fraction.len() == 3 && (1..=3).contains(&digits.len()) && !digits.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONEY: Type = Type::Money { decimals: 2, min: 0, max: 1_000_000 };
    const WHOLE: Type = Type::Number { decimals: 0, unit: None, min: 0, max: 1_000_000 };

    #[test]
    fn zeros_can_be_too_many() {
        for (written, kind, needless) in [
            ("1.500", &MONEY, true),
            ("1.50", &MONEY, false),
            ("1500", &MONEY, false),
            ("1.505", &MONEY, false),
            ("-1.500", &MONEY, true),
            ("1.0", &WHOLE, true),
            ("1", &WHOLE, false),
            ("2026-01-01", &Type::NOW, false),
        ] {
            assert_eq!(are_needless(written, kind), needless, "{written}");
        }
    }

    #[test]
    fn what_may_be_meant_is_said() {
        const HAS: &str = "its type has no decimals, and `decimals` where it is declared allows more";
        for (written, kind, help) in [
            ("1.500", &MONEY, "write `1500` for thousands, or `1.50`: money has 2 decimals".to_owned()),
            ("-1.500", &MONEY, "write `-1500` for thousands, or `-1.50`: money has 2 decimals".to_owned()),
            ("1.500 EUR", &MONEY, "write `1500 EUR` for thousands, or `1.50 EUR`: money has 2 decimals".to_owned()),
            ("2.505", &MONEY, "write `2505` for thousands; money has 2 decimals".to_owned()),
            ("0.250", &MONEY, "write `0.25`: money has 2 decimals".to_owned()),
            ("0.255", &MONEY, "money has 2 decimals".to_owned()),
            ("12.5000", &MONEY, "write `12.50`: money has 2 decimals".to_owned()),
            ("1.000", &WHOLE, format!("write `1000` for thousands, or `1`: {HAS}")),
            ("3.0", &WHOLE, format!("write `3`: {HAS}")),
            ("3.5", &WHOLE, HAS.to_owned()),
        ] {
            assert_eq!(way_out(written, kind), help, "{written}");
        }
    }
}
