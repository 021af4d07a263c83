//! Days, one by one.

use amends::model::{Calendar, date};

/// The same day of the month so many months later, or the last day of a shorter month.
pub fn months_later(day: i64, months: i64) -> Option<i64> {
    let (year, month, of_month) = date::civil(day);
    let month = year * 12 + (month - 1) + months;
    (1..=of_month).rev().find_map(|of_month| date::day_of(month.div_euclid(12), month.rem_euclid(12) + 1, of_month))
}

/// The day so many business days later (earlier, if negative): the start never counts. `None` if a day that is passed
/// is not covered.
pub fn business_days_later(start: i64, count: i64, calendar: &Calendar) -> Option<i64> {
    let mut day = start;
    let mut left = count.abs();
    while left > 0 {
        day += count.signum();
        left -= i64::from(is_business_day(day, calendar)?);
    }
    Some(day)
}

/// How many business days d there are with `from < d <= to`; 0 backwards. `None` if one of those days is not covered.
pub fn business_days_between(from: i64, to: i64, calendar: &Calendar) -> Option<i64> {
    (from + 1..=to).map(|day| is_business_day(day, calendar).map(i64::from)).sum()
}

fn is_business_day(day: i64, calendar: &Calendar) -> Option<bool> {
    let (first, last) = calendar.covers;
    // 1970-01-05, day 4, was a Monday.
    let weekday = (day - 4).rem_euclid(7);
    (first <= day && day <= last).then(|| calendar.working >> weekday & 1 == 1 && !calendar.holidays.contains(&day))
}
