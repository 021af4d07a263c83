//! Expressions of one pack among those of another, so that equal ones are the same.

use super::{ExpressionId, Expressions, ONE, Rational, Term};
use crate::engine::arithmetic::Operation;
use crate::model::{DateUnit, FactId};
use crate::sorted;

impl Expressions<'_> {
    /// An expression of others over the facts that `fact` names, and in one order where the order of arguments does not
    /// matter. `None` where it overflows, and where it asks a calendar unless both have the same.
    pub fn translated(
        &mut self,
        others: &Expressions<'_>,
        of: ExpressionId,
        fact: &dyn Fn(FactId) -> FactId,
        same_calendar: bool,
    ) -> Option<ExpressionId> {
        let sum = others.sum(of)?;
        let mut total = self.constant(sum.constant);
        for (term, factor) in &sum.terms {
            let term = match *others.terms.get(*term)? {
                Term::Fact(own) => self.fact(fact(own)),
                Term::Operation(operation, [first, second]) => {
                    if !same_calendar && asks_calendar(operation) {
                        return None;
                    }
                    let first = self.translated(others, first, fact, same_calendar)?;
                    let second = self.translated(others, second, fact, same_calendar)?;
                    self.in_one_order(operation, [first, second])?
                }
            };
            total = self.combine(&[(total, ONE), (term, *factor)])?;
        }
        Some(total)
    }

    /// The expression for an operation, the same whatever the order in which arguments stand, where that does not matter.
    fn in_one_order(&mut self, operation: Operation, args: [ExpressionId; 2]) -> Option<ExpressionId> {
        if !matches!(operation, Operation::Min | Operation::Max | Operation::Multiply) {
            return self.operate(operation, args).ok();
        }
        let mut parts = Vec::new();
        args.into_iter().for_each(|arg| self.parts(operation, arg, &mut parts));
        sorted::sort_by(&mut parts, &Ord::cmp);
        if operation != Operation::Multiply {
            parts.dedup();
        }
        let mut parts = parts.into_iter();
        let first = parts.next()?;
        parts.try_fold(first, |total, part| self.operate(operation, [total, part]).ok())
    }

    /// What an operation is made of, if it is made by the same operation all the way down.
    fn parts(&self, operation: Operation, of: ExpressionId, into: &mut Vec<ExpressionId>) {
        if let Some(sum) = self.sum(of)
            && let [(term, ONE)] = sum.terms.as_slice()
            && sum.constant == Rational::ZERO
            && let Some(Term::Operation(own, args)) = self.terms.get(*term)
            && *own == operation
        {
            args.iter().for_each(|arg| self.parts(operation, *arg, into));
        } else {
            into.push(of);
        }
    }
}

fn asks_calendar(operation: Operation) -> bool {
    matches!(operation, Operation::DateShift(DateUnit::BusinessDays) | Operation::DaysBetween { business: true })
}
