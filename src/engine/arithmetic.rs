//! What one operation of a formula gives for exact quantities in natural units, as `crate::model::Formula` counts them.

use crate::model::{Calendar, DateUnit, Rounding, date};

use super::{rational::Rational, workdays};

pub use super::trouble::Trouble;

/// One operation of a formula. The arguments stand in the order in which [`crate::model::Formula`] has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operation {
    /// `[a, b]`: `a + b`.
    Add,
    /// `[a, b]`: `a - b`.
    Subtract,
    /// `[a, b]`: `a * b`.
    Multiply,
    /// `[a, b]`: `a / b`.
    Divide,
    /// `[a, b]`: the less of both.
    Min,
    /// `[a, b]`: the greater of both.
    Max,
    /// `[x, step]`: `x` to a multiple of `step`.
    Round(Rounding),
    /// `[date, count]`: the date moved by so many units; the count is floored, month ends clamp.
    DateShift(DateUnit),
    /// `[from, to]`: days from one date to the other, negative backwards; business days `d` with `from < d <= to`.
    DaysBetween { business: bool },
    /// `[a, b]`: `a - b` of two dates, in minutes.
    DateDifference,
}

/// Dates reckon within a hundred million years of 1970, where [`date::civil`] is exact.
const FARTHEST_DAY: i64 = 36_500_000_000;

/// The result of an operation, in natural units.
///
/// # Errors
/// If the result is undetermined.
pub fn operate(
    operation: Operation,
    a: &Rational,
    b: &Rational,
    calendar: Option<&Calendar>,
) -> Result<Rational, Trouble> {
    let result = match operation {
        Operation::Add => a.checked_add(*b),
        Operation::Subtract => a.checked_sub(*b),
        Operation::DaysBetween { business: false } => b.checked_sub(*a),
        Operation::DateDifference => {
            a.checked_sub(*b).and_then(|days| days.checked_mul(Rational::whole(MINUTES_A_DAY)))
        }
        Operation::Multiply => a.checked_mul(*b),
        Operation::Divide | Operation::Round(_) if *b == Rational::ZERO => return Err(Trouble::DivisionByZero),
        Operation::Divide => a.checked_div(*b),
        Operation::Min => Some(*if b < a { b } else { a }),
        Operation::Max => Some(*if b > a { b } else { a }),
        Operation::Round(mode) => a.round(*b, mode),
        Operation::DateShift(unit) => return shift(day(a)?, unit, b, calendar),
        Operation::DaysBetween { business: true } => {
            let days = workdays::between(day(a)?, day(b)?, calendar)?;
            Some(Rational::whole(i128::from(days)))
        }
    };
    result.ok_or(Trouble::Overflow)
}

const MINUTES_A_DAY: i128 = 1_440;

fn shift(day: i64, unit: DateUnit, count: &Rational, calendar: Option<&Calendar>) -> Result<Rational, Trouble> {
    let count = i64::try_from(count.floor().numerator()).map_err(|_| Trouble::Overflow)?;
    let shifted = match unit {
        DateUnit::Days => day.saturating_add(count),
        DateUnit::Weeks => day.saturating_add(count.saturating_mul(7)),
        DateUnit::Months => {
            // A month more or less than the farthest day has is as far beyond.
            const FARTHEST_MONTH: i64 = FARTHEST_DAY / 28;
            date::add_months(day, count.clamp(-FARTHEST_MONTH, FARTHEST_MONTH))
        }
        DateUnit::BusinessDays => workdays::shift(day, count, calendar)?,
    };
    within_reach(shifted).map(|day| Rational::whole(i128::from(day)))
}

/// A date as its day number; dates are whole.
fn day(date: &Rational) -> Result<i64, Trouble> {
    i64::try_from(date.floor().numerator()).map_err(|_| Trouble::Overflow).and_then(within_reach)
}

fn within_reach(day: i64) -> Result<i64, Trouble> {
    if (-FARTHEST_DAY..=FARTHEST_DAY).contains(&day) { Ok(day) } else { Err(Trouble::Overflow) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(number: i64) -> Rational {
        Rational::whole(i128::from(number))
    }

    fn half(halves: i64) -> Rational {
        Rational::new(i128::from(halves), 2).expect("a fraction")
    }

    fn day(text: &str) -> Rational {
        whole(date::parse(text).expect("a date"))
    }

    fn calculated(operation: Operation, [a, b]: [Rational; 2]) -> Result<Rational, Trouble> {
        operate(operation, &a, &b, None)
    }

    #[test]
    fn sums_products_and_ratios_are_exact() {
        assert_eq!(calculated(Operation::Add, [half(1), half(1)]), Ok(whole(1)));
        assert_eq!(calculated(Operation::Subtract, [half(1), whole(2)]), Ok(half(-3)));
        assert_eq!(calculated(Operation::Multiply, [half(3), half(3)]), Ok(Rational::new(9, 4).expect("9/4")));
        assert_eq!(calculated(Operation::Divide, [whole(1), whole(-2)]), Ok(half(-1)));
        assert_eq!(calculated(Operation::Round(Rounding::Floor), [half(-7), whole(1)]), Ok(whole(-4)));
        let third = calculated(Operation::Divide, [whole(1), whole(3)]).expect("a third");
        assert_eq!(calculated(Operation::Multiply, [third, whole(3)]), Ok(whole(1)));
    }

    #[test]
    fn min_and_max_choose_one_of_both() {
        assert_eq!(calculated(Operation::Min, [half(3), whole(-1)]), Ok(whole(-1)));
        assert_eq!(calculated(Operation::Min, [whole(-1), half(3)]), Ok(whole(-1)));
        assert_eq!(calculated(Operation::Max, [half(5), whole(2)]), Ok(half(5)));
        assert_eq!(calculated(Operation::Max, [whole(2), half(5)]), Ok(half(5)));
    }

    #[test]
    fn what_has_no_result_says_why() {
        assert_eq!(calculated(Operation::Divide, [whole(1), whole(0)]), Err(Trouble::DivisionByZero));
        assert_eq!(calculated(Operation::Divide, [whole(0), whole(0)]), Err(Trouble::DivisionByZero));
        assert_eq!(calculated(Operation::Round(Rounding::HalfUp), [whole(1), whole(0)]), Err(Trouble::DivisionByZero));
        let most = Rational::whole(i128::MAX);
        assert_eq!(calculated(Operation::Add, [most, most]), Err(Trouble::Overflow));
        assert_eq!(
            calculated(Operation::DaysBetween { business: true }, [day("2026-01-01"), most]),
            Err(Trouble::Overflow)
        );
        for unit in [DateUnit::Days, DateUnit::Weeks, DateUnit::Months] {
            for count in [i128::from(i64::MAX), i128::MAX, i128::from(i64::MIN)] {
                let shifted = calculated(Operation::DateShift(unit), [day("2026-01-01"), Rational::whole(count)]);
                assert_eq!(shifted, Err(Trouble::Overflow), "{unit:?} {count}");
            }
        }
    }

    #[test]
    fn dates_move_by_whole_units() {
        let moved = |from, unit, count| calculated(Operation::DateShift(unit), [day(from), count]);
        assert_eq!(moved("2026-01-31", DateUnit::Days, half(5)), Ok(day("2026-02-02")), "the count is floored");
        assert_eq!(moved("2026-01-31", DateUnit::Days, half(-1)), Ok(day("2026-01-30")));
        assert_eq!(moved("2026-01-31", DateUnit::Weeks, whole(8)), Ok(day("2026-03-28")));
        assert_eq!(moved("2026-01-31", DateUnit::Months, whole(1)), Ok(day("2026-02-28")));
        assert_eq!(moved("2026-03-31", DateUnit::Months, whole(-1)), Ok(day("2026-02-28")));
    }

    #[test]
    fn the_time_between_two_dates_is_signed() {
        let (early, late) = (day("2026-04-01"), day("2026-04-03"));
        assert_eq!(calculated(Operation::DateDifference, [late, early]), Ok(whole(2_880)));
        assert_eq!(calculated(Operation::DateDifference, [early, late]), Ok(whole(-2_880)));
        let days = Operation::DaysBetween { business: false };
        assert_eq!(calculated(days, [early, late]), Ok(whole(2)));
        assert_eq!(calculated(days, [late, early]), Ok(whole(-2)));
    }

    #[test]
    fn business_days_between_and_shifted_by_agree() {
        let calendar = Calendar { working: 0b001_1111, holidays: vec![], covers: (0, 40_000) };
        let between = Operation::DaysBetween { business: true };
        for count in 1..30 {
            let start = day("2026-04-01");
            let shift = Operation::DateShift(DateUnit::BusinessDays);
            let end = operate(shift, &start, &whole(count), Some(&calendar)).expect("covered");
            assert_eq!(operate(between, &start, &end, Some(&calendar)), Ok(whole(count)));
            assert_eq!(operate(between, &end, &start, Some(&calendar)), Ok(whole(0)), "none backwards");
        }
    }
}
