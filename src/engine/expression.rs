//! Exact formulas over unknown facts, in normal form: what a quantity comes to in one region of the rules.
//!
//! An expression is a sum of terms with rational factors and a constant. Two linear expressions that are equal as
//! functions are the same expression; other operations are terms of their own.

#[cfg(feature = "proofs")]
mod grain;
#[cfg(feature = "proofs")]
mod translated;

use super::arithmetic::{Operation, Trouble, operate};
use super::crossing::{Answer, Question};
use super::interned::Interned;
use super::interval::Interval;
use super::monotone::{Monotone, Signs, direction};
use super::rational::Rational;
use crate::model::{DateUnit, FactId, Name, Pack};
use crate::sorted::Set;

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

/// The scalars that a fact takes in a region, both inclusive.
pub type Ranges<'a> = &'a dyn Fn(FactId) -> (i64, i64);

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
    pub(super) questions: Interned<Question>,
    /// By question.
    pub(super) answers: Vec<Answer>,
    /// The scalars at which answers change, those of one after those of the other.
    pub(super) changes: Vec<i64>,
    sums: Interned<Sum>,
    terms: Interned<Term>,
}

/// How many points are tried one by one where corners do not tell a formula's ends.
const ENUMERATION_LIMIT: i64 = 4_096;

/// Contains any quantity of a pack.
const ANYTHING: Interval = {
    const FAR: i128 = 1_000_000_000_000_000_000_000_000;
    Interval { low: Rational::whole(-FAR), high: Rational::whole(FAR), outer: true }
};

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
    fn span(&self, of: ExpressionId, ranges: Ranges<'_>, strict: bool) -> Result<Interval, Trouble> {
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

    /// The first and last scalar that a fact can have at all.
    pub fn whole_range(&self, fact: FactId) -> (i64, i64) {
        match self.within {
            Some((own, range)) if own == fact => range,
            _ => self.pack.type_of(Name::Fact(fact)).range().unwrap_or((0, 0)),
        }
    }

    /// How an expression moves with one of its facts in a region.
    pub fn direction(&self, of: ExpressionId, fact: FactId, ranges: Ranges<'_>) -> Monotone {
        let mut way = Monotone::Constant;
        for (term, factor) in self.sum(of).map_or(&[][..], |sum| &sum.terms) {
            let sign = if factor.signum() < 0 { Monotone::Down } else { Monotone::Up };
            match self.terms.get(*term) {
                Some(Term::Fact(own)) if *own == fact => way = way.and(sign),
                Some(Term::Operation(operation, args)) => {
                    let signs = args.map(|arg| {
                        let span = self.span(arg, ranges, false).unwrap_or(ANYTHING);
                        Signs::of(&span)
                    });
                    for (at, arg) in args.iter().enumerate() {
                        let inner = self.direction(*arg, fact, ranges);
                        way = way.and(sign.through(direction(*operation, at, signs).through(inner)));
                    }
                }
                _ => {}
            }
        }
        way
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

    /// Whether the value moves with `fact` anywhere in a region. Where the region is too large to try all, its corners
    /// and some points between are tried.
    pub fn varies(&self, of: ExpressionId, fact: FactId, ranges: Ranges<'_>) -> bool {
        const SAMPLES: i64 = 9;
        const FEW: i64 = 64;
        let sample = |fact: FactId, at: i64| {
            let (low, high) = ranges(fact);
            let width = i128::from(high).saturating_sub(i128::from(low));
            let offset = width.saturating_mul(i128::from(at)).checked_div(i128::from(SAMPLES - 1));
            i64::try_from(i128::from(low).saturating_add(offset.unwrap_or(0))).unwrap_or(low)
        };
        let mut others = self.facts(of);
        others.retain(|other| *other != fact);
        let mut points: i64 = 1;
        for _ in &others {
            points = points.saturating_mul(SAMPLES).min(ENUMERATION_LIMIT);
        }
        let (low, high) = ranges(fact);
        let few = high.saturating_sub(low) <= FEW;
        let tried = if few { high.saturating_sub(low).saturating_add(1) } else { SAMPLES };
        for point in 0..points {
            let mut first = None;
            for own in 0..tried {
                let value = self.evaluate(of, &|any| {
                    let mut rest = point;
                    for other in &others {
                        if *other == any {
                            return sample(any, rest % SAMPLES);
                        }
                        rest /= SAMPLES;
                    }
                    if few { low.saturating_add(own) } else { sample(fact, own) }
                });
                if *first.get_or_insert(value) != value {
                    return true;
                }
            }
        }
        false
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
