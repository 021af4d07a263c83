//! What a diagram says over all completions: how sure a truth is, and which values a quantity takes.

use super::diagram::{LeafId, Node, Variable, leaf_id};
use super::expression::ExpressionId;
use super::interval::Interval;
use super::leaf::Leaf;
use super::rational::Rational;
use super::world::{Meaning, World};
use crate::model::{FactId, Value};
use crate::sorted;

/// How sure a truth is over all completions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Every completion has it.
    Certain,
    /// Some completions have it.
    Possible,
    /// None has it, and some leave it undetermined.
    Undetermined,
    /// None has it.
    Excluded,
}

/// The values that a quantity takes over all completions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Possible {
    /// The leaves that are single values, by number or text ascending; `none` is not among them.
    pub values: Vec<LeafId>,
    /// The ends over all completions in which it depends on unknown facts, and over `values`.
    pub interval: Option<Interval>,
    /// Whether some completion has `none`.
    pub none: bool,
    /// Whether some completion leaves it undetermined.
    pub undetermined: bool,
    /// Whether the method's limits hide some values.
    pub blurred: bool,
}

/// More regions than this are taken as one.
const MOST_REGIONS: usize = 2_000;

impl World<'_> {
    /// How sure a truth is.
    pub fn certainty(&self, truth: Node) -> Certainty {
        let leaves = match truth {
            // Most truths of a case that is known are constant, and would have a list made for one leaf.
            Node::YES | Node::NO if self.constraint == Node::YES => {
                return if truth == Node::YES { Certainty::Certain } else { Certainty::Excluded };
            }
            _ => self.diagrams.leaves_under(self.constraint, truth),
        };
        match leaves.as_slice() {
            [leaf_id::YES] => Certainty::Certain,
            leaves if leaves.contains(&leaf_id::YES) || leaves.contains(&leaf_id::BLURRED) => Certainty::Possible,
            leaves if leaves.contains(&leaf_id::UNDETERMINED) => Certainty::Undetermined,
            _ => Certainty::Excluded,
        }
    }

    /// Whether a truth holds in some completion.
    pub fn is_possible(&self, truth: Node) -> bool {
        matches!(self.certainty(truth), Certainty::Certain | Certainty::Possible)
    }

    /// The values that a quantity takes.
    pub fn possible(&mut self, value: Node) -> Possible {
        let mut possible = Possible::default();
        for id in self.diagrams.leaves_under(self.constraint, value) {
            match *self.leaves.get(id) {
                Leaf::None | Leaf::Absent => possible.none = true,
                Leaf::Undetermined | Leaf::Conflict(_) => possible.undetermined = true,
                Leaf::Blurred => possible.blurred = true,
                Leaf::Expression(expression) => {
                    self.interval(value, id, expression).widen(&mut possible.interval);
                }
                _ => possible.values.push(id),
            }
        }
        if possible.interval.is_some() {
            for id in &possible.values {
                if let Some(number) = self.leaves.number(*id) {
                    Interval::point(*number).widen(&mut possible.interval);
                }
            }
        }
        sorted::sort_by(&mut possible.values, &|a, b| match (self.leaves.get(*a), self.leaves.get(*b)) {
            (Leaf::Number(a), Leaf::Number(b)) => a.cmp(b),
            (Leaf::Text(a), Leaf::Text(b)) => a.cmp(b),
            // Lists and sets keep the order in which they were found, which the pack and the case decide.
            _ => std::cmp::Ordering::Equal,
        });
        possible
    }

    /// The ends of an expression where `value` comes to it.
    fn interval(&mut self, value: Node, leaf: u32, expression: ExpressionId) -> Interval {
        let regions = self.regions(value, leaf, expression);
        let mut ends = None;
        for region in &regions.boxes {
            let mut bounds = self.expressions.bounds(expression, &|fact| region.range(fact, self));
            bounds.outer |= regions.outer;
            bounds.widen(&mut ends);
        }
        ends.unwrap_or(Interval { outer: true, ..Interval::point(Rational::ZERO) })
    }

    /// Where `value` comes to an expression: ranges of the facts that it reads.
    pub(super) fn regions(&mut self, value: Node, leaf: u32, expression: ExpressionId) -> Regions {
        let facts = self.expressions.facts(expression);
        let there = self.diagrams.map(value, &mut |own| u32::from(own == leaf));
        let there = self.diagrams.and(there, self.constraint);
        let support = self.diagrams.support_of_any(&[there]);
        let is_own = |variable: Variable| match self.variables.get(usize::from(variable)) {
            Some(Meaning::Pieces { fact, .. }) => facts.contains(fact),
            _ => false,
        };
        let shares = |variable: &Variable| match self.variables.get(usize::from(*variable)) {
            Some(Meaning::Quantity { facts: read, .. }) => read.iter().any(|fact| facts.contains(fact)),
            _ => false,
        };
        let mut regions = Regions { boxes: Vec::new(), outer: support.iter().any(shares) };
        let projected = self.diagrams.exists(there, &is_own);
        if self.gather(projected, &mut Region::default(), &mut regions.boxes).is_none() {
            regions = Regions { boxes: vec![Region::default()], outer: true };
        }
        regions
    }

    /// Adds the regions of a truth over the pieces of facts; `None` if there are too many.
    fn gather(&self, truth: Node, region: &mut Region, into: &mut Vec<Region>) -> Option<()> {
        if into.len() >= MOST_REGIONS {
            return None;
        }
        let Some(variable) = self.diagrams.variable(truth) else {
            if truth == Node::YES || truth == Node::BLURRED {
                into.push(region.clone());
            }
            return Some(());
        };
        let Some(Meaning::Pieces { fact, pieces, .. }) = self.variables.get(usize::from(variable)) else {
            return None;
        };
        let children = self.diagrams.children(truth);
        for (at, child) in children.iter().enumerate() {
            if children.iter().take(at).any(|before| before == child) {
                continue;
            }
            // `none` is the atom after the last piece, and no number.
            let mut hull: Option<(i64, i64)> = None;
            for (other, (first, last)) in children.iter().zip(pieces) {
                if other == child {
                    let (low, high) = hull.unwrap_or((*first, *last));
                    hull = Some((low.min(*first), high.max(*last)));
                }
            }
            if let Some(hull) = hull {
                region.ranges.push((*fact, hull));
                self.gather(*child, region, into)?;
                region.ranges.pop();
            }
        }
        Some(())
    }

    /// The atoms of a value of an unknown fact.
    pub fn atoms_of(&self, fact: FactId, value: &Value) -> Vec<(Variable, u16)> {
        let mut atoms = Vec::new();
        let Some(first) = self.variable_of(fact) else { return atoms };
        for variable in first..Variable::MAX {
            if self.decides_on(variable) != [fact] {
                break;
            }
            let atom = match (self.variables.get(usize::from(variable)), value) {
                (Some(Meaning::Pieces { pieces, .. }), Value::Scalar(scalar)) => {
                    pieces.iter().position(|(first, last)| (first..=last).contains(&scalar))
                }
                (Some(Meaning::Pieces { pieces, .. }), _) => Some(pieces.len()),
                (Some(Meaning::Member { choice, .. }), Value::Set(set)) => {
                    Some(usize::from(set.checked_shr(*choice).unwrap_or(0) & 1 == 1))
                }
                (Some(Meaning::Nothing { .. }), value) => Some(usize::from(*value == Value::None)),
                _ => Some(0),
            };
            if let Some(atom) = atom.and_then(|atom| u16::try_from(atom).ok()) {
                atoms.push((variable, atom));
            }
        }
        atoms
    }
}

/// Ranges of scalars, for the facts that are not free to take their whole domain.
#[derive(Debug, Clone, Default)]
pub(super) struct Region {
    ranges: Vec<(FactId, (i64, i64))>,
}

impl Region {
    pub(super) fn range(&self, fact: FactId, world: &World<'_>) -> (i64, i64) {
        let own = self.ranges.iter().find(|(own, _)| *own == fact);
        own.map_or_else(|| world.expressions.whole_range(fact), |(_, range)| *range)
    }
}

/// Regions that together contain every completion with a leaf.
pub(super) struct Regions {
    pub(super) boxes: Vec<Region>,
    /// Whether some points of the regions may not be attained.
    pub(super) outer: bool,
}
