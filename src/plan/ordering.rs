//! In which order a plan's actions stand, over all completions.
//!
//! The placing of [`super::sequence`] is replayed once for every way in which the answers that it asks for can fall.
//! Each way is a path with the completions that take it; where all paths agree, nothing about the order is open.

mod cycles;
mod paths;
#[cfg(feature = "proofs")]
mod ways;

use crate::engine::demands::{Demands, Edge};
use crate::engine::diagram::Node;
use crate::engine::possible::Certainty;
use crate::engine::world::World;
use crate::model::{ActionId, Pack, StepId};
use crate::sorted::Set;

use super::elements::{Element, Key};
use super::sequence::{Question, Sequence, sequence};
use cycles::note_cycles;
use paths::{Path, paths};
#[cfg(feature = "proofs")]
pub use ways::{turned, ways};

/// The order of a plan's actions.
#[derive(Debug, Clone, Default)]
pub struct Ordering {
    /// Whether demands may form a circle in some completion.
    may_cycle: bool,
}

/// When the rules of a pack hold and its actions are present.
#[derive(Debug, Clone, Copy)]
pub struct Truths<'a> {
    pub rules: &'a [Node],
    pub presence: &'a [Node],
}

impl Truths<'_> {
    /// When what the placing asks for is so.
    fn of(self, question: Question, demands: &Demands) -> Node {
        let truth = match question {
            Question::Present(action) => self.presence.get(usize::from(action)),
            Question::Active(demand) => demands.rule(demand).and_then(|rule| self.rules.get(usize::from(rule))),
        };
        truth.copied().unwrap_or(Node::NO)
    }
}

impl Ordering {
    /// The order of the actions, given when rules hold and actions are present. Cycles of demands are noted as conflicts.
    pub fn of(world: &mut World<'_>, truths: Truths<'_>) -> Ordering {
        let demands = &world.layout.demands;
        let may_cycle = demands.may_cycle && !foreseen(world, truths, true).cycles.is_empty();
        if may_cycle {
            for path in paths(world, demands, truths, world.constraint).unwrap_or_default() {
                note_cycles(world, &path, truths);
            }
        }
        Ordering { may_cycle }
    }

    /// What the order depends on, of all actions or of those of one step: the rules that may make demands, and the
    /// actions that they are about.
    ///
    /// An action is placed early by the first that it must precede, so of a demand's targets those after one that is
    /// always present do not count, unless demands may form a circle.
    pub fn depends_on(&self, world: &World<'_>, truths: Truths<'_>, scope: Option<StepId>) -> Vec<Node> {
        let (pack, demands) = (world.pack, &world.layout.demands);
        let edges = possible_edges(demands, truths);
        let mut first = Set::default();
        for edge in &edges {
            if self.may_cycle || scope.is_none() || step_of(pack, edge.before) == scope {
                first.insert(edge.before);
            }
        }
        let mut open: Vec<u16> = first.into();
        let mut seen = vec![false; truths.presence.len()];
        let mut nodes = Set::default();
        while let Some(before) = open.pop() {
            match seen.get_mut(usize::from(before)) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            nodes.insert(truths.of(Question::Present(before), demands));
            let mut settled: Vec<u16> = Vec::new();
            // Edges stand in ascending order of what is preceded.
            for edge in &edges {
                if edge.before != before || !self.may_cycle && settled.contains(&edge.demand) {
                    continue;
                }
                let target = truths.of(Question::Present(edge.after), demands);
                nodes.insert(truths.of(Question::Active(edge.demand), demands));
                nodes.insert(target);
                if target == Node::YES {
                    settled.push(edge.demand);
                }
                open.push(edge.after);
            }
        }
        nodes.into()
    }

    /// The steps two of whose actions may change places.
    pub fn open_steps(&self, world: &World<'_>, truths: Truths<'_>) -> Vec<StepId> {
        let (pack, demands) = (world.pack, &world.layout.demands);
        let edges = possible_edges(demands, truths);
        // An action may be placed as early as the earliest that it stands before, directly or not.
        let mut earliest: Vec<u16> = (0..number(truths.presence.len())).collect();
        let mut changed = true;
        while changed {
            changed = false;
            for edge in &edges {
                let reached = earliest.get(usize::from(edge.after)).copied().unwrap_or(edge.after);
                if let Some(own) = earliest.get_mut(usize::from(edge.before)).filter(|own| **own > reached) {
                    *own = reached;
                    changed = true;
                }
            }
        }
        let mut steps = Vec::new();
        for (action, earliest) in (0..number(truths.presence.len())).zip(earliest) {
            let step = step_of(pack, action);
            let is_passed =
                |other: u16| step_of(pack, other) == step && truths.of(Question::Present(other), demands) != Node::NO;
            if let Some(step) = step.filter(|step| !steps.contains(step))
                && (earliest..action).any(is_passed)
            {
                steps.push(step);
            }
        }
        steps
    }

    /// The pairs of actions that may stand the other way than by default: when the second stands before the first. They
    /// belong to the step that both are of, if to one.
    pub fn inversions(&self, world: &mut World<'_>, truths: Truths<'_>) -> Vec<Element<'static>> {
        let Some(paths) = paths(world, &world.layout.demands, truths, world.constraint) else {
            let last = ActionId::at(truths.presence.len().saturating_sub(1));
            return vec![Element { key: Key::Order(ActionId::at(0), last), step: None, node: Node::BLURRED }];
        };
        let mut positions: Vec<Vec<usize>> = Vec::new();
        for path in &paths {
            let mut own = vec![0; truths.presence.len()];
            for (position, action) in path.result.order.iter().enumerate() {
                if let Some(slot) = own.get_mut(usize::from(*action)) {
                    *slot = position;
                }
            }
            positions.push(own);
        }
        let mut pairs = Vec::new();
        for second in 0..number(truths.presence.len()) {
            for first in 0..second {
                pairs.extend(self.inversion(world, truths, &paths, &positions, (first, second)));
            }
        }
        pairs
    }

    /// A pair that may stand the other way than by default.
    fn inversion(
        &self,
        world: &mut World<'_>,
        truths: Truths<'_>,
        paths: &[Path],
        positions: &[Vec<usize>],
        (first, second): (u16, u16),
    ) -> Option<Element<'static>> {
        let at = |action: u16| truths.presence.get(usize::from(action)).copied().unwrap_or(Node::NO);
        let (one, other) = (at(first), at(second));
        if one == Node::NO || other == Node::NO {
            return None;
        }
        let is_inverted = |own: &Vec<usize>| own.get(usize::from(second)) < own.get(usize::from(first));
        let mut any = Node::NO;
        for (path, own) in paths.iter().zip(positions) {
            if is_inverted(own) {
                any = world.diagrams.or(any, path.holds);
            }
        }
        if any == Node::NO {
            return None;
        }
        let both = world.diagrams.and(one, other);
        // Only where both are surely present does one of them stand before the other.
        let both = world.diagrams.truly(both);
        let step = step_of(world.pack, first).filter(|step| step_of(world.pack, second) == Some(*step));
        let key = Key::Order(ActionId::at(first.into()), ActionId::at(second.into()));
        let node = world.diagrams.and(any, both);
        (node != Node::NO).then_some(Element { key, step, node })
    }
}

/// The order to show: the one that certain demands make, among all actions that may be present.
pub fn shown(world: &mut World<'_>, truths: Truths<'_>) -> Sequence {
    let (rules, presence) = (world.unrecorded(truths.rules), world.unrecorded(truths.presence));
    foreseen(world, Truths { rules: &rules, presence: &presence }, false)
}

/// One order: everything that may be present is, and certain demands count, or all that are possible.
fn foreseen(world: &World<'_>, truths: Truths<'_>, may_be_active: bool) -> Sequence {
    let demands = &world.layout.demands;
    sequence(
        number(truths.presence.len()),
        demands,
        &mut |question| match world.certainty(truths.of(question, demands)) {
            Certainty::Certain => true,
            Certainty::Possible => may_be_active || matches!(question, Question::Present(_)),
            Certainty::Undetermined | Certainty::Excluded => false,
        },
    )
}

/// The demands that may be made among actions that may be present.
fn possible_edges(demands: &Demands, truths: Truths<'_>) -> Vec<Edge> {
    let mut edges = Vec::new();
    let may_be = |question| truths.of(question, demands) != Node::NO;
    for edge in demands.edges() {
        let ends = [edge.before, edge.after];
        if may_be(Question::Active(edge.demand)) && ends.iter().all(|end| may_be(Question::Present(*end))) {
            edges.push(*edge);
        }
    }
    edges
}

/// Packs are limited to 65,535 of anything, which reading checks.
fn number(of: usize) -> u16 {
    u16::try_from(of).unwrap_or(u16::MAX)
}

fn step_of(pack: &Pack, action: u16) -> Option<StepId> {
    pack.actions.get(usize::from(action)).map(|action| action.step)
}
