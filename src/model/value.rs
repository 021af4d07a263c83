//! Values as they are written, and as they are counted.

use std::fmt;

use super::{Choice, Type, date};

/// One value of a fact, output, value, setting or parameter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// The fact does not apply, no row fits, or it was given as `none`.
    None,
    /// Counted by the type: no 0 and yes 1; choices and levels from 0 in declared order; numbers in units of
    /// `10^-decimals`; money in minor units; durations in minutes; dates in days since 1970-01-01; roles from 0.
    Scalar(i64),
    /// The chosen values of a `several`: bit `n` is the value declared `n`-th, from 0.
    Set(u64),
    Text(String),
}

/// Why a text is no value of its type. The messages name what was expected, never a Rust type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueError {
    /// What was expected, as in "a duration such as `90 min` or `2 days`".
    Expected(&'static str),
    /// Not among the declared values, with the nearest of them.
    NotDeclared { nearest: Option<String>, declared: Vec<String> },
    /// More decimals than the type has.
    TooFine { decimals: u8 },
    /// Beyond the type's bounds, both printed as the type prints.
    OutOfBounds { min: String, max: String },
    /// Months and years have no fixed length.
    NoFixedLength,
}

impl fmt::Display for ValueError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ValueError::Expected(what) => write!(out, "expected {what}"),
            ValueError::NotDeclared { nearest: Some(nearest), .. } => {
                write!(out, "not a declared value; did you mean `{nearest}`?")
            }
            ValueError::NotDeclared { nearest: None, declared } => {
                write!(out, "not a declared value; expected one of `{}`", declared.join("`, `"))
            }
            ValueError::TooFine { decimals: 0 } => write!(out, "expected a whole number"),
            ValueError::TooFine { decimals } => write!(out, "expected at most {decimals} decimals"),
            ValueError::OutOfBounds { min, max } => write!(out, "expected a value from {min} to {max}"),
            ValueError::NoFixedLength => {
                write!(out, "months and years have no fixed length; write days or weeks")
            }
        }
    }
}

impl std::error::Error for ValueError {}

/// Reads one written value of a type: `angry`, `8 weeks`, `1 h 30 min`, `PT1H30M`, `49.99`, `2026-04-01`, `yes`.
///
/// # Errors
/// If the text is no such value, has more decimals than the type, or lies beyond its bounds. `none` and `unknown` are
/// no values; a `several` takes one of its values and gives the set of it alone.
pub fn parse(text: &str, kind: &Type) -> Result<Value, ValueError> {
    let text = text.trim();
    match kind {
        Type::Text => Ok(Value::Text(text.to_owned())),
        Type::Several(choices) => {
            let at = choice(text, choices)?;
            Ok(Value::Set(1_u64.checked_shl(at).unwrap_or(0)))
        }
        Type::Role => Err(ValueError::Expected("a role")),
        _ => parse_scalar(text, kind).map(Value::Scalar),
    }
}

/// [`parse`] for types whose values are scalars.
///
/// # Errors
/// As [`parse`].
pub fn parse_scalar(text: &str, kind: &Type) -> Result<i64, ValueError> {
    let text = text.trim();
    let scalar = match kind {
        Type::YesNo => match text {
            "yes" | "true" => Ok(1),
            "no" | "false" => Ok(0),
            _ => Err(ValueError::Expected("`yes` or `no`")),
        },
        Type::Choice(choices) | Type::Level(choices) => choice(text, choices).map(i64::from),
        Type::Number { decimals, .. } => decimal(text, *decimals, "a number"),
        Type::Money { decimals, .. } => decimal(text, *decimals, "an amount such as `49.99`"),
        Type::Duration { .. } => duration(text),
        Type::Date { .. } => date::parse(text).ok_or(ValueError::Expected("a date such as `2026-04-01`")),
        Type::Several(_) | Type::Text | Type::Role => Err(ValueError::Expected("a single quantity")),
    }?;
    within(scalar, kind)
}

/// The scalar itself, if it is within the bounds of its type.
///
/// # Errors
/// [`ValueError::OutOfBounds`].
pub fn within(scalar: i64, kind: &Type) -> Result<i64, ValueError> {
    match kind.range() {
        Some((min, max)) if scalar < min || scalar > max => {
            Err(ValueError::OutOfBounds { min: print_scalar(min, kind), max: print_scalar(max, kind) })
        }
        _ => Ok(scalar),
    }
}

/// A scalar as text: choices by id, decimals and money with all their decimals, durations and dates in ISO 8601.
pub fn print_scalar(scalar: i64, kind: &Type) -> String {
    match kind {
        Type::YesNo => if scalar == 0 { "no" } else { "yes" }.to_owned(),
        Type::Choice(choices) | Type::Level(choices) => usize::try_from(scalar)
            .ok()
            .and_then(|at| choices.get(at))
            .map_or_else(|| scalar.to_string(), |choice| choice.id.clone()),
        Type::Number { decimals, .. } | Type::Money { decimals, .. } => print_decimal(scalar, *decimals),
        Type::Duration { .. } => print_duration(scalar),
        Type::Date { .. } => date::print(scalar),
        Type::Several(_) | Type::Text | Type::Role => scalar.to_string(),
    }
}

/// A decimal number without a float in between: an optional sign, digits, perhaps a point and digits.
/// The result counts units of `10^-decimals`.
///
/// # Errors
/// If it is no such number, has more decimals (trailing zeros do not count), or does not fit.
pub fn decimal(text: &str, decimals: u8, expected: &'static str) -> Result<i64, ValueError> {
    let wrong = || ValueError::Expected(expected);
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        return Err(wrong());
    }
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > usize::from(decimals) {
        return Err(ValueError::TooFine { decimals });
    }
    let mut scalar: i64 = 0;
    let padding = usize::from(decimals).saturating_sub(fraction.len());
    for byte in whole.bytes().chain(fraction.bytes()).chain(std::iter::repeat_n(b'0', padding)) {
        scalar = scalar
            .checked_mul(10)
            .and_then(|tens| tens.checked_add(i64::from(byte.wrapping_sub(b'0'))))
            .ok_or(ValueError::Expected("a number that is not that large"))?;
    }
    Ok(if text.starts_with('-') { scalar.saturating_neg() } else { scalar })
}

/// A duration in minutes: `90 min`, `2 h`, `1 h 30 min`, `3 days`, `8 weeks`, or ISO 8601 in weeks, days, hours and
/// minutes, such as `P2DT3H`; a leading minus negates the whole.
///
/// ```
/// # use amends::model::value::duration;
/// assert_eq!(duration("1 h 30 min"), Ok(90));
/// assert_eq!(duration("P2DT3H"), Ok(3_060));
/// assert!(duration("2 months").is_err());
/// ```
///
/// # Errors
/// If it is no duration, or one in months or years.
pub fn duration(text: &str) -> Result<i64, ValueError> {
    const EXPECTED: ValueError = ValueError::Expected("a duration such as `90 min`, `2 h`, `3 days` or `8 weeks`");
    let unsigned = text.strip_prefix('-').map_or(text, str::trim_start);
    let iso = unsigned.strip_prefix('P');
    let mut rest = iso.unwrap_or(unsigned);
    let mut minutes: i64 = 0;
    let mut of_day = iso.is_none();
    let mut empty = true;
    while !rest.is_empty() {
        if iso.is_some()
            && !of_day
            && let Some(time) = rest.strip_prefix('T')
        {
            (rest, of_day) = (time, true);
            continue;
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (count, tail) = rest.split_at(digits);
        let tail = if iso.is_some() { tail } else { tail.trim_start() };
        let letters = if iso.is_some() { 1 } else { tail.bytes().take_while(u8::is_ascii_alphabetic).count() };
        let (Ok(count), Some(unit)) = (count.parse::<i64>(), tail.get(..letters)) else { return Err(EXPECTED) };
        let length = match (iso.is_some(), unit, of_day) {
            (false, "min" | "mins" | "minute" | "minutes", _) | (true, "M", true) => 1,
            (false, "h" | "hour" | "hours", _) | (true, "H", true) => 60,
            (false, "d" | "day" | "days", _) | (true, "D", false) => 1_440,
            (false, "week" | "weeks", _) | (true, "W", false) => 10_080,
            (false, "month" | "months" | "year" | "years", _) | (true, "M" | "Y", false) => {
                return Err(ValueError::NoFixedLength);
            }
            _ => return Err(EXPECTED),
        };
        minutes = count.checked_mul(length).and_then(|part| minutes.checked_add(part)).ok_or(EXPECTED)?;
        empty = false;
        rest = tail.get(letters..).unwrap_or("");
        if iso.is_none() {
            rest = rest.trim_start();
        }
    }
    if empty {
        return Err(EXPECTED);
    }
    Ok(if text.starts_with('-') { minutes.saturating_neg() } else { minutes })
}

/// `1234` with 2 decimals as `12.34`.
pub fn print_decimal(scalar: i64, decimals: u8) -> String {
    if decimals == 0 {
        return scalar.to_string();
    }
    let sign = if scalar < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", scalar.unsigned_abs(), width = usize::from(decimals) + 1);
    let (whole, fraction) = digits.split_at(digits.len().saturating_sub(usize::from(decimals)));
    format!("{sign}{whole}.{fraction}")
}

/// Minutes as ISO 8601 in days, hours and minutes: `P56D`, `PT1H30M`, `PT0M`.
pub fn print_duration(minutes: i64) -> String {
    let total = minutes.unsigned_abs();
    let (days, hours, rest) = (total / 1_440, total % 1_440 / 60, total % 60);
    let mut text = String::from(if minutes < 0 { "-P" } else { "P" });
    for (count, unit) in [(days, "D"), (hours, "H"), (rest, "M")] {
        if count > 0 {
            if unit != "D" && !text.contains('T') {
                text.push('T');
            }
            text.push_str(&count.to_string());
            text.push_str(unit);
        }
    }
    if total == 0 {
        text.push_str("T0M");
    }
    text
}

fn choice(text: &str, choices: &[Choice]) -> Result<u32, ValueError> {
    let found = choices.iter().position(|choice| choice.id == text);
    found.and_then(|at| u32::try_from(at).ok()).ok_or_else(|| ValueError::NotDeclared {
        nearest: nearest(text, choices.iter().map(|choice| choice.id.as_str())).map(str::to_owned),
        declared: choices.iter().map(|choice| choice.id.clone()).collect(),
    })
}

/// The candidate that `text` was most likely meant to be, if any is near: at most one edit in three letters away.
pub fn nearest<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = text.chars().count().div_ceil(3);
    candidates
        .map(|candidate| (distance(text, candidate), candidate))
        .filter(|(edits, _)| *edits <= limit)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| candidate)
}

/// The Levenshtein distance in characters, with two rows of the matrix. `strsim` has it too; this is smaller in wasm
/// than its generic one.
#[expect(clippy::arithmetic_side_effects, reason = "both texts are cut at 64 characters")]
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (above, left) in a.chars().take(64).enumerate() {
        let mut diagonal = above;
        let mut last = above + 1;
        for (cell, right) in row.iter_mut().skip(1).zip(&b) {
            let replaced = diagonal + usize::from(left != *right);
            diagonal = *cell;
            last = replaced.min(last + 1).min(diagonal + 1);
            *cell = last;
        }
        if let Some(first) = row.first_mut() {
            *first = above + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_write_them() {
        for (text, minutes) in [
            ("90 min", 90),
            ("2 h", 120),
            ("1 h 30 min", 90),
            ("8 weeks", 80_640),
            ("1 day", 1_440),
            ("90min", 90),
            ("PT1H30M", 90),
            ("P56D", 80_640),
            ("P1W", 10_080),
            ("PT0M", 0),
            ("-PT5M", -5),
            ("0 min", 0),
        ] {
            assert_eq!(duration(text), Ok(minutes), "{text}");
        }
        for text in ["", "5", "h", "P", "5 parsecs", "1.5 h", "PT", "5 min min", "9999999999999999999 min"] {
            assert!(matches!(duration(text), Err(ValueError::Expected(_))), "{text}");
        }
        assert_eq!(duration("2 months"), Err(ValueError::NoFixedLength));
        assert_eq!(duration("P2M"), Err(ValueError::NoFixedLength));
    }

    #[test]
    fn what_is_printed_reads_back() {
        for minutes in [-1_441, -60, -1, 0, 1, 59, 60, 90, 1_440, 1_500, 80_640, 80_641] {
            assert_eq!(duration(&print_duration(minutes)), Ok(minutes));
        }
        for (scalar, decimals) in [(0, 2), (5, 2), (-5, 2), (-1_234, 2), (1_234, 0), (100_000, 4)] {
            assert_eq!(decimal(&print_decimal(scalar, decimals), decimals, "a number"), Ok(scalar));
        }
    }

    #[test]
    fn numbers_are_never_floats() {
        assert_eq!(decimal("49.99", 2, "a number"), Ok(4_999));
        assert_eq!(decimal("-0.10", 1, "a number"), Ok(-1));
        assert_eq!(decimal("0.105", 2, "a number"), Err(ValueError::TooFine { decimals: 2 }));
        for text in ["", "-", "1e3", "1,5", ".5", "5.", "0x1", "١", "9223372036854775808"] {
            assert!(matches!(decimal(text, 0, "a number"), Err(ValueError::Expected(_))), "{text}");
        }
    }

    #[test]
    fn a_slip_of_the_pen_finds_its_word() {
        let words = ["calm", "annoyed", "angry", "furious"];
        assert_eq!(nearest("angyr", words.into_iter()), Some("angry"));
        assert_eq!(nearest("furius", words.into_iter()), Some("furious"));
        assert_eq!(nearest("happy", words.into_iter()), None);
    }
}
