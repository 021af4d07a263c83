//! In which order a plan's actions stand, over all completions.
//!
//! The placing of [`super::sequence`] is replayed once for every way in which the answers that it asks for can fall.
//! Each way is a path with the completions that take it; where all paths agree, nothing about the order is open.

use crate::engine::diagram::Node;
use crate::engine::leaf::{Conflict, ConflictReason};
use crate::engine::possible::Certainty;
use crate::engine::world::{Place as ClashPlace, World};
use crate::model::{ActionId, Demand, Pack, Place, StepId};
use crate::sorted::Set;

use super::elements::{Element, Key};
use super::sequence::{Demands, Edge, Question, Sequence, sequence};

/// The order of a plan's actions.
#[derive(Debug, Clone, Default)]
pub struct Ordering {
    /// The order to show: the one that certain demands make, among all actions that may be present.
    pub shown: Sequence,
    /// By demand number in `shown.moved`: the rule that makes it.
    pub rule_of: Vec<u16>,
    /// Whether demands may form a circle in some completion.
    may_cycle: bool,
    demands: Demands,
}

/// When the rules of a pack hold and its actions are present.
#[derive(Debug, Clone, Copy)]
pub struct Truths<'a> {
    pub rules: &'a [Node],
    pub presence: &'a [Node],
}

/// More ways than this are not told apart: the order is then blurred.
const MOST_PATHS: usize = 512;

/// One way in which the placing can go.
struct Path {
    holds: Node,
    /// In the order in which it is asked: always the same one, for as long as the answers are the same.
    answers: Vec<(Question, bool)>,
    result: Sequence,
}

impl Ordering {
    /// The order of the actions, given when rules hold and actions are present. Cycles of demands are noted as conflicts.
    pub fn of(world: &mut World<'_>, truths: Truths<'_>) -> Ordering {
        let mut ordering = expand(world.pack);
        let (rules, presence) = (world.unrecorded(truths.rules), world.unrecorded(truths.presence));
        ordering.shown = ordering.foreseen(world, Truths { rules: &rules, presence: &presence }, false);
        ordering.may_cycle = !ordering.foreseen(world, truths, true).cycles.is_empty();
        if ordering.may_cycle {
            for path in ordering.paths(world, truths, world.constraint).unwrap_or_default() {
                ordering.note_cycles(world, &path, truths);
            }
        }
        ordering
    }

    /// When what the placing asks for is so.
    fn truth(&self, question: Question, truths: Truths<'_>) -> Node {
        let truth = match question {
            Question::Present(action) => truths.presence.get(usize::from(action)),
            Question::Active(demand) => {
                self.rule_of.get(usize::from(demand)).and_then(|rule| truths.rules.get(usize::from(*rule)))
            }
        };
        truth.copied().unwrap_or(Node::NO)
    }

    /// One order: everything that may be present is, and certain demands count, or all that are possible.
    fn foreseen(&self, world: &World<'_>, truths: Truths<'_>, may_be_active: bool) -> Sequence {
        sequence(number(truths.presence.len()), &self.demands, &mut |question| match world
            .certainty(self.truth(question, truths))
        {
            Certainty::Certain => true,
            Certainty::Possible => may_be_active || matches!(question, Question::Present(_)),
            Certainty::Undetermined | Certainty::Excluded => false,
        })
    }

    /// What the order depends on, of all actions or of those of one step: the rules that may make demands, and the
    /// actions that they are about.
    ///
    /// An action is placed early by the first that it must precede, so of a demand's targets those after one that is
    /// always present do not count, unless demands may form a circle.
    pub fn depends_on(&self, pack: &Pack, truths: Truths<'_>, scope: Option<StepId>) -> Vec<Node> {
        let edges = self.possible_edges(truths);
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
            nodes.insert(self.truth(Question::Present(before), truths));
            let mut settled: Vec<u16> = Vec::new();
            // Edges stand in ascending order of what is preceded.
            for edge in &edges {
                if edge.before != before || !self.may_cycle && settled.contains(&edge.demand) {
                    continue;
                }
                let target = self.truth(Question::Present(edge.after), truths);
                nodes.insert(self.truth(Question::Active(edge.demand), truths));
                nodes.insert(target);
                if target == Node::YES {
                    settled.push(edge.demand);
                }
                open.push(edge.after);
            }
        }
        nodes.into()
    }

    fn possible_edges(&self, truths: Truths<'_>) -> Vec<Edge> {
        let mut edges = Vec::new();
        let may_be = |question| self.truth(question, truths) != Node::NO;
        for edge in self.demands.edges() {
            let ends = [edge.before, edge.after];
            if may_be(Question::Active(edge.demand)) && ends.iter().all(|end| may_be(Question::Present(*end))) {
                edges.push(*edge);
            }
        }
        edges
    }

    /// The steps two of whose actions may change places.
    pub fn open_steps(&self, pack: &Pack, truths: Truths<'_>) -> Vec<StepId> {
        let edges = self.possible_edges(truths);
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
                |other: u16| step_of(pack, other) == step && self.truth(Question::Present(other), truths) != Node::NO;
            if let Some(step) = step.filter(|step| !steps.contains(step))
                && (earliest..action).any(is_passed)
            {
                steps.push(step);
            }
        }
        steps
    }

    /// The pairs of actions whose order is open: when the second stands before the first, though it comes later by
    /// default. They belong to the step that both are of, if to one.
    pub fn inversions(&self, world: &mut World<'_>, truths: Truths<'_>) -> Vec<Element<'static>> {
        let Some(paths) = self.paths(world, truths, world.constraint) else {
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

    /// A pair that stands one way on some paths and the other way on others.
    fn inversion(
        &self,
        world: &mut World<'_>,
        truths: Truths<'_>,
        paths: &[Path],
        positions: &[Vec<usize>],
        (first, second): (u16, u16),
    ) -> Option<Element<'static>> {
        let (one, other) =
            (self.truth(Question::Present(first), truths), self.truth(Question::Present(second), truths));
        if one == Node::NO || other == Node::NO {
            return None;
        }
        let is_inverted = |own: &Vec<usize>| own.get(usize::from(second)) < own.get(usize::from(first));
        let inverted = positions.iter().filter(|own| is_inverted(own)).count();
        if inverted == 0 || inverted == paths.len() {
            return None;
        }
        let mut any = Node::NO;
        for (path, own) in paths.iter().zip(positions) {
            if is_inverted(own) {
                any = world.diagrams.or(any, path.holds);
            }
        }
        let both = world.diagrams.and(one, other);
        // Only where both are surely present does one of them stand before the other.
        let both = world.diagrams.map(both, &mut |leaf| if leaf == 2 { 0 } else { leaf });
        let step = step_of(world.pack, first).filter(|step| step_of(world.pack, second) == Some(*step));
        let key = Key::Order(ActionId::at(first.into()), ActionId::at(second.into()));
        Some(Element { key, step, node: world.diagrams.and(any, both) })
    }

    /// Where, of what is `within`, an action of the second place stands before one of the first; `None` if the placing can
    /// go in too many ways there.
    #[cfg(feature = "proofs")]
    pub fn turned(
        &self,
        world: &mut World<'_>,
        truths: Truths<'_>,
        (first, second): (Place, Place),
        within: Node,
    ) -> Option<Node> {
        let actions = || 0..number(truths.presence.len());
        let pack = world.pack;
        let mut turned = Node::NO;
        for path in self.paths(world, truths, within)? {
            let position = |action: &u16| path.result.order.iter().position(|own| own == action);
            for earlier in actions().filter(|action| stands_at(pack, *action, first)) {
                for later in actions().filter(|action| *action != earlier && stands_at(pack, *action, second)) {
                    if position(&later) < position(&earlier) {
                        let mut there = path.holds;
                        for action in [earlier, later] {
                            there = where_answered(world, there, self.truth(Question::Present(action), truths), true);
                        }
                        turned = world.diagrams.or(turned, there);
                    }
                }
            }
        }
        Some(turned)
    }

    /// Every way in which the placing can go within some cases: where it goes so, and the order of all actions then. `None`
    /// if there are too many.
    #[cfg(feature = "proofs")]
    pub fn ways(&self, world: &mut World<'_>, truths: Truths<'_>, within: Node) -> Option<Vec<(Node, Vec<u16>)>> {
        let paths = self.paths(world, truths, within)?;
        Some(paths.into_iter().map(|path| (path.holds, path.result.order)).collect())
    }

    /// Which action stands before which other while a rule holds: the actions, and the rule.
    #[cfg(feature = "proofs")]
    pub fn demanded(&self) -> impl Iterator<Item = (ActionId, ActionId, u16)> {
        self.demands.edges().iter().filter_map(|edge| {
            let rule = self.rule_of.get(usize::from(edge.demand))?;
            Some((ActionId(edge.before), ActionId(edge.after), *rule))
        })
    }

    /// Every way in which the placing can go; `None` if there are too many.
    fn paths(&self, world: &mut World<'_>, truths: Truths<'_>, within: Node) -> Option<Vec<Path>> {
        let mut done = Vec::new();
        let mut open = vec![(within, Vec::new())];
        while let Some((holds, answers)) = open.pop() {
            let mut rest = answers.iter();
            let mut unanswered = None;
            let result = sequence(number(truths.presence.len()), &self.demands, &mut |question| match rest.next() {
                Some((_, answer)) => *answer,
                None => {
                    unanswered.get_or_insert(question);
                    false
                }
            });
            let Some(question) = unanswered else {
                done.push(Path { holds, answers, result });
                if done.len() > MOST_PATHS {
                    return None;
                }
                continue;
            };
            for answer in &[false, true] {
                let there = where_answered(world, holds, self.truth(question, truths), *answer);
                if there != Node::NO {
                    let mut answers = answers.clone();
                    answers.push((question, *answer));
                    open.push((there, answers));
                }
            }
        }
        Some(done)
    }

    /// Takes note of a path's cycles, each with the rules whose demands are in it. Where one of several demands for the
    /// same pair was not asked for, the path parts by its answer.
    fn note_cycles(&self, world: &mut World<'_>, path: &Path, truths: Truths<'_>) {
        for cycle in &path.result.cycles {
            let mut demands = Set::default();
            for edge in self.demands.edges() {
                if cycle.contains(&edge.before) && cycle.contains(&edge.after) {
                    demands.insert(edge.demand);
                }
            }
            let mut open: Vec<(Node, usize, Vec<u16>)> = vec![(path.holds, 0, Vec::new())];
            while let Some((holds, at, mut rows)) = open.pop() {
                let Some(demand) = demands.get(at) else {
                    rows.dedup();
                    let conflict = Conflict { reason: ConflictReason::DemandsInCycle, rows };
                    world.note_clash(ClashPlace::Order, conflict, holds);
                    continue;
                };
                let question = Question::Active(*demand);
                let known = path.answers.iter().find(|(asked, _)| *asked == question);
                for answer in &[true, false] {
                    let there = where_answered(world, holds, self.truth(question, truths), *answer);
                    if there == Node::NO || known.is_some_and(|(_, known)| known != answer) {
                        continue;
                    }
                    let mut rows = rows.clone();
                    if let Some(rule) = self.rule_of.get(usize::from(*demand)).filter(|_| *answer) {
                        rows.push(*rule);
                    }
                    open.push((there, at.saturating_add(1), rows));
                }
            }
        }
    }
}

/// Packs are limited to 65,535 of anything, which reading checks.
fn number(of: usize) -> u16 {
    u16::try_from(of).unwrap_or(u16::MAX)
}

fn step_of(pack: &Pack, action: u16) -> Option<StepId> {
    pack.actions.get(usize::from(action)).map(|action| action.step)
}

/// Demands among actions, each numbered, with the rule that makes it.
fn expand(pack: &Pack) -> Ordering {
    let (mut edges, mut rule_of) = (Vec::new(), Vec::new());
    let actions = number(pack.actions.len());
    for (rule, own) in pack.rules.iter().enumerate() {
        for made in &own.demands {
            let demand = number(rule_of.len());
            rule_of.push(number(rule));
            let (Demand::Before(first, _) | Demand::First(first)) = *made;
            for before in (0..actions).filter(|action| stands_at(pack, *action, first)) {
                for after in 0..actions {
                    let is_preceded = match *made {
                        Demand::Before(_, second) => stands_at(pack, after, second),
                        Demand::First(_) => !stands_at(pack, after, first),
                    };
                    if is_preceded {
                        edges.push(Edge { before, after, demand });
                    }
                }
            }
        }
    }
    Ordering { rule_of, demands: Demands::new(edges), ..Ordering::default() }
}

/// Whether an action is what a demand names, or one of the step that it names.
fn stands_at(pack: &Pack, action: u16, place: Place) -> bool {
    match place {
        Place::Action(named) => named.index() == usize::from(action),
        Place::Step(step) => step_of(pack, action) == Some(step),
    }
}

/// Where a path goes on when a question is answered. What is undetermined is not in the plan, so it neither stands
/// anywhere nor demands anything.
fn where_answered(world: &mut World<'_>, holds: Node, truth: Node, answer: bool) -> Node {
    let agrees = world.diagrams.map(truth, &mut |leaf| u32::from(leaf == 4 || (leaf == 1) == answer));
    world.diagrams.and(holds, agrees)
}
