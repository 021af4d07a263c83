//! What an expression is made of: its facts, and its operations.

use super::{ExpressionId, Expressions, ONE, Sum, Term};
use crate::engine::arithmetic::Operation;
use crate::engine::rational::Rational;
use crate::model::FactId;
use crate::sorted::Set;

impl Expressions<'_> {
    /// The facts that an expression reads, ascending.
    pub fn facts(&self, of: ExpressionId) -> Vec<FactId> {
        let mut facts = Set::default();
        self.collect_facts(of, &mut facts);
        facts.into()
    }

    fn collect_facts(&self, of: ExpressionId, facts: &mut Set<FactId>) {
        for (term, _) in self.sum(of).map_or(&[][..], |sum| &sum.terms) {
            match self.terms.get(*term) {
                Some(Term::Fact(fact)) => {
                    facts.insert(*fact);
                }
                Some(Term::Operation(_, args)) => args.iter().for_each(|arg| self.collect_facts(*arg, facts)),
                None => {}
            }
        }
    }

    /// Whether some operation of an expression can be in trouble.
    pub(super) fn can_be_in_trouble(&self, of: ExpressionId) -> bool {
        let terms = self.sum(of).map_or(&[][..], |sum| &sum.terms);
        terms.iter().any(|(term, _)| match self.terms.get(*term) {
            Some(Term::Operation(operation, args)) => {
                let is_safe =
                    matches!(operation, Operation::Multiply | Operation::Min | Operation::Max | Operation::Round(_));
                !is_safe || args.iter().any(|arg| self.can_be_in_trouble(*arg))
            }
            _ => false,
        })
    }

    /// The facts of an expression that is nothing but the first less the second.
    pub fn difference_of(&self, of: ExpressionId) -> Option<[FactId; 2]> {
        let Sum { terms, constant } = self.sum(of)?;
        let [(one, factor), (other, other_factor)] = terms.as_slice() else { return None };
        let (Term::Fact(one), Term::Fact(other)) = (self.terms.get(*one)?, self.terms.get(*other)?) else {
            return None;
        };
        let minus = ONE.checked_neg()?;
        match (*factor, *other_factor) {
            _ if *constant != Rational::ZERO => None,
            (ONE, own) if own == minus => Some([*one, *other]),
            (own, ONE) if own == minus => Some([*other, *one]),
            _ => None,
        }
    }

    /// The first operation of an expression with its factor and arguments, and the expression without it.
    #[cfg(feature = "proofs")]
    pub fn operation_of(&mut self, of: ExpressionId) -> Option<(Rational, Operation, [ExpressionId; 2], ExpressionId)> {
        let mut rest = self.sum(of)?.clone();
        let is_operation = |(term, _): &(u32, Rational)| matches!(self.terms.get(*term), Some(Term::Operation(..)));
        let at = rest.terms.iter().position(is_operation)?;
        let (term, factor) = rest.terms.remove(at);
        let Some(Term::Operation(operation, args)) = self.terms.get(term).copied() else { return None };
        Some((factor, operation, args, self.intern(rest)))
    }
}
