//! Counting and finding business days, in time that depends on the holidays between and not on the days.

use crate::model::Calendar;

use super::trouble::Trouble;

/// How many business days `day` there are with `after < day <= until`, in days since 1970-01-01; 0 backwards.
///
/// # Errors
/// [`Trouble::BeyondCalendar`] if one of those days is not covered.
pub fn between(after: i64, until: i64, calendar: Option<&Calendar>) -> Result<i64, Trouble> {
    if until <= after {
        return Ok(0);
    }
    let calendar = calendar.ok_or(Trouble::BeyondCalendar)?;
    if !calendar.covers(after.saturating_add(1)) || !calendar.covers(until) {
        return Err(Trouble::BeyondCalendar);
    }
    Ok(count(after, until, calendar))
}

/// The day that is `days` business days after `start`, or before it if negative. The start never counts, and a shift
/// of 0 is the start itself, worked or not.
///
/// # Errors
/// [`Trouble::BeyondCalendar`] if a day that must be looked at is not covered.
pub fn shift(start: i64, days: i64, calendar: Option<&Calendar>) -> Result<i64, Trouble> {
    if days == 0 {
        return Ok(start);
    }
    let calendar = calendar.ok_or(Trouble::BeyondCalendar)?;
    let forward = days > 0;
    let next = start.saturating_add(days.signum());
    if !calendar.covers(next) {
        return Err(Trouble::BeyondCalendar);
    }
    // The nearest day up to which enough are worked, between one that is too near and one that is the farthest known.
    let (mut near, mut far) = (start, if forward { calendar.covers.1 } else { calendar.covers.0 });
    let enough = |day: i64| {
        let worked = if forward {
            count(start, day, calendar)
        } else {
            count(day.saturating_sub(1), start.saturating_sub(1), calendar)
        };
        worked.unsigned_abs() >= days.unsigned_abs()
    };
    if !enough(far) {
        return Err(Trouble::BeyondCalendar);
    }
    while far.abs_diff(near) > 1 {
        let middle = near.midpoint(far);
        if enough(middle) {
            far = middle;
        } else {
            near = middle;
        }
    }
    Ok(far)
}

/// Business days with `after < day <= until`, where `after < until`; coverage is the caller's affair.
fn count(after: i64, until: i64, calendar: &Calendar) -> i64 {
    let days = until.saturating_sub(after);
    let whole_weeks = days.div_euclid(7);
    let worked_in_weeks = whole_weeks.saturating_mul(i64::from((calendar.working & 0x7f).count_ones()));
    let worked = |day: i64| (calendar.working >> day.saturating_add(3).rem_euclid(7)) & 1 == 1;
    let tail = after.saturating_add(whole_weeks.saturating_mul(7)).saturating_add(1)..=until;
    let worked_in_tail = tail.filter(|day| worked(*day)).count();
    let first = calendar.holidays.partition_point(|holiday| *holiday <= after);
    let holidays = calendar.holidays.iter().skip(first).take_while(|holiday| **holiday <= until);
    let lost = holidays.filter(|holiday| worked(**holiday)).count();
    let rest = i64::try_from(worked_in_tail).unwrap_or(0).saturating_sub(i64::try_from(lost).unwrap_or(0));
    worked_in_weeks.saturating_add(rest)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::arithmetic_side_effects, reason = "small numbers, and a test may panic")]

    use super::*;
    use crate::model::date::parse;

    fn day(text: &str) -> i64 {
        parse(text).expect("a date")
    }

    fn calendar(working: u8, holidays: &[&str]) -> Calendar {
        let holidays = holidays.iter().map(|text| day(text)).collect();
        Calendar { working, holidays, covers: (day("2026-01-01"), day("2026-12-31")) }
    }

    /// The definition, day by day.
    fn counted(after: i64, until: i64, calendar: &Calendar) -> Result<i64, Trouble> {
        let mut worked = 0;
        for day in after + 1..=until {
            if !calendar.covers(day) {
                return Err(Trouble::BeyondCalendar);
            }
            worked += i64::from(calendar.is_business_day(day));
        }
        Ok(worked)
    }

    fn walked(start: i64, days: i64, calendar: &Calendar) -> Result<i64, Trouble> {
        let (mut day, mut left) = (start, days.abs());
        while left > 0 {
            day += days.signum();
            if !calendar.covers(day) {
                return Err(Trouble::BeyondCalendar);
            }
            left -= i64::from(calendar.is_business_day(day));
        }
        Ok(day)
    }

    #[test]
    fn days_are_counted_and_found_as_one_would_on_a_wall_calendar() {
        let holidays = ["2026-01-01", "2026-04-03", "2026-04-04", "2026-04-06", "2026-05-01", "2026-12-25"];
        let from = day("2025-12-20");
        for working in [0b001_1111, 0b011_1111, 0b100_0001, 0b111_1111, 0] {
            let calendar = calendar(working, &holidays);
            for start in (from..from + 390).step_by(3) {
                for offset in -25..120 {
                    let until = start + offset;
                    assert_eq!(between(start, until, Some(&calendar)), counted(start, until, &calendar));
                    assert_eq!(shift(start, offset, Some(&calendar)), walked(start, offset, &calendar));
                }
            }
        }
    }

    #[test]
    fn the_start_never_counts_and_zero_days_are_no_move() {
        let calendar = calendar(0b001_1111, &["2026-12-25"]);
        let shifted = |start: &str, days| shift(day(start), days, Some(&calendar));
        assert_eq!(shifted("2026-12-24", 1), Ok(day("2026-12-28")), "Christmas and a weekend lie between");
        assert_eq!(shifted("2026-12-28", -1), Ok(day("2026-12-24")));
        assert_eq!(shifted("2026-12-26", 0), Ok(day("2026-12-26")), "a Saturday stays");
        assert_eq!(shifted("2026-12-26", 1), Ok(day("2026-12-28")));
    }

    #[test]
    fn beyond_the_calendar_nothing_is_computed() {
        let calendar = calendar(0b001_1111, &[]);
        let beyond = Err(Trouble::BeyondCalendar);
        assert_eq!(shift(day("2026-12-30"), 2, Some(&calendar)), beyond);
        assert_eq!(between(day("2026-12-30"), day("2027-01-01"), Some(&calendar)), beyond);
        assert_eq!(between(day("2025-12-31"), day("2026-01-01"), Some(&calendar)), Ok(1), "the start is not looked at");
        assert_eq!(between(day("2031-01-01"), day("2030-01-01"), None), Ok(0), "nothing is looked at");
        assert_eq!(shift(day("2030-01-01"), 0, None), Ok(day("2030-01-01")));
        assert_eq!(shift(day("2026-06-01"), 1, None), beyond);
        assert_eq!(shift(i64::MAX, i64::MAX, Some(&calendar)), beyond);
        assert_eq!(between(i64::MIN, i64::MAX, Some(&calendar)), beyond);
    }
}
