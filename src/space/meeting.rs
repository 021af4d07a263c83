//! Cases in which quantities of several facts come to what a way through a diagram asks of them.
//!
//! The diagrams know such a quantity as a variable beside those of its facts, so a way may ask of both what no case is, or
//! what only some cases are. Here the facts are moved within what the way asks of each until the quantities agree too.

use crate::engine::expression::ExpressionId;
use crate::engine::rational::Rational;
use crate::engine::world::{Meaning, Threshold, World};
use crate::model::{FactId, Value};
use crate::sorted::sort_by;

use super::path::range_on;
use super::{Complete, Path};

/// So often each quantity is looked at: what is moved for one may spoil another.
const ROUNDS: usize = 4;

/// How many of some thresholds a value is above.
pub fn atom_of(thresholds: &[Threshold], value: Rational) -> usize {
    thresholds.iter().filter(|(end, strictly)| if *strictly { value > *end } else { value >= *end }).count()
}

/// Thresholds in the order in which atoms lie between them; a variable has them in the order in which they were asked for.
pub fn ascending(thresholds: &[Threshold]) -> Vec<Threshold> {
    let mut ascending = thresholds.to_vec();
    sort_by(&mut ascending, &Ord::cmp);
    ascending
}

/// Moves facts of a case, those that may be, so that quantities come to what a way asks: one fact if that is enough, and no
/// further than needed, or to the end of its range if it is to go `far`. Whether all of them do in the end.
pub fn meet(
    world: &World<'_>,
    path: &Path,
    case: &mut Complete,
    may_move: &dyn Fn(FactId) -> bool,
    far: &dyn Fn(FactId) -> bool,
) -> bool {
    let mut asked = Vec::new();
    for (variable, wanted) in path {
        if let Some(Meaning::Quantity { quantity, facts, thresholds }) = world.variables.get(usize::from(*variable)) {
            let range = |fact| range_on(world, path, fact).unwrap_or_else(|| world.expressions.whole_range(fact));
            let ranges = facts.iter().filter(|fact| may_move(**fact)).map(|fact| (*fact, range(*fact)));
            let wanted = usize::from(*wanted);
            asked.push(Asked { quantity: *quantity, thresholds, wanted, ranges: ranges.collect() });
        }
    }
    for _ in 0..ROUNDS {
        let mut is_met = true;
        for asked in &asked {
            if asked.atom(world, case) != Some(asked.wanted) {
                is_met = false;
                asked.approach(world, case, far);
            }
        }
        if is_met {
            return true;
        }
    }
    asked.iter().all(|asked| asked.atom(world, case) == Some(asked.wanted))
}

/// What a way asks of one quantity.
struct Asked<'w> {
    quantity: ExpressionId,
    thresholds: &'w [Threshold],
    wanted: usize,
    /// The facts that may be moved, each with its first and last scalar.
    ranges: Vec<(FactId, (i64, i64))>,
}

impl Asked<'_> {
    /// Moves one fact so that the quantity comes to what is asked, or if that is not enough, the one that brings it nearest.
    fn approach(&self, world: &World<'_>, case: &mut Complete, far: &dyn Fn(FactId) -> bool) {
        let Some(own) = self.atom(world, case) else { return };
        let is_low = own < self.wanted;
        let mut nearest: Option<(Rational, FactId, i64)> = None;
        for (fact, (first, last)) in self.ranges.iter().copied() {
            let Some(Value::Scalar(here)) = case.values.get(fact.index()).cloned() else { continue };
            let with = |scalar: i64| self.value(world, case, Some((fact, scalar)));
            let atom = |scalar: i64| with(scalar).map(|value| atom_of(self.thresholds, value));
            let reaches = |scalar: i64| {
                atom(scalar).is_some_and(|atom| if is_low { atom >= self.wanted } else { atom <= self.wanted })
            };
            for end in [first, last] {
                if let Some(value) = with(end)
                    && nearest.is_none_or(|(best, ..)| if is_low { value > best } else { value < best })
                {
                    nearest = Some((value, fact, end));
                }
                if !reaches(end) {
                    continue;
                }
                let (mut before, mut after) = (here, end);
                while before.abs_diff(after) > 1 {
                    let middle = before.midpoint(after);
                    if reaches(middle) { after = middle } else { before = middle }
                }
                let chosen = if far(fact) && atom(end) == Some(self.wanted) { end } else { after };
                if atom(chosen) == Some(self.wanted) {
                    set(case, fact, chosen);
                    return;
                }
            }
        }
        if let Some((_, fact, end)) = nearest {
            set(case, fact, end);
        }
    }

    /// Between which of its thresholds the quantity lies; `None` where it cannot be reckoned.
    fn atom(&self, world: &World<'_>, case: &Complete) -> Option<usize> {
        self.value(world, case, None).map(|value| atom_of(self.thresholds, value))
    }

    /// The quantity in a case, with one fact otherwise if that is said; `None` where one of its facts has no value.
    fn value(&self, world: &World<'_>, case: &Complete, other: Option<(FactId, i64)>) -> Option<Rational> {
        let scalar = |fact: FactId| match (other, case.values.get(fact.index())) {
            (Some((own, scalar)), _) if own == fact => Some(scalar),
            (_, Some(Value::Scalar(scalar))) => Some(*scalar),
            _ => None,
        };
        let facts = world.expressions.facts(self.quantity);
        if facts.iter().any(|fact| scalar(*fact).is_none()) {
            return None;
        }
        world.expressions.evaluate(self.quantity, &|fact| scalar(fact).unwrap_or(0)).ok()
    }
}

fn set(case: &mut Complete, fact: FactId, scalar: i64) {
    if let Some(value) = case.values.get_mut(fact.index()) {
        *value = Value::Scalar(scalar);
    }
}
