//! Exact formulas over unknown facts, in normal form: what a quantity comes to in one region of the rules.
//!
//! An expression is a sum of terms with rational factors and a constant. Two linear expressions that are equal as
//! functions are the same expression; other operations are terms of their own.
//!
//! Here they are made. [`parts`] says what one is made of, [`ranges`] what it comes to where facts lie within ranges,
//! [`moving`] how it moves with one of them, and [`crossing`] where the answer to a question about it changes.

pub(super) mod crossing;
#[cfg(feature = "proofs")]
mod grain;
mod moving;
mod parts;
mod ranges;
#[cfg(feature = "proofs")]
mod translated;
#[cfg(feature = "author")]
mod written;

use super::arithmetic::{Operation, Trouble, operate};
use super::interned::Interned;
use super::interval::Interval;
use super::rational::Rational;
use crate::model::{DateUnit, FactId, Pack};
use crossing::{Answer, Question};

pub use ranges::Ranges;
#[cfg(feature = "author")]
pub use written::number;

/// An expression; equal normal forms have equal ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExpressionId(u32);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Sum {
    /// By term, ascending, without zeros.
    terms: Vec<(u32, Rational)>,
    constant: Rational,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Term {
    Fact(FactId),
    Operation(Operation, [ExpressionId; 2]),
}

/// A fact, and the first and last scalar that it is known to lie between.
pub type Within = (FactId, (i64, i64));

/// All expressions of one case.
#[derive(Debug, Clone)]
pub struct Expressions<'p> {
    pack: &'p Pack,
    /// A fact that is known to lie within a narrower range than its type has.
    within: Option<Within>,
    /// By expression, as far as they were asked for.
    bounds: Vec<Option<Interval>>,
    questions: Interned<Question>,
    /// By question.
    answers: Vec<Answer>,
    /// The scalars at which answers change, those of one after those of the other.
    changes: Vec<i64>,
    sums: Interned<Sum>,
    terms: Interned<Term>,
}

const ONE: Rational = Rational::whole(1);
const MINUTES_A_DAY: Rational = Rational::whole(1_440);
const DAYS_A_WEEK: Rational = Rational::whole(7);

impl<'p> Expressions<'p> {
    /// None as yet; the case may give one fact as lying within a range.
    pub fn new(pack: &'p Pack, within: Option<Within>) -> Self {
        Expressions {
            pack,
            within,
            bounds: Vec::new(),
            questions: Interned::default(),
            answers: Vec::new(),
            changes: Vec::new(),
            sums: Interned::default(),
            terms: Interned::default(),
        }
    }

    /// The fact that lies within a range.
    pub fn within(&self) -> Option<Within> {
        self.within
    }

    pub fn constant(&mut self, value: Rational) -> ExpressionId {
        self.intern(Sum { terms: Vec::new(), constant: value })
    }

    pub fn fact(&mut self, fact: FactId) -> ExpressionId {
        self.term(Term::Fact(fact))
    }

    /// The value of an expression that reads no fact.
    pub fn as_constant(&self, of: ExpressionId) -> Option<Rational> {
        self.sum(of).filter(|sum| sum.terms.is_empty()).map(|sum| sum.constant)
    }

    /// The expression for an operation.
    ///
    /// # Errors
    /// If the operation is in trouble whatever the facts are.
    pub fn operate(&mut self, operation: Operation, args: [ExpressionId; 2]) -> Result<ExpressionId, Trouble> {
        let [first, second] = args;
        if let (Some(a), Some(b)) = (self.as_constant(first), self.as_constant(second)) {
            let value = operate(operation, &a, &b, self.pack.calendar.as_ref())?;
            return Ok(self.constant(value));
        }
        if let Operation::Min | Operation::Max = operation {
            let (a, b) = (self.whole_bounds(first), self.whole_bounds(second));
            let (below, above) = (first == second || a.high <= b.low, b.high <= a.low);
            let (is_first, is_second) = if operation == Operation::Min { (below, above) } else { (above, below) };
            if is_first || is_second {
                return Ok(if is_first { first } else { second });
            }
        }
        match self.linear(operation, args) {
            Some(parts) => self.combine(&parts).ok_or(Trouble::Overflow),
            None => Ok(self.term(Term::Operation(operation, args))),
        }
    }

    /// The expressions, each with its factor, of which an operation is the sum, if it is one.
    fn linear(
        &mut self,
        operation: Operation,
        [first, second]: [ExpressionId; 2],
    ) -> Option<[(ExpressionId, Rational); 2]> {
        let (a, b) = (self.as_constant(first), self.as_constant(second));
        let (by_first, by_second) = match operation {
            Operation::Add => (ONE, ONE),
            Operation::Subtract => (ONE, Rational::whole(-1)),
            Operation::DaysBetween { business: false } => (Rational::whole(-1), ONE),
            Operation::DateDifference => (MINUTES_A_DAY, MINUTES_A_DAY.checked_neg()?),
            Operation::Multiply => match a {
                Some(factor) => (Rational::ZERO, factor),
                None => (b?, Rational::ZERO),
            },
            Operation::Divide => (ONE.checked_div(b?)?, Rational::ZERO),
            Operation::DateShift(unit) => {
                let each = match unit {
                    DateUnit::Days => ONE,
                    DateUnit::Weeks => DAYS_A_WEEK,
                    _ => return None,
                };
                let days = b?.floor().checked_mul(each)?;
                return Some([(first, ONE), (self.constant(days), ONE)]);
            }
            _ => return None,
        };
        Some([(first, by_first), (second, by_second)])
    }

    /// The sum of some expressions, each multiplied by its factor; `None` on overflow.
    fn combine(&mut self, parts: &[(ExpressionId, Rational)]) -> Option<ExpressionId> {
        let mut total = Sum { terms: Vec::new(), constant: Rational::ZERO };
        for (part, by) in parts {
            let part = self.sum(*part)?;
            total.constant = total.constant.checked_add(part.constant.checked_mul(*by)?)?;
            for (term, factor) in &part.terms {
                let factor = factor.checked_mul(*by)?;
                match total.terms.binary_search_by_key(term, |(own, _)| *own) {
                    Ok(at) => {
                        let own = total.terms.get_mut(at)?;
                        own.1 = own.1.checked_add(factor)?;
                    }
                    Err(at) => total.terms.insert(at, (*term, factor)),
                }
            }
        }
        total.terms.retain(|(_, factor)| *factor != Rational::ZERO);
        Some(self.intern(total))
    }

    /// An expression without its constant, so scaled that its first factor is 1: `factor * (quantity + constant)`.
    /// `None` for a constant, and where scaling overflows.
    pub fn normal(&mut self, of: ExpressionId) -> Option<(Rational, ExpressionId, Rational)> {
        let factor = self.sum(of)?.terms.first()?.1;
        let by = ONE.checked_div(factor)?;
        let constant = self.sum(of)?.constant.checked_mul(by)?;
        let without = self.constant(constant.checked_neg()?);
        let quantity = self.combine(&[(of, by), (without, ONE)])?;
        Some((factor, quantity, constant))
    }

    fn sum(&self, of: ExpressionId) -> Option<&Sum> {
        self.sums.get(of.0)
    }

    fn intern(&mut self, sum: Sum) -> ExpressionId {
        ExpressionId(self.sums.id(sum))
    }

    /// The expression that is a term alone.
    fn term(&mut self, term: Term) -> ExpressionId {
        let term = self.terms.id(term);
        self.intern(Sum { terms: vec![(term, ONE)], constant: Rational::ZERO })
    }
}
