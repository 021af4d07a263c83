//! What an expression comes to where facts lie within ranges.

use super::{ExpressionId, Expressions, Term};
use crate::engine::arithmetic::{Operation, Trouble, operate};
use crate::engine::interval::Interval;
use crate::engine::monotone::Monotone;
use crate::engine::rational::Rational;
use crate::model::{FactId, Name};

/// The scalars that a fact takes in a region, both inclusive.
pub type Ranges<'a> = &'a dyn Fn(FactId) -> (i64, i64);

/// How many points are tried one by one where corners do not tell a formula's ends.
pub(super) const ENUMERATION_LIMIT: i64 = 4_096;

/// Contains any quantity of a pack.
pub(super) const ANYTHING: Interval = {
    const FAR: i128 = 1_000_000_000_000_000_000_000_000;
    Interval { low: Rational::whole(-FAR), high: Rational::whole(FAR), outer: true }
};

impl Expressions<'_> {
    /// The first and last scalar that a fact can have at all.
    pub fn whole_range(&self, fact: FactId) -> (i64, i64) {
        match self.within {
            Some((own, range)) if own == fact => range,
            _ => self.pack.type_of(Name::Fact(fact)).range().unwrap_or((0, 0)),
        }
    }

    /// The least and greatest value over everything that the facts can be.
    pub fn whole_bounds(&mut self, of: ExpressionId) -> Interval {
        let at = of.0 as usize;
        if let Some(known) = self.bounds.get(at).copied().flatten() {
            return known;
        }
        let bounds = self.bounds(of, &|fact| self.whole_range(fact));
        if self.bounds.len() <= at {
            self.bounds.resize(at.saturating_add(1), None);
        }
        if let Some(slot) = self.bounds.get_mut(at) {
            *slot = Some(bounds);
        }
        bounds
    }

    /// The least and greatest value in a region, tight where corners or enumeration can tell.
    pub fn bounds(&self, of: ExpressionId, ranges: Ranges<'_>) -> Interval {
        let facts = self.facts(of);
        let tight = self.at_corners(of, &facts, ranges).or_else(|| self.enumerate(of, &facts, ranges));
        tight.unwrap_or_else(|| Interval { outer: true, ..self.span(of, ranges, false).unwrap_or(ANYTHING) })
    }

    /// The ends in a region, where all facts are low or high as the value moves with each; `None` if it turns, or is in
    /// trouble there.
    fn at_corners(&self, of: ExpressionId, facts: &[FactId], ranges: Ranges<'_>) -> Option<Interval> {
        let mut lowering = Vec::new();
        for fact in facts {
            match self.direction(of, *fact, ranges) {
                Monotone::Unknown => return None,
                Monotone::Down => lowering.push(*fact),
                Monotone::Up | Monotone::Constant => {}
            }
        }
        let corner = |greatest: bool| {
            let end = |fact| {
                let (low, high) = ranges(fact);
                if lowering.contains(&fact) == greatest { low } else { high }
            };
            self.evaluate(of, &end).ok()
        };
        Some(Interval { low: corner(false)?, high: corner(true)?, outer: false })
    }

    /// The ends over every point of a small region; `None` if it is large, or in trouble everywhere.
    fn enumerate(&self, of: ExpressionId, facts: &[FactId], ranges: Ranges<'_>) -> Option<Interval> {
        let size = |fact: FactId| {
            let (low, high) = ranges(fact);
            high.checked_sub(low)?.checked_add(1)
        };
        let mut points: i64 = 1;
        for fact in facts {
            points = points.checked_mul(size(*fact)?)?;
        }
        if !(1..=ENUMERATION_LIMIT).contains(&points) {
            return None;
        }
        let mut bounds = None;
        for point in 0..points {
            // One digit of the point's number for each fact.
            let scalar = |fact| {
                let mut rest = point;
                for own in facts {
                    let size = size(*own).unwrap_or(1);
                    if *own == fact {
                        return ranges(fact).0.saturating_add(rest.checked_rem(size).unwrap_or(0));
                    }
                    rest = rest.checked_div(size).unwrap_or(0);
                }
                0
            };
            if let Ok(value) = self.evaluate(of, &scalar) {
                Interval::point(value).widen(&mut bounds);
            }
        }
        bounds
    }

    /// The value at one point, given the scalar of every fact.
    ///
    /// # Errors
    /// If some operation is in trouble there.
    pub fn evaluate(&self, of: ExpressionId, scalar: &dyn Fn(FactId) -> i64) -> Result<Rational, Trouble> {
        let point = |fact| {
            let scalar = scalar(fact);
            (scalar, scalar)
        };
        self.span(of, &point, true).map(|span| span.low)
    }

    /// An interval that contains every value in a region, and no other if the region is a point: by interval arithmetic.
    ///
    /// # Errors
    /// If `strict`, and some operation is in trouble there; otherwise it could come to anything.
    pub(super) fn span(&self, of: ExpressionId, ranges: Ranges<'_>, strict: bool) -> Result<Interval, Trouble> {
        let sum = self.sum(of).ok_or(Trouble::Overflow)?;
        let mut total = Interval::point(sum.constant);
        for (term, factor) in &sum.terms {
            let value = match self.terms.get(*term) {
                Some(Term::Fact(fact)) => {
                    let (first, last) = ranges(*fact);
                    let mut value = Interval::point(self.natural(*fact, first));
                    if first != last {
                        value.high = self.natural(*fact, last);
                    }
                    value
                }
                Some(Term::Operation(operation, [first, second])) => {
                    let (first, second) = (self.span(*first, ranges, strict)?, self.span(*second, ranges, strict)?);
                    self.reckon(*operation, &first, &second, strict)?
                }
                None => return Err(Trouble::Overflow),
            };
            let part = self.reckon(Operation::Multiply, &Interval::point(*factor), &value, strict)?;
            total = self.reckon(Operation::Add, &total, &part, strict)?;
        }
        Ok(total)
    }

    /// What an operation comes to over two intervals; anything where it is in trouble, unless `strict`.
    fn reckon(&self, operation: Operation, a: &Interval, b: &Interval, strict: bool) -> Result<Interval, Trouble> {
        match self.corners(operation, a, b) {
            Err(_) if !strict => Ok(ANYTHING),
            span => span,
        }
    }

    /// Every operation is monotone in each argument between the signs of the other, so its ends are at corners.
    fn corners(&self, operation: Operation, a: &Interval, b: &Interval) -> Result<Interval, Trouble> {
        if operation == Operation::Divide && b.low <= Rational::ZERO && b.high >= Rational::ZERO {
            return Err(Trouble::DivisionByZero);
        }
        let corners = [(&a.low, &b.low), (&a.low, &b.high), (&a.high, &b.low), (&a.high, &b.high)];
        let count = if a.is_point() && b.is_point() { 1 } else { corners.len() };
        let mut hull = None;
        for (a, b) in corners.into_iter().take(count) {
            Interval::point(operate(operation, a, b, self.pack.calendar.as_ref())?).widen(&mut hull);
        }
        hull.ok_or(Trouble::Overflow)
    }

    /// What a fact's scalar stands for.
    fn natural(&self, fact: FactId, scalar: i64) -> Rational {
        Rational::from_scalar(scalar, self.pack.type_of(Name::Fact(fact)).decimals())
    }
}
