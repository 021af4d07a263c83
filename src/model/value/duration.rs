//! Lengths of time, in minutes.

use super::ValueError;
use super::number::whole;
use crate::text::{concat, digits};

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
    }
}
