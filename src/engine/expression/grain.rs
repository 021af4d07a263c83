//! Of which step all values of an expression are multiples: amounts of whole cents for example.

use super::{ExpressionId, Expressions, Rational, Term};
use crate::engine::arithmetic::Operation;

impl Expressions<'_> {
    /// Whether an expression is sure to be a whole multiple of a step: where all that it adds up is.
    pub fn is_multiple(&self, of: ExpressionId, step: Rational) -> bool {
        let steps = self.grain(of).and_then(|grain| grain.checked_div(step));
        steps.is_some_and(|steps| steps.denominator() == 1)
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
                    in_common(self.grain(first)?, self.grain(second)?)?
                }
                Term::Operation(Operation::DateShift(_) | Operation::DaysBetween { .. }, _) => Rational::whole(1),
                Term::Operation(..) => return None,
            };
            grain = in_common(grain, own.checked_mul(*factor)?)?;
        }
        Some(grain)
    }
}

/// The greatest number of which two are multiples, by Euclid's algorithm.
fn in_common(one: Rational, other: Rational) -> Option<Rational> {
    let (mut one, mut other) = (one, other);
    while other != Rational::ZERO {
        let quotient = one.checked_div(other)?.floor();
        (one, other) = (other, one.checked_sub(quotient.checked_mul(other)?)?);
    }
    if one < Rational::ZERO { one.checked_neg() } else { Some(one) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_common_step_of_two_numbers_is_the_greatest() {
        let number = |numerator, denominator| Rational::new(numerator, denominator).expect("a number");
        for (one, other, expected) in [
            (number(1, 100), number(1, 10), number(1, 100)),
            (number(3, 10), number(-1, 2), number(1, 10)),
            (number(0, 1), number(5, 1), number(5, 1)),
            (number(-4, 1), number(6, 1), number(2, 1)),
        ] {
            assert_eq!(in_common(one, other), Some(expected));
        }
    }
}
