//! Days since 1970-01-01 and the proleptic Gregorian calendar.
//!
//! The conversions are Howard Hinnant's `days_from_civil` and `civil_from_days` ("chrono-compatible low-level date
//! algorithms", 2013); a date library would cost the runtime more than all of its formulas.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "what grows with the day saturates; all else is a remainder of it, below 146,097, or its month or day"
)]

use super::value::number::whole;
use crate::text::{concat, cut, digits};

/// The day number of a date, or `None` if there is no such date. Years from 0 to 9999.
pub fn day_of(year: i64, month: i64, day: i64) -> Option<i64> {
    if !(0..=9999).contains(&year) || !(1..=12).contains(&month) || day < 1 || day > days_in(year, month) {
        return None;
    }
    Some(from_civil(year, month, day))
}

/// Year, month and day of a day number; exact for any day within a hundred million years.
pub fn civil(day: i64) -> (i64, i64, i64) {
    let shifted = day.saturating_add(719_468);
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day_of_month = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era.saturating_mul(400) + i64::from(month <= 2);
    (year, month, day_of_month)
}

/// The day `months` after (before, if negative) `day`; the end of a shorter month clamps it.
pub fn add_months(day: i64, months: i64) -> i64 {
    let (year, month, day_of_month) = civil(day);
    let total = year.saturating_mul(12).saturating_add(month - 1).saturating_add(months);
    let (year, month) = (total.div_euclid(12), total.rem_euclid(12) + 1);
    from_civil(year, month, day_of_month.min(days_in(year, month)))
}

/// `2026-04-01` as a day number.
pub fn parse(text: &str) -> Option<i64> {
    let (year, rest) = cut(text, b"-")?;
    let (month, day) = cut(rest, b"-")?;
    let part = |digits: &str, width: usize| if digits.len() == width { whole(digits) } else { None };
    day_of(part(year, 4)?, part(month, 2)?, part(day, 2)?)
}

/// A day number as `2026-04-01`.
pub fn print(day: i64) -> String {
    let (year, month, day) = civil(day);
    let (sign, width) = if year < 0 { ("-", 3) } else { ("", 4) };
    let digits = |number: i64, width| digits(number.unsigned_abs(), 10, width);
    concat(&[sign, &digits(year, width), "-", &digits(month, 2), "-", &digits(day, 2)])
}

fn from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted_month = if month > 2 { month - 3 } else { month + 9 };
    let of_year = (153 * shifted_month + 2) / 5 + day - 1;
    let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
    era.saturating_mul(146_097).saturating_add(of_era).saturating_sub(719_468)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_survives_the_way_to_days_and_back() {
        for day in (-800_000..800_000).step_by(37) {
            let (year, month, of_month) = civil(day);
            if (0..=9999).contains(&year) {
                assert_eq!(day_of(year, month, of_month), Some(day));
            }
        }
        assert_eq!(parse("1970-01-01"), Some(0));
        assert_eq!(parse("2199-12-31"), Some(super::super::Type::LAST_DATE));
        assert_eq!(parse("1900-01-01"), Some(super::super::Type::FIRST_DATE));
    }

    #[test]
    fn month_ends_clamp() {
        let from = parse("2026-01-31").expect("a date");
        assert_eq!(print(add_months(from, 1)), "2026-02-28");
        assert_eq!(print(add_months(from, 25)), "2028-02-29");
        assert_eq!(print(add_months(from, -2)), "2025-11-30");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "2026-01-01x", "+026-01-01"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
