//! How an expression moves with one of its facts.

use super::ranges::{ANYTHING, ENUMERATION_LIMIT, Ranges};
use super::{ExpressionId, Expressions, Term};
use crate::engine::monotone::{Monotone, Signs, direction};
use crate::model::FactId;

impl Expressions<'_> {
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
}
