//! Dates and lengths of time: counted units, dates that they move, and the days between two.

use super::sort::Sort;
use super::typing::{Typed, Typing, negated};
use super::written::{Expression, Unit, What};
use crate::model::{DateUnit, Formula};
use crate::pack::codes;
use crate::pack::document::Text;

impl Typing<'_, '_> {
    /// A date moved by a counted unit.
    pub fn shift(
        &mut self,
        date: Typed,
        count: &Expression<'_>,
        unit: Unit,
        minus: bool,
        at: Text<'_>,
    ) -> Option<Typed> {
        if date.1 != Sort::Date {
            return self.wrong(
                at,
                "only a date can be moved by months or business days",
                "durations are in minutes, hours, days or weeks",
            );
        }
        let formula = self.count(count)?;
        let unit = match unit {
            Unit::Weeks => DateUnit::Weeks,
            Unit::Months => DateUnit::Months,
            Unit::BusinessDays => DateUnit::BusinessDays,
            _ => DateUnit::Days,
        };
        if unit == DateUnit::BusinessDays {
            self.need_calendar(at);
        }
        let count = if minus { negated(formula) } else { formula };
        Some((Formula::DateShift { date: Box::new(date.0), count: Box::new(count), unit }, Sort::Date))
    }

    /// A length of time: so many of a unit.
    pub fn duration(&mut self, count: &Expression<'_>, unit: Unit, at: Text<'_>) -> Option<Typed> {
        let minutes = match unit {
            Unit::Minutes => 1,
            Unit::Hours => 60,
            Unit::Days => 1_440,
            Unit::Weeks => 10_080,
            Unit::Months | Unit::BusinessDays => {
                return self.wrong(
                    at,
                    "this has no fixed length",
                    "months and business days stand beside a date, as in `bought_on + 2 months`",
                );
            }
        };
        let formula = match self.count(count)? {
            Formula::Constant { digits, decimals } if digits.checked_mul(minutes).is_some() => {
                Formula::Constant { digits: digits.saturating_mul(minutes), decimals }
            }
            other => Formula::Multiply(Box::new(other), Box::new(Formula::Constant { digits: minutes, decimals: 0 })),
        };
        Some((formula, Sort::Duration))
    }

    /// How many of a unit there are.
    fn count(&mut self, count: &Expression<'_>) -> Option<Formula> {
        let (formula, sort) = self.part(count)?;
        if !sort.is_numeric() {
            return self.wrong(
                count.text,
                &format!("this is {}, where a number is counted", sort.word()),
                "write how many",
            );
        }
        Some(formula)
    }

    /// The days between two dates, all or those that are worked.
    pub fn between(
        &mut self,
        from: &Expression<'_>,
        to: &Expression<'_>,
        business: bool,
        at: Text<'_>,
    ) -> Option<Typed> {
        if let What::Multiply(day, _) | What::Divide(day, _) = &to.what {
            let days = at.text.strip_suffix(to.text.text).unwrap_or("days between … and ");
            let rest = to.text.text.strip_prefix(day.text.text).unwrap_or("");
            let help = format!("put brackets around the days: `({days}{}){rest}`", day.text.text);
            return self.wrong(to.text, "this reckons with a date, where the days are meant", &help);
        }
        let (from, to) = ((self.part(from), from.text), (self.part(to), to.text));
        let mut date = |(typed, text): (Option<Typed>, Text<'_>)| {
            let (formula, sort) = typed?;
            if sort != Sort::Date {
                return self.wrong(
                    text,
                    &format!("this is {}, where a date is due", sort.word()),
                    "days are counted between two dates",
                );
            }
            Some(Box::new(formula))
        };
        let (from, to) = (date(from), date(to));
        if business {
            self.need_calendar(at);
        }
        Some((Formula::DaysBetween { from: from?, to: to?, business }, Sort::Number))
    }

    fn need_calendar(&mut self, at: Text<'_>) {
        if !self.names.has_calendar {
            self.sink
                .error(codes::NO_CALENDAR, at.place(), "business days need a calendar")
                .help("add a `[calendar]` with `working`, `holidays` and `covers` to `pack.toml`");
        }
    }
}

/// A date moved by a duration, which must be whole days: that is checked with the decimals of all formulas.
pub fn by_duration(date: Formula, duration: Formula, minus: bool) -> Formula {
    let day = Formula::Constant { digits: 1_440, decimals: 0 };
    let days = match duration {
        Formula::Constant { digits, decimals: 0 } if digits % 1_440 == 0 => {
            Formula::Constant { digits: digits / 1_440, decimals: 0 }
        }
        other => Formula::Divide(Box::new(other), Box::new(day)),
    };
    let count = if minus { negated(days) } else { days };
    Formula::DateShift { date: Box::new(date), count: Box::new(count), unit: DateUnit::Days }
}
