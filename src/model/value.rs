//! Values as they are written, and as they are counted.

use super::{Choice, Type, date};
use crate::text::{concat, cut, digits, whole as print_whole};

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

/// Why a text is no value of its type. Whoever says so has the type, and with it what could have been written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueError {
    /// What was expected, as in "a duration such as `90 min` or `2 days`".
    Expected(&'static str),
    /// Not among the declared values.
    NotDeclared,
    /// More decimals than the type has.
    TooFine,
    /// A number beyond any that can be counted.
    TooLarge,
    /// Beyond the type's bounds.
    OutOfBounds,
    /// Months and years have no fixed length.
    NoFixedLength,
}

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
        Some((min, max)) if scalar < min || scalar > max => Err(ValueError::OutOfBounds),
        _ => Ok(scalar),
    }
}

/// The least and the greatest scalar of a type as text; of a type without bounds, what can be counted.
pub fn print_bounds(kind: &Type) -> (String, String) {
    let (min, max) = kind.range().unwrap_or((i64::MIN, i64::MAX));
    (print_scalar(min, kind), print_scalar(max, kind))
}

/// A scalar as text: choices by id, decimals and money with all their decimals, durations and dates in ISO 8601.
pub fn print_scalar(scalar: i64, kind: &Type) -> String {
    match kind {
        Type::YesNo => if scalar == 0 { "no" } else { "yes" }.to_owned(),
        Type::Choice(choices) | Type::Level(choices) => usize::try_from(scalar)
            .ok()
            .and_then(|at| choices.get(at))
            .map_or_else(|| print_whole(scalar), |choice| choice.id.clone()),
        Type::Number { decimals, .. } | Type::Money { decimals, .. } => print_decimal(scalar, *decimals),
        Type::Duration { .. } => print_duration(scalar),
        Type::Date { .. } => date::print(scalar),
        Type::Several(_) | Type::Text | Type::Role => print_whole(scalar),
    }
}

/// A decimal number without a float in between: an optional sign, digits, perhaps a point and digits.
/// The result counts units of `10^-decimals`.
///
/// # Errors
/// If it is no such number, has more decimals (trailing zeros do not count), or does not fit.
pub fn decimal(text: &str, decimals: u8, expected: &'static str) -> Result<i64, ValueError> {
    shifted(text, i64::from(decimals)).unwrap_or(Err(ValueError::Expected(expected)))
}

/// [`decimal`], perhaps with an exponent, as in `1.5e3`: JSON and JavaScript may write numbers so. An exponent beyond a
/// hundred either way counts as a hundred, which no quantity comes near.
///
/// # Errors
/// As [`decimal`].
pub fn scientific(text: &str, decimals: u8, expected: &'static str) -> Result<i64, ValueError> {
    const FARTHEST: i64 = 100;
    let (mantissa, exponent) = cut(text, b"eE").unwrap_or((text, "0"));
    let unsigned = without_sign(exponent);
    if !is_digits(unsigned) {
        return Err(ValueError::Expected(expected));
    }
    let places = whole(unsigned).unwrap_or(FARTHEST).min(FARTHEST);
    let places = if exponent.starts_with('-') { places.saturating_neg() } else { places };
    shifted(mantissa, places.saturating_add(i64::from(decimals))).unwrap_or(Err(ValueError::Expected(expected)))
}

/// A decimal number with its point moved to the right by some places. `None` if the text is no number.
fn shifted(text: &str, places: i64) -> Option<Result<i64, ValueError>> {
    let unsigned = without_sign(text);
    let (whole, fraction) = cut(unsigned, b".").unwrap_or((unsigned, "0"));
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let mut before_point = i64::try_from(whole.len()).unwrap_or(i64::MAX).saturating_add(places);
    let mut digits = whole.bytes().chain(fraction.bytes());
    let mut scalar = Some(0_i64);
    loop {
        let digit = match digits.next() {
            Some(digit) => i64::from(digit.wrapping_sub(b'0')),
            None if before_point > 0 => 0,
            None => break,
        };
        if before_point > 0 {
            scalar = scalar.and_then(|scalar| scalar.checked_mul(10)?.checked_add(digit));
        } else if digit != 0 {
            return Some(Err(ValueError::TooFine));
        }
        before_point = before_point.saturating_sub(1);
    }
    let signed = scalar.map(|scalar| if text.starts_with('-') { scalar.saturating_neg() } else { scalar });
    Some(signed.ok_or(ValueError::TooLarge))
}

fn without_sign(text: &str) -> &str {
    text.strip_prefix('-').or_else(|| text.strip_prefix('+')).unwrap_or(text)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A whole number of digits alone. `None` for any other text, and where it does not fit.
pub(super) fn whole(text: &str) -> Option<i64> {
    if is_digits(text) { shifted(text, 0)?.ok() } else { None }
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
    let mut of_dates = iso.is_some();
    let mut rest = iso.unwrap_or(unsigned);
    let mut minutes: i64 = 0;
    let mut empty = true;
    while !rest.is_empty() {
        if of_dates && let Some(time) = rest.strip_prefix('T') {
            (rest, of_dates) = (time, false);
            continue;
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (count, tail) = rest.split_at(digits);
        let tail = if iso.is_some() { tail } else { tail.trim_start() };
        let letters = if iso.is_some() { 1 } else { tail.bytes().take_while(u8::is_ascii_alphabetic).count() };
        let (Some(count), Some(word)) = (whole(count), tail.get(..letters)) else { return Err(EXPECTED) };
        let units = match (iso.is_some(), of_dates) {
            (false, _) => UNITS,
            (true, true) => UNITS_OF_DATES,
            (true, false) => UNITS_OF_TIMES,
        };
        let (_, length) = units.iter().find(|(unit, _)| *unit == word).ok_or(EXPECTED)?;
        let length = length.ok_or(ValueError::NoFixedLength)?;
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

/// Words for lengths of time, and how many minutes they are where that is fixed.
type Units = &'static [(&'static str, Option<i64>)];

const UNITS: Units = &[
    ("min", Some(1)),
    ("mins", Some(1)),
    ("minute", Some(1)),
    ("minutes", Some(1)),
    ("h", Some(60)),
    ("hour", Some(60)),
    ("hours", Some(60)),
    ("d", Some(1_440)),
    ("day", Some(1_440)),
    ("days", Some(1_440)),
    ("week", Some(10_080)),
    ("weeks", Some(10_080)),
    ("month", None),
    ("months", None),
    ("year", None),
    ("years", None),
];

/// Those of ISO 8601, before `T` and after it.
const UNITS_OF_DATES: Units = &[("D", Some(1_440)), ("W", Some(10_080)), ("M", None), ("Y", None)];
const UNITS_OF_TIMES: Units = &[("M", Some(1)), ("H", Some(60))];

/// `1234` with 2 decimals as `12.34`.
pub fn print_decimal(scalar: i64, decimals: u8) -> String {
    if decimals == 0 {
        return print_whole(scalar);
    }
    let sign = if scalar < 0 { "-" } else { "" };
    let digits = digits(scalar.unsigned_abs(), 10, usize::from(decimals) + 1);
    let (whole, fraction) = digits.split_at(digits.len().saturating_sub(usize::from(decimals)));
    concat(&[sign, whole, ".", fraction])
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
            text.push_str(&digits(count, 10, 1));
            text.push_str(unit);
        }
    }
    if total == 0 {
        text.push_str("T0M");
    }
    text
}

/// Minutes as people say them: `1 h 30 min`, `0 min`. In the units of rule files, but for the words for one day and for
/// several, which each language may have its own of.
pub fn duration_in_words(minutes: i64, (day, days): (&str, &str)) -> String {
    let total = minutes.unsigned_abs();
    let mut text = String::from(if minutes < 0 { "-" } else { "" });
    for (count, one, many) in [(total / 1_440, day, days), (total % 1_440 / 60, "h", "h"), (total % 60, "min", "min")] {
        if count > 0 {
            let gap = if text.len() > 1 { " " } else { "" };
            text.push_str(&concat(&[gap, &digits(count, 10, 1), " ", if count == 1 { one } else { many }]));
        }
    }
    if total == 0 { "0 min".to_owned() } else { text }
}

fn choice(text: &str, choices: &[Choice]) -> Result<u32, ValueError> {
    let found = choices.iter().position(|choice| choice.id == text);
    found.and_then(|at| u32::try_from(at).ok()).ok_or(ValueError::NotDeclared)
}

/// The candidate that `text` was most likely meant to be, if any is near: at most one edit in three letters away. Of
/// several the first.
pub fn nearest<'a>(text: &str, mut candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    nearest_among(text, &mut || candidates.next())
}

fn nearest_among<'a>(text: &str, next: &mut dyn FnMut() -> Option<&'a str>) -> Option<&'a str> {
    let mut limit = text.len().div_ceil(3).saturating_add(1);
    let mut nearest = None;
    while let Some(candidate) = next() {
        let edits = distance(text, candidate);
        if edits < limit {
            (limit, nearest) = (edits, Some(candidate));
        }
    }
    nearest
}

/// The Levenshtein distance in bytes, which ids have one of for each letter, with two rows of the matrix. `strsim` has it
/// too; this is smaller in wasm than its generic one.
#[expect(clippy::arithmetic_side_effects, reason = "both texts are cut at 64 bytes")]
fn distance(a: &str, b: &str) -> usize {
    const LONGEST: usize = 64;
    let (a, b) = (a.as_bytes().iter().take(LONGEST), b.as_bytes().iter().take(LONGEST));
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (above, left) in a.enumerate() {
        let mut diagonal = above;
        let mut last = above + 1;
        for (cell, right) in row.iter_mut().skip(1).zip(b.clone()) {
            let replaced = diagonal + usize::from(left != right);
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
            assert_eq!(duration(&duration_in_words(minutes, ("day", "days"))), Ok(minutes));
        }
        for (scalar, decimals) in [(0, 2), (5, 2), (-5, 2), (-1_234, 2), (1_234, 0), (100_000, 4)] {
            assert_eq!(decimal(&print_decimal(scalar, decimals), decimals, "a number"), Ok(scalar));
        }
    }

    #[test]
    fn numbers_are_never_floats() {
        assert_eq!(decimal("49.99", 2, "a number"), Ok(4_999));
        assert_eq!(decimal("-0.10", 1, "a number"), Ok(-1));
        assert_eq!(decimal("0.105", 2, "a number"), Err(ValueError::TooFine));
        for text in ["", "-", "1e3", "1,5", ".5", "5.", "0x1", "١"] {
            assert!(matches!(decimal(text, 0, "a number"), Err(ValueError::Expected(_))), "{text}");
        }
        assert_eq!(decimal("9223372036854775808", 0, "a number"), Err(ValueError::TooLarge));
        assert_eq!(decimal("9223372036854775807.1", 0, "a number"), Err(ValueError::TooFine));
    }

    #[test]
    fn an_exponent_moves_the_point() {
        for (text, decimals, scalar) in [
            ("1.5e3", 0, 1_500),
            ("1.5E+3", 2, 150_000),
            ("15e-1", 1, 15),
            ("-120e-2", 1, -12),
            ("0.001e3", 0, 1),
            ("0e99999999999", 0, 0),
            ("7", 1, 70),
        ] {
            assert_eq!(scientific(text, decimals, "a number"), Ok(scalar), "{text}");
        }
        assert_eq!(scientific("1e-99999999999", 9, "a number"), Err(ValueError::TooFine));
        assert_eq!(scientific("1e99999999999", 0, "a number"), Err(ValueError::TooLarge));
        for text in ["1e", "e3", "1e+", "1e1.0", "1e1e1"] {
            assert_eq!(scientific(text, 0, "a number"), Err(ValueError::Expected("a number")), "{text}");
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
