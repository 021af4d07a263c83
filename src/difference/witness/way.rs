//! One way through the diagram of a difference: whether any case goes it, and which ones do.

use crate::difference::delta::Delta;
use crate::engine::expression::ExpressionId;
use crate::engine::interval::Interval;
use crate::engine::leaf::Leaf;
use crate::engine::monotone::Monotone;
use crate::engine::rational::Rational;
use crate::engine::world::{Meaning, Threshold, World};
use crate::model::{FactId, Rounding, Value};
use crate::sorted;
use crate::space::{Complete, Path, ascending, atom_of, complete};

use super::MOST_CASES;

/// So many points of one way are tried, before both packs are asked.
const MOST_POINTS: usize = 4_096;

/// A way through the diagram of a difference, and what it asks of quantities.
pub struct Way<'a> {
    path: &'a Path,
    /// Quantities of several facts, and between which of their thresholds they lie.
    asked: Vec<(ExpressionId, Vec<Threshold>, usize)>,
    /// What the two packs reckon there, where each reckons one thing.
    formulas: Option<[ExpressionId; 2]>,
    /// The facts that any of that reads.
    facts: Vec<FactId>,
}

impl<'a> Way<'a> {
    /// The way of one path through the diagram of where the packs differ.
    pub fn of(world: &mut World<'_>, path: &'a Path, delta: &Delta) -> Way<'a> {
        let mut asked = Vec::new();
        let mut facts = Vec::new();
        for (variable, atom) in path {
            if let Some(Meaning::Quantity { quantity, facts: own, thresholds }) =
                world.variables.get(usize::from(*variable))
            {
                asked.push((*quantity, ascending(thresholds), usize::from(*atom)));
                facts.extend(own.iter().copied());
            }
        }
        let mut formulas = Vec::new();
        for node in delta.says {
            let rest = world
                .diagrams
                .restrict(node, &|variable| path.iter().find(|(own, _)| *own == variable).map(|(_, atom)| *atom));
            let leaves = world.diagrams.leaves(rest);
            for leaf in &leaves {
                if let Leaf::Expression(expression) = world.leaves.get(*leaf) {
                    facts.extend(world.expressions.facts(*expression));
                }
            }
            formulas.extend(match leaves.as_slice() {
                [leaf] => match world.leaves.get(*leaf).clone() {
                    Leaf::Expression(expression) => Some(expression),
                    Leaf::Number(number) => Some(world.expressions.constant(number)),
                    _ => None,
                },
                _ => None,
            });
        }
        let facts: sorted::Set<FactId> = facts.into_iter().collect();
        let formulas = <[ExpressionId; 2]>::try_from(formulas).ok();
        let mut way = Way { path, asked, formulas, facts: Vec::new() };
        way.facts = Vec::from(facts).into_iter().filter(|fact| way.range(world, *fact).is_some()).collect();
        way
    }

    /// The scalars that a fact can have on the way; `None` where it is `none`.
    fn range(&self, world: &World<'_>, fact: FactId) -> Option<(i64, i64)> {
        for (variable, atom) in self.path {
            if let Some(Meaning::Pieces { fact: own, pieces, .. }) = world.variables.get(usize::from(*variable))
                && *own == fact
            {
                return pieces.get(usize::from(*atom)).copied();
            }
        }
        Some(world.expressions.whole_range(fact))
    }

    /// Whether quantities can come to what the way asks of them, as far as their bounds and steps tell.
    pub fn is_possible(&self, world: &World<'_>) -> bool {
        self.asked.iter().all(|(quantity, thresholds, atom)| {
            let ranges = |fact| self.range(world, fact).unwrap_or_else(|| world.expressions.whole_range(fact));
            let Interval { low, high, .. } = world.expressions.bounds(*quantity, &ranges);
            let least = atom.checked_sub(1).and_then(|below| thresholds.get(below)).and_then(|(end, strictly)| {
                // The first multiple of the quantity's step that is above the threshold.
                let step = world.expressions.grain(*quantity).filter(|step| step.signum() > 0)?;
                let least = end.round(step, Rounding::Ceiling)?;
                if *strictly && least == *end { least.checked_add(step) } else { Some(least) }
            });
            atom_of(thresholds, low.max(least.unwrap_or(low))) <= *atom && *atom <= atom_of(thresholds, high)
        })
    }

    /// Complete cases that go this way, the likeliest to tell the packs apart first.
    pub fn cases(&self, world: &World<'_>) -> Vec<Complete> {
        let mut first = complete(world, self.path, &|_| 0);
        let is_on_path = |variable: u16| self.path.iter().any(|(own, _)| *own == variable);
        for (variable, meaning) in (0..).zip(&world.variables) {
            // What the way does not ask to be unknown is known.
            if let Meaning::Recorded { fact } = meaning
                && !is_on_path(variable)
                && let Some(recorded) = first.recorded.get_mut(fact.index())
            {
                *recorded = true;
            }
        }
        if self.facts.is_empty() {
            return vec![first];
        }
        let mut found: Vec<Vec<i64>> = Vec::new();
        let mut rest: Vec<Vec<i64>> = Vec::new();
        for point in self.points(world) {
            for own in std::iter::once(point.clone()).chain(self.moved(world, &point)) {
                if self.goes(world, &own) && !found.contains(&own) && !rest.contains(&own) {
                    if self.tells_apart(world, &own) { found.push(own) } else { rest.push(own) }
                }
            }
            if found.len() >= MOST_CASES {
                break;
            }
        }
        // Where what the packs reckon is not one thing each, they may differ anywhere.
        rest.truncate(4);
        found.append(&mut rest);
        let case = |scalars: Vec<i64>| {
            let mut case = first.clone();
            for (fact, scalar) in self.facts.iter().zip(scalars) {
                if let Some(value) = case.values.get_mut(fact.index()) {
                    *value = Value::Scalar(scalar);
                }
            }
            case
        };
        found.into_iter().map(case).collect()
    }

    /// Scalars for the facts: all combinations of the ends of their ranges, what is next to these, and some between.
    fn points(&self, world: &World<'_>) -> Vec<Vec<i64>> {
        let mut points: Vec<Vec<i64>> = vec![Vec::new()];
        for fact in &self.facts {
            let (first, last) = self.range(world, *fact).unwrap_or((0, 0));
            let middle = first.midpoint(last);
            let mut scalars = vec![first, last, middle, first.midpoint(middle), middle.midpoint(last)];
            scalars.extend([first.saturating_add(1).min(last), last.saturating_sub(1).max(first)]);
            scalars.extend((2..9).map(|step| first.saturating_add(step).min(last)));
            let room = MOST_POINTS.checked_div(points.len()).unwrap_or(1).max(1);
            let mut kept: Vec<i64> = Vec::new();
            for scalar in scalars {
                if !kept.contains(&scalar) && kept.len() < room {
                    kept.push(scalar);
                }
            }
            let with = |scalar: &i64| {
                let scalar = *scalar;
                points.iter().map(move |point| point.iter().copied().chain([scalar]).collect::<Vec<_>>())
            };
            let extended: Vec<Vec<i64>> = kept.iter().flat_map(with).collect();
            points = extended;
        }
        points
    }

    /// A point with one of its facts so moved that a quantity comes to what the way asks, for each quantity and fact.
    fn moved(&self, world: &World<'_>, point: &[i64]) -> Vec<Vec<i64>> {
        let mut moved = Vec::new();
        for (quantity, thresholds, atom) in &self.asked {
            for (place, fact) in self.facts.iter().enumerate() {
                let Some((mut low, mut high)) = self.range(world, *fact) else { continue };
                let ranges = |own: FactId| self.range(world, own).unwrap_or((0, 0));
                let rises = match world.expressions.direction(*quantity, *fact, &ranges) {
                    Monotone::Up => true,
                    Monotone::Down => false,
                    _ => continue,
                };
                let with = |scalar: i64| {
                    let mut own = point.to_vec();
                    if let Some(slot) = own.get_mut(place) {
                        *slot = scalar;
                    }
                    own
                };
                let reaches = |scalar: i64| {
                    let value = self.value(world, *quantity, &with(scalar));
                    value.is_some_and(|value| {
                        let own = atom_of(thresholds, value);
                        if rises { own >= *atom } else { own <= *atom }
                    })
                };
                if !reaches(high) {
                    continue;
                }
                while low < high {
                    let middle = low.midpoint(high);
                    if reaches(middle) { high = middle } else { low = middle.saturating_add(1) }
                }
                moved.push(with(high));
            }
        }
        moved
    }

    fn value(&self, world: &World<'_>, of: ExpressionId, point: &[i64]) -> Option<Rational> {
        let scalar = |fact: FactId| {
            let place = self.facts.iter().position(|own| *own == fact);
            place.and_then(|place| point.get(place)).copied().unwrap_or(0)
        };
        world.expressions.evaluate(of, &scalar).ok()
    }

    /// Whether all quantities come to what the way asks.
    fn goes(&self, world: &World<'_>, point: &[i64]) -> bool {
        self.asked.iter().all(|(quantity, thresholds, atom)| {
            self.value(world, *quantity, point).is_some_and(|value| atom_of(thresholds, value) == *atom)
        })
    }

    fn tells_apart(&self, world: &World<'_>, point: &[i64]) -> bool {
        self.formulas.is_some_and(|[old, new]| self.value(world, old, point) != self.value(world, new, point))
    }

    /// Facts that may suffice for a case, fewest first: those that the way asks for; those that what is said rests on.
    pub fn enough(&self, world: &World<'_>, delta: &Delta) -> [Vec<FactId>; 2] {
        let mut on_way = self.facts.clone();
        for (variable, _) in self.path {
            on_way.extend_from_slice(world.decides_on(*variable));
        }
        let mut support = sorted::Set::default();
        for node in delta.says {
            world.diagrams.support(node, &mut support);
        }
        let mut read = on_way.clone();
        support.iter().for_each(|variable| read.extend_from_slice(world.decides_on(*variable)));
        [on_way, read]
    }
}
