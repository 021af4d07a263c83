//! Sums, products, ratios and functions of what fits together.

use super::dates::by_duration;
use super::rounding::check_step;
use super::sort::Sort;
use super::typing::{Typed, Typing};
use super::written::{Expression, Function, Unit, What};
use crate::model::{Formula, Rounding};
use crate::pack::document::Text;

impl Typing<'_, '_> {
    pub fn sum(
        &mut self,
        part: &Expression<'_>,
        left: &Expression<'_>,
        right: &Expression<'_>,
        minus: bool,
    ) -> Option<Typed> {
        // Months and business days exist beside a date only, so the date is read first.
        if let (What::Counted(count, unit), false) = (&left.what, minus)
            && matches!(unit, Unit::Months | Unit::BusinessDays)
        {
            let date = self.part(right)?;
            return self.shift(date, count, *unit, false, part.text);
        }
        let parts = [left, right];
        let (left, left_sort) = self.part(left)?;
        if left_sort == Sort::Date
            && let What::Counted(count, unit @ (Unit::Days | Unit::Weeks | Unit::Months | Unit::BusinessDays)) =
                &right.what
        {
            return self.shift((left, left_sort), count, *unit, minus, part.text);
        }
        let (right, right_sort) = self.part(right)?;
        match (&left_sort, &right_sort) {
            (Sort::Date, Sort::Date) if minus => {
                Some((Formula::DateDifference(Box::new(left), Box::new(right)), Sort::Duration))
            }
            (Sort::Date, Sort::Date) => {
                self.wrong(part.text, "two dates cannot be added", "subtract them, or add days")
            }
            (Sort::Date, Sort::Duration) => Some((by_duration(left, right, minus), Sort::Date)),
            (Sort::Duration, Sort::Date) if !minus => Some((by_duration(right, left, false), Sort::Date)),
            _ => {
                let sort = self.common(&left_sort, &right_sort, part.text)?;
                self.are_plain(parts, &sort).then_some(())?;
                let (left, right) = (Box::new(left), Box::new(right));
                Some((if minus { Formula::Subtract(left, right) } else { Formula::Add(left, right) }, sort))
            }
        }
    }

    pub fn product(&mut self, part: &Expression<'_>, left: &Expression<'_>, right: &Expression<'_>) -> Option<Typed> {
        let (left, left_sort) = self.part(left)?;
        let (right, right_sort) = self.part(right)?;
        let sort = match (&left_sort, &right_sort) {
            (Sort::Written, Sort::Number | Sort::Written) | (Sort::Number, Sort::Written) => Sort::Written,
            (Sort::Number, Sort::Number) => Sort::Number,
            (Sort::Money | Sort::Duration, other) if other.is_numeric() => left_sort,
            (other, Sort::Money | Sort::Duration) if other.is_numeric() => right_sort,
            _ => {
                let message = format!("{} cannot be multiplied by {}", left_sort.word(), right_sort.word());
                return self.wrong(part.text, &message, "one of the two must be a number");
            }
        };
        Some((Formula::Multiply(Box::new(left), Box::new(right)), sort))
    }

    pub fn ratio(&mut self, part: &Expression<'_>, left: &Expression<'_>, right: &Expression<'_>) -> Option<Typed> {
        let (left, left_sort) = self.part(left)?;
        let (right, right_sort) = self.part(right)?;
        let sort = match (&left_sort, &right_sort) {
            (Sort::Written, other) if other.is_numeric() => Sort::Written,
            (Sort::Number, other) if other.is_numeric() => Sort::Number,
            (Sort::Money | Sort::Duration, other) if other.is_numeric() => left_sort,
            (Sort::Money | Sort::Written, Sort::Money) | (Sort::Duration, Sort::Duration) => Sort::Number,
            _ => {
                let message = format!("{} cannot be divided by {}", left_sort.word(), right_sort.word());
                return self.wrong(part.text, &message, "divide by a number, or by the same kind of quantity");
            }
        };
        if matches!(right, Formula::Constant { digits: 0, .. }) {
            return self.wrong(part.text, "nothing can be divided by zero", "divide by another number");
        }
        Some((Formula::Divide(Box::new(left), Box::new(right)), sort))
    }

    pub fn call(&mut self, function: Function, parts: &[Expression<'_>], at: Text<'_>) -> Option<Typed> {
        let read: Vec<Option<Typed>> = parts.iter().map(|part| self.part(part)).collect();
        let read: Vec<Typed> = read.into_iter().collect::<Option<_>>()?;
        let mut sorts = read.iter().map(|(_, sort)| sort.clone());
        let mut sort = sorts.next()?;
        for other in sorts {
            sort = self.common(&sort, &other, at)?;
        }
        self.are_plain(parts, &sort).then_some(())?;
        if let Sort::Copied(_) = sort {
            return self.wrong(
                at,
                "only quantities can be reckoned with",
                "formulas read numbers, money, durations and dates",
            );
        }
        let mut formulas = read.into_iter().map(|(formula, _)| formula);
        Some(match function {
            Function::Min => (Formula::Min(formulas.collect()), sort),
            Function::Max => (Formula::Max(formulas.collect()), sort),
            Function::Floor if matches!(sort, Sort::Duration | Sort::Date) => {
                return self.wrong(
                    at,
                    &format!("`floor` takes a number, and this is {}", sort.word()),
                    "divide by a unit first, as in `floor(waited / 1 h)`",
                );
            }
            Function::Floor => (Formula::Floor(Box::new(formulas.next()?)), sort),
            Function::Round => {
                let (of, step) = (formulas.next()?, formulas.next()?);
                if !check_step(&step, parts.get(1).map_or(at, |part| part.text), self.names, self.sink) {
                    return None;
                }
                (Formula::Round { of: Box::new(of), step: Box::new(step), mode: Rounding::HalfUp }, sort)
            }
        })
    }
}
