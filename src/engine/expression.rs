//! Exact formulas over unknown facts, in normal form: what a quantity comes to in one region of the rules.
//!
//! An expression is a sum of terms with rational factors and a constant. Two linear expressions that are equal as
//! functions are the same expression; other operations are terms of their own.

use super::arithmetic::{Operation, Trouble, operate};
use super::crossing::{Answer, Question};
use super::interned::Interned;
use super::monotone::{Monotone, Signs, direction};
use super::rational::Rational;
use crate::model::{FactId, Name, Pack};
use crate::sorted;

/// An expression; equal normal forms have equal ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExpressionId(u32);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Sum {
    /// By term, ascending, without zeros.
    terms: Vec<(u32, Rational)>,
    constant: Rational,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Term {
    Fact(FactId),
    Operation(Operation, Vec<ExpressionId>),
}

/// From the least to the greatest value, both inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    pub low: Rational,
    pub high: Rational,
    /// Whether both ends are attained.
    pub tight: bool,
}

/// The scalar of every fact at one point.
pub type Point<'a> = &'a dyn Fn(FactId) -> i64;

/// The scalars that a fact takes in a region, both inclusive.
pub type Ranges<'a> = &'a dyn Fn(FactId) -> (i64, i64);

/// All expressions of one case.
#[derive(Debug, Clone)]
pub struct Expressions<'p> {
    pack: &'p Pack,
    /// By expression, as far as they were asked for.
    bounds: Vec<Option<Bounds>>,
    pub(super) questions: Interned<Question>,
    /// By question.
    pub(super) answers: Vec<Answer>,
    sums: Interned<Sum>,
    terms: Interned<Term>,
}

/// How many points are tried one by one where corners do not tell a formula's ends.
const ENUMERATION_LIMIT: i64 = 4_096;

/// Stands for an end that is not known; beyond any quantity of a pack.
const FAR: i128 = 1_000_000_000_000_000_000_000_000;

const MINUTES_A_DAY: Rational = Rational::whole(1_440);
const DAYS_A_WEEK: Rational = Rational::whole(7);

impl<'p> Expressions<'p> {
    pub fn new(pack: &'p Pack) -> Self {
        Expressions {
            pack,
            bounds: Vec::new(),
            questions: Interned::default(),
            answers: Vec::new(),
            sums: Interned::default(),
            terms: Interned::default(),
        }
    }

    pub fn constant(&mut self, value: Rational) -> ExpressionId {
        self.intern(Sum { terms: Vec::new(), constant: value })
    }

    pub fn fact(&mut self, fact: FactId) -> ExpressionId {
        let term = self.term(Term::Fact(fact));
        self.intern(Sum { terms: vec![(term, Rational::whole(1))], constant: Rational::ZERO })
    }

    /// The value of an expression that reads no fact.
    pub fn as_constant(&self, of: ExpressionId) -> Option<Rational> {
        self.sum(of).filter(|sum| sum.terms.is_empty()).map(|sum| sum.constant)
    }

    /// The expression for an operation.
    ///
    /// # Errors
    /// If the operation is in trouble whatever the facts are.
    pub fn operate(&mut self, operation: Operation, args: &[ExpressionId]) -> Result<ExpressionId, Trouble> {
        let constants: Option<Vec<Rational>> = args.iter().map(|arg| self.as_constant(*arg)).collect();
        if let Some(constants) = constants {
            let value = operate(operation, &constants, self.pack.calendar.as_ref())?;
            return Ok(self.constant(value));
        }
        if let Some(sole) = self.sole(operation, args) {
            return Ok(sole);
        }
        let sum = match self.linear(operation, args) {
            Some(sum) => sum.ok_or(Trouble::Overflow)?,
            None => {
                let term = self.term(Term::Operation(operation, args.to_vec()));
                Sum { terms: vec![(term, Rational::whole(1))], constant: Rational::ZERO }
            }
        };
        Ok(self.intern(sum))
    }

    /// The argument that is the least or greatest of two whatever the facts are.
    fn sole(&mut self, operation: Operation, args: &[ExpressionId]) -> Option<ExpressionId> {
        let [first, second] = *args else { return None };
        let (a, b) = (self.whole_bounds(first), self.whole_bounds(second));
        match operation {
            Operation::Min if a.high <= b.low => Some(first),
            Operation::Min if b.high <= a.low => Some(second),
            Operation::Max if a.low >= b.high => Some(first),
            Operation::Max if b.low >= a.high => Some(second),
            _ => None,
        }
    }

    /// The least and greatest value over everything that the facts can be.
    pub fn whole_bounds(&mut self, of: ExpressionId) -> Bounds {
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

    /// The sum that an operation comes to, if it is one; `Some(None)` if it overflows.
    fn linear(&self, operation: Operation, args: &[ExpressionId]) -> Option<Option<Sum>> {
        let sum = |at: usize| args.get(at).and_then(|arg| self.sum(*arg));
        let constant = |at: usize| args.get(at).and_then(|arg| self.as_constant(*arg));
        let one = Rational::whole(1);
        let minus = Rational::whole(-1);
        match (operation, args.len()) {
            (Operation::Add, 2) => Some(combine(sum(0)?, one, sum(1)?, one)),
            (Operation::Subtract, 2) => Some(combine(sum(0)?, one, sum(1)?, minus)),
            (Operation::DaysBetween { business: false }, 2) => Some(combine(sum(1)?, one, sum(0)?, minus)),
            (Operation::DateDifference, 2) => {
                Some(combine(sum(0)?, MINUTES_A_DAY, sum(1)?, MINUTES_A_DAY.checked_neg()?))
            }
            (Operation::Negate, 1) => Some(scale(sum(0)?, minus)),
            (Operation::Multiply, 2) => match (constant(0), constant(1)) {
                (Some(factor), _) => Some(scale(sum(1)?, factor)),
                (_, Some(factor)) => Some(scale(sum(0)?, factor)),
                _ => None,
            },
            (Operation::Divide, 2) => {
                let divisor = constant(1).filter(|divisor| divisor.signum() != 0)?;
                Some(Rational::whole(1).checked_div(divisor).and_then(|factor| scale(sum(0)?, factor)))
            }
            (Operation::DateShift(unit), 2) => {
                let each = match unit {
                    crate::model::DateUnit::Days => one,
                    crate::model::DateUnit::Weeks => DAYS_A_WEEK,
                    _ => return None,
                };
                let days = constant(1)?.floor().checked_mul(each)?;
                Some(combine(sum(0)?, one, &Sum { terms: Vec::new(), constant: days }, one))
            }
            (Operation::Min | Operation::Max, _) if args.windows(2).all(|pair| pair.first() == pair.last()) => {
                Some(sum(0).cloned())
            }
            _ => None,
        }
    }

    /// The facts that an expression reads, ascending.
    pub fn facts(&self, of: ExpressionId) -> Vec<FactId> {
        let mut facts = Vec::new();
        self.collect_facts(of, &mut facts);
        sorted::sort_unique(&mut facts);
        facts
    }

    fn collect_facts(&self, of: ExpressionId, facts: &mut Vec<FactId>) {
        for (term, _) in self.sum(of).map_or(&[][..], |sum| &sum.terms) {
            match self.terms.get(*term) {
                Some(Term::Fact(fact)) => facts.push(*fact),
                Some(Term::Operation(_, args)) => args.iter().for_each(|arg| self.collect_facts(*arg, facts)),
                None => {}
            }
        }
    }

    /// The value at one point, given the scalar of every fact.
    ///
    /// # Errors
    /// If some operation is in trouble there.
    pub fn evaluate(&self, of: ExpressionId, scalar: Point<'_>) -> Result<Rational, Trouble> {
        let Some(sum) = self.sum(of) else { return Err(Trouble::Overflow) };
        let mut total = sum.constant;
        for (term, factor) in &sum.terms {
            let value = match self.terms.get(*term) {
                Some(Term::Fact(fact)) => self.natural(*fact, scalar(*fact)),
                Some(Term::Operation(operation, args)) => {
                    let args: Result<Vec<Rational>, Trouble> =
                        args.iter().map(|arg| self.evaluate(*arg, scalar)).collect();
                    operate(*operation, &args?, self.pack.calendar.as_ref())?
                }
                None => return Err(Trouble::Overflow),
            };
            let part = factor.checked_mul(value).ok_or(Trouble::Overflow)?;
            total = total.checked_add(part).ok_or(Trouble::Overflow)?;
        }
        Ok(total)
    }

    /// What a fact's scalar stands for.
    pub fn natural(&self, fact: FactId, scalar: i64) -> Rational {
        Rational::from_scalar(scalar, self.pack.type_of(Name::Fact(fact)).decimals())
    }

    /// The first and last scalar that a fact can have at all.
    pub fn whole_range(&self, fact: FactId) -> (i64, i64) {
        self.pack.type_of(Name::Fact(fact)).range().unwrap_or((0, 0))
    }

    /// How an expression moves with one of its facts in a region.
    pub fn direction(&self, of: ExpressionId, fact: FactId, ranges: Ranges<'_>) -> Monotone {
        let terms = self.sum(of).map_or(&[][..], |sum| &sum.terms);
        terms.iter().fold(Monotone::Constant, |way, (term, factor)| {
            let sign = if factor.signum() < 0 { Monotone::Down } else { Monotone::Up };
            way.and(sign.through(self.term_direction(*term, fact, ranges)))
        })
    }

    fn term_direction(&self, term: u32, fact: FactId, ranges: Ranges<'_>) -> Monotone {
        match self.terms.get(term) {
            Some(Term::Fact(own)) if *own == fact => Monotone::Up,
            Some(Term::Operation(operation, args)) => {
                let signs: Vec<Signs> = args
                    .iter()
                    .map(|arg| {
                        let (low, high) = self.outer(*arg, ranges);
                        Signs::between(low, high)
                    })
                    .collect();
                args.iter().enumerate().fold(Monotone::Constant, |way, (at, arg)| {
                    way.and(direction(*operation, at, &signs).through(self.direction(*arg, fact, ranges)))
                })
            }
            _ => Monotone::Constant,
        }
    }

    /// The least and greatest value in a region, tight where corners or enumeration can tell.
    pub fn bounds(&self, of: ExpressionId, ranges: Ranges<'_>) -> Bounds {
        let facts = self.facts(of);
        let ways: Vec<(FactId, Monotone)> =
            facts.iter().map(|fact| (*fact, self.direction(of, *fact, ranges))).collect();
        if ways.iter().all(|(_, way)| *way != Monotone::Unknown) {
            let corner = |greatest: bool| {
                self.evaluate(of, &|fact| {
                    let (low, high) = ranges(fact);
                    let up = !ways.iter().any(|(own, way)| *own == fact && *way == Monotone::Down);
                    if up == greatest { high } else { low }
                })
            };
            if let (Ok(low), Ok(high)) = (corner(false), corner(true)) {
                return Bounds { low, high, tight: true };
            }
        }
        self.enumerate(of, &facts, ranges).unwrap_or_else(|| {
            let (low, high) = self.outer(of, ranges);
            Bounds { low, high, tight: false }
        })
    }

    /// The ends over every point of a small region; `None` if it is large, or in trouble everywhere.
    fn enumerate(&self, of: ExpressionId, facts: &[FactId], ranges: Ranges<'_>) -> Option<Bounds> {
        let mut bounds: Option<Bounds> = None;
        self.each_point(facts, ranges, &mut |point| {
            if let Ok(value) = self.evaluate(of, point) {
                let (low, high) = bounds.map_or((value, value), |known| (known.low.min(value), known.high.max(value)));
                bounds = Some(Bounds { low, high, tight: true });
            }
        })?;
        bounds
    }

    /// Visits every point of a small region of some facts; `None`, without a visit, if it is large.
    pub fn each_point(&self, facts: &[FactId], ranges: Ranges<'_>, visit: &mut dyn FnMut(Point<'_>)) -> Option<()> {
        let size = |fact: &FactId| {
            let (low, high) = ranges(*fact);
            high.checked_sub(low)?.checked_add(1)
        };
        let points = facts.iter().try_fold(1_i64, |points, fact| points.checked_mul(size(fact)?))?;
        if !(1..=ENUMERATION_LIMIT).contains(&points) {
            return None;
        }
        for point in 0..points {
            let mut rest = point;
            let mut scalars: Vec<(FactId, i64)> = Vec::with_capacity(facts.len());
            for fact in facts {
                let size = size(fact)?;
                scalars.push((*fact, ranges(*fact).0.checked_add(rest.checked_rem(size)?)?));
                rest = rest.checked_div(size)?;
            }
            visit(&|fact| scalars.iter().find(|(own, _)| *own == fact).map_or(0, |(_, scalar)| *scalar));
        }
        Some(())
    }

    /// An interval that contains every value, by interval arithmetic.
    fn outer(&self, of: ExpressionId, ranges: Ranges<'_>) -> (Rational, Rational) {
        let far = (Rational::whole(-FAR), Rational::whole(FAR));
        let Some(sum) = self.sum(of) else { return far };
        let mut total = (sum.constant, sum.constant);
        for (term, factor) in &sum.terms {
            let (low, high) = self.outer_term(*term, ranges);
            let (Some(low), Some(high)) = (factor.checked_mul(low), factor.checked_mul(high)) else { return far };
            let (Some(low), Some(high)) = (total.0.checked_add(low.min(high)), total.1.checked_add(low.max(high)))
            else {
                return far;
            };
            total = (low, high);
        }
        total
    }

    fn outer_term(&self, term: u32, ranges: Ranges<'_>) -> (Rational, Rational) {
        let far = (Rational::whole(-FAR), Rational::whole(FAR));
        let (operation, args) = match self.terms.get(term) {
            Some(Term::Fact(fact)) => {
                let (low, high) = ranges(*fact);
                return (self.natural(*fact, low), self.natural(*fact, high));
            }
            Some(Term::Operation(operation, args)) => (*operation, args),
            None => return far,
        };
        let ends: Vec<(Rational, Rational)> = args.iter().map(|arg| self.outer(*arg, ranges)).collect();
        let crosses_zero = |(low, high): &(Rational, Rational)| low.signum() <= 0 && high.signum() >= 0;
        if operation == Operation::Divide && ends.get(1).is_none_or(crosses_zero) {
            return far;
        }
        // Every operation is monotone in each argument between the signs of the others, so its ends are at corners.
        let corners = 1_usize.checked_shl(u32::try_from(ends.len()).unwrap_or(32)).unwrap_or(0);
        let mut total: Option<(Rational, Rational)> = None;
        for corner in 0..corners {
            let point: Vec<Rational> = ends
                .iter()
                .enumerate()
                .map(|(at, (low, high))| if (corner >> at) & 1 == 1 { *high } else { *low })
                .collect();
            let Ok(value) = operate(operation, &point, self.pack.calendar.as_ref()) else { return far };
            total = Some(total.map_or((value, value), |(low, high)| (low.min(value), high.max(value))));
        }
        total.unwrap_or(far)
    }

    /// An expression without its constant, so scaled that its first factor is 1: `factor * (quantity + constant)`.
    /// `None` for a constant, and where scaling overflows.
    pub fn normal(&mut self, of: ExpressionId) -> Option<(Rational, ExpressionId, Rational)> {
        let sum = self.sum(of)?;
        let factor = sum.terms.first()?.1;
        let scaled = scale(sum, Rational::whole(1).checked_div(factor)?)?;
        let constant = scaled.constant;
        let quantity = self.intern(Sum { constant: Rational::ZERO, ..scaled });
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
            let value = |own: i64| {
                self.evaluate(of, &|any| {
                    let mut rest = point;
                    for other in &others {
                        if *other == any {
                            return sample(any, rest % SAMPLES);
                        }
                        rest /= SAMPLES;
                    }
                    if few { low.saturating_add(own) } else { sample(fact, own) }
                })
            };
            let first = value(0);
            if (1..tried).any(|own| value(own) != first) {
                return true;
            }
        }
        false
    }

    fn sum(&self, of: ExpressionId) -> Option<&Sum> {
        self.sums.get(of.0)
    }

    fn intern(&mut self, sum: Sum) -> ExpressionId {
        ExpressionId(self.sums.id(sum))
    }

    fn term(&mut self, term: Term) -> u32 {
        self.terms.id(term)
    }
}

/// `a * by_a + b * by_b`; `None` on overflow.
fn combine(a: &Sum, by_a: Rational, b: &Sum, by_b: Rational) -> Option<Sum> {
    let mut sum = scale(a, by_a)?;
    for (term, factor) in &b.terms {
        let factor = factor.checked_mul(by_b)?;
        match sum.terms.binary_search_by_key(term, |(own, _)| *own) {
            Ok(at) => {
                let own = sum.terms.get_mut(at)?;
                own.1 = own.1.checked_add(factor)?;
            }
            Err(at) => sum.terms.insert(at, (*term, factor)),
        }
    }
    sum.terms.retain(|(_, factor)| factor.signum() != 0);
    sum.constant = sum.constant.checked_add(b.constant.checked_mul(by_b)?)?;
    Some(sum)
}

/// `sum * by`; `None` on overflow.
fn scale(sum: &Sum, by: Rational) -> Option<Sum> {
    let terms: Option<Vec<(u32, Rational)>> =
        sum.terms.iter().map(|(term, factor)| Some((*term, factor.checked_mul(by)?))).collect();
    let mut terms = terms?;
    terms.retain(|(_, factor)| factor.signum() != 0);
    Some(Sum { terms, constant: sum.constant.checked_mul(by)? })
}
