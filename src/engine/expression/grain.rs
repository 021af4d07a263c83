//! Of which step all values of an expression are multiples: amounts of whole cents for example.

use super::{ExpressionId, Expressions, Rational, Term};
use crate::engine::arithmetic::Operation;

impl Expressions<'_> {
    /// Whether an expression is sure to be a whole multiple of a step: where all that it adds up is.
    pub fn is_multiple(&self, of: ExpressionId, step: Rational) -> bool {
        self.grain(of).is_some_and(|grain| grain.is_multiple_of(step))
    }

    /// A step of which every value of an expression is a multiple, as large as what it adds up tells; zero for what is
    /// always zero. `None` where there is none, or it is not known.
    pub fn grain(&self, of: ExpressionId) -> Option<Rational> {
        let sum = self.sum(of)?;
        let mut grain = sum.constant;
        for (term, factor) in &sum.terms {
            let own = match *self.terms.get(*term)? {
                Term::Fact(fact) => Rational::from_scalar(1, self.pack.facts.get(fact.index())?.kind.decimals()),
                Term::Operation(Operation::Round(_), [_, step]) => self.as_constant(step)?,
                Term::Operation(Operation::Min | Operation::Max, [first, second]) => {
                    self.grain(first)?.in_common(self.grain(second)?)?
                }
                Term::Operation(Operation::DateShift(_) | Operation::DaysBetween { .. }, _) => Rational::whole(1),
                Term::Operation(..) => return None,
            };
            grain = grain.in_common(own.checked_mul(*factor)?)?;
        }
        Some(grain)
    }
}
