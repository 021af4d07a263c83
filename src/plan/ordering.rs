//! In which order a plan's actions stand, over all completions.
//!
//! The placing of [`super::sequence`] is replayed once for every way in which the answers that it asks for can fall.
//! Each way is a path with the completions that take it; where all paths agree, nothing about the order is open.

use crate::engine::diagram::Node;
use crate::engine::leaf::{Conflict, ConflictReason};
use crate::engine::possible::Certainty;
use crate::engine::world::{Place as ClashPlace, World};
use crate::model::{ActionId, Demand, Pack, Place, StepId};
use crate::sorted::{self, Map, Set};

use super::sequence::{Demands, Edge, Facts, Sequence, sequence};

/// The order of a plan's actions.
#[derive(Debug, Clone, Default)]
pub struct Ordering {
    /// The order to show: the one that certain demands make, among all actions that may be present.
    pub shown: Sequence,
    /// By demand number in `shown.moved`: the rule that makes it.
    pub rule_of: Vec<usize>,
    /// Whether demands may form a circle in some completion.
    may_cycle: bool,
    demands: Demands,
}

/// A pair of actions whose order is open, and when the second stands before the first, though it comes later by default.
pub type Inversion = (ActionId, ActionId, Node);

/// More ways than this are not told apart: the order is then blurred.
const MOST_PATHS: usize = 512;

/// What the placing asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Question {
    Present(u16),
    Active(u16),
}

/// Answers that are fixed by a path; notes the first question that it does not answer.
struct Script<'a> {
    answers: &'a Map<Question, bool>,
    open: Option<Question>,
}

impl Script<'_> {
    fn answer(&mut self, question: Question) -> bool {
        match self.answers.get(&question) {
            Some(answer) => *answer,
            None => {
                self.open.get_or_insert(question);
                false
            }
        }
    }
}

impl Facts for Script<'_> {
    fn present(&mut self, action: u16) -> bool {
        self.answer(Question::Present(action))
    }

    fn active(&mut self, demand: u16) -> bool {
        self.answer(Question::Active(demand))
    }
}

/// One way in which the placing can go.
struct Path {
    holds: Node,
    answers: Map<Question, bool>,
    result: Sequence,
}

impl Ordering {
    /// The order of the actions, given when rules hold and actions are present. Cycles of demands are noted as conflicts.
    pub fn of(world: &mut World<'_>, rules: &[Node], presence: &[Node]) -> Ordering {
        let (demands, rule_of) = expand(world.pack);
        let actions = u16::try_from(presence.len()).unwrap_or(u16::MAX);
        let mut ordering = Ordering { shown: Sequence::default(), rule_of, may_cycle: false, demands };
        let base = |world: &mut World<'_>, nodes: &[Node]| -> Vec<Node> {
            nodes.iter().map(|node| world.recording(*node, None)).collect()
        };
        let (now_rules, now_presence) = (base(world, rules), base(world, presence));
        let now = |question: Question| ordering.truth(question, &now_rules, &now_presence);
        let shown = sequence(actions, &ordering.demands, &mut Shown { world, truth: &now, may_be_active: false });
        let truth = |question: Question| ordering.truth(question, rules, presence);
        let most = sequence(actions, &ordering.demands, &mut Shown { world, truth: &truth, may_be_active: true });
        let may_cycle = !most.cycles.is_empty();
        if may_cycle {
            for path in paths(world, actions, &ordering.demands, &truth).unwrap_or_default() {
                note_cycles(world, &path, &ordering.demands, &ordering.rule_of, &truth);
            }
        }
        ordering.shown = shown;
        ordering.may_cycle = may_cycle;
        ordering
    }

    fn truth(&self, question: Question, rules: &[Node], presence: &[Node]) -> Node {
        let truth = match question {
            Question::Present(action) => presence.get(usize::from(action)),
            Question::Active(demand) => self.rule_of.get(usize::from(demand)).and_then(|rule| rules.get(*rule)),
        };
        truth.copied().unwrap_or(Node::NO)
    }

    /// What the order depends on, of all actions or of those of one step: the rules that may make demands, and the
    /// actions that they are about.
    ///
    /// An action is placed early by the first that it must precede, so of a demand's targets those after one that is
    /// always present do not count, unless demands may form a circle.
    pub fn depends_on(&self, pack: &Pack, rules: &[Node], presence: &[Node], scope: Option<StepId>) -> Vec<Node> {
        let edges: Vec<Edge> = self.possible_edges(rules, presence).collect();
        let is_in_scope =
            |action: u16| scope.is_none() || pack.actions.get(usize::from(action)).map(|action| action.step) == scope;
        let starts = edges.iter().map(|edge| edge.before).filter(|action| self.may_cycle || is_in_scope(*action));
        let mut open: Vec<u16> = starts.collect::<Set<u16>>().into_iter().collect();
        let mut seen: Set<u16> = open.iter().copied().collect();
        let mut nodes = Vec::new();
        while let Some(before) = open.pop() {
            nodes.push(self.truth(Question::Present(before), rules, presence));
            let mut settled: Set<u16> = Set::default();
            // Edges stand in ascending order of what is preceded.
            for edge in edges.iter().filter(|edge| edge.before == before) {
                if !self.may_cycle && settled.contains(&edge.demand) {
                    continue;
                }
                let target = self.truth(Question::Present(edge.after), rules, presence);
                nodes.extend([self.truth(Question::Active(edge.demand), rules, presence), target]);
                if target == Node::YES {
                    settled.insert(edge.demand);
                }
                if seen.insert(edge.after) {
                    open.push(edge.after);
                }
            }
        }
        sorted::sort_unique(&mut nodes);
        nodes
    }

    fn possible_edges<'a>(&'a self, rules: &'a [Node], presence: &'a [Node]) -> impl Iterator<Item = Edge> + 'a {
        self.demands.edges().iter().copied().filter(move |edge| {
            [Question::Active(edge.demand), Question::Present(edge.before), Question::Present(edge.after)]
                .into_iter()
                .all(|question| self.truth(question, rules, presence) != Node::NO)
        })
    }

    /// The steps two of whose actions may change places.
    pub fn open_steps(&self, pack: &Pack, rules: &[Node], presence: &[Node]) -> Set<StepId> {
        let edges: Vec<Edge> = self.possible_edges(rules, presence).collect();
        // An action may be placed as early as the earliest that it stands before, directly or not.
        let mut earliest: Vec<usize> = (0..presence.len()).collect();
        loop {
            let mut changed = false;
            for edge in &edges {
                let (before, after) = (usize::from(edge.before), usize::from(edge.after));
                let reached = earliest.get(after).copied().unwrap_or(after);
                if let Some(own) = earliest.get_mut(before).filter(|own| **own > reached) {
                    *own = reached;
                    changed = true;
                }
            }
            if !changed {
                break;
            }
        }
        let step_of = |action: usize| pack.actions.get(action).map(|action| action.step);
        let may_pass = |(action, earliest): (usize, &usize)| {
            let passed =
                (*earliest..action).filter(|other| presence.get(*other).is_some_and(|truth| *truth != Node::NO));
            passed.map(step_of).any(|step| step == step_of(action))
        };
        let moving = earliest.iter().enumerate().filter(|moving| may_pass(*moving));
        moving.filter_map(|(action, _)| step_of(action)).collect()
    }

    /// The pairs of actions whose order is open.
    pub fn inversions(&self, world: &mut World<'_>, rules: &[Node], presence: &[Node]) -> Vec<Inversion> {
        let actions = u16::try_from(presence.len()).unwrap_or(u16::MAX);
        let truth = |question: Question| self.truth(question, rules, presence);
        match paths(world, actions, &self.demands, &truth) {
            Some(paths) if paths.len() > 1 => open_pairs(world, &paths, presence),
            Some(_) => Vec::new(),
            None => vec![(ActionId::at(0), ActionId::at(presence.len().saturating_sub(1)), Node::BLURRED)],
        }
    }
}

/// Demands among actions, each numbered, with the rule that makes it.
fn expand(pack: &Pack) -> (Demands, Vec<usize>) {
    let of = |place: Place| {
        pack.actions.iter().enumerate().filter_map(move |(at, action)| {
            let own = match place {
                Place::Action(named) => named.index() == at,
                Place::Step(step) => action.step == step,
            };
            own.then(|| u16::try_from(at).unwrap_or(u16::MAX))
        })
    };
    let all = || (0..pack.actions.len()).map(|at| u16::try_from(at).unwrap_or(u16::MAX));
    let (mut edges, mut rule_of) = (Vec::new(), Vec::new());
    for (rule, demand) in
        pack.rules.iter().enumerate().flat_map(|(at, rule)| rule.demands.iter().map(move |demand| (at, demand)))
    {
        let number = u16::try_from(rule_of.len()).unwrap_or(u16::MAX);
        rule_of.push(rule);
        match *demand {
            Demand::Before(first, second) => {
                for before in of(first) {
                    edges.extend(of(second).map(|after| Edge { before, after, demand: number }));
                }
            }
            Demand::First(first) => {
                let members: Vec<u16> = of(first).collect();
                for before in &members {
                    let others = all().filter(|after| !members.contains(after));
                    edges.extend(others.map(|after| Edge { before: *before, after, demand: number }));
                }
            }
        }
    }
    (Demands::new(edges), rule_of)
}

/// Answers for one order: everything that may be present is, and certain demands count, or all that are possible.
struct Shown<'a, 'w, 'p> {
    world: &'w World<'p>,
    truth: &'a dyn Fn(Question) -> Node,
    may_be_active: bool,
}

impl Facts for Shown<'_, '_, '_> {
    fn present(&mut self, action: u16) -> bool {
        self.world.is_possible((self.truth)(Question::Present(action)))
    }

    fn active(&mut self, demand: u16) -> bool {
        match self.world.certainty((self.truth)(Question::Active(demand))) {
            Certainty::Certain => true,
            Certainty::Possible => self.may_be_active,
            Certainty::Undetermined | Certainty::Excluded => false,
        }
    }
}

/// Every way in which the placing can go; `None` if there are too many.
fn paths(
    world: &mut World<'_>,
    actions: u16,
    demands: &Demands,
    truth: &dyn Fn(Question) -> Node,
) -> Option<Vec<Path>> {
    let mut done = Vec::new();
    let mut open = vec![(world.constraint, Map::default())];
    while let Some((holds, answers)) = open.pop() {
        let mut script = Script { answers: &answers, open: None };
        let result = sequence(actions, demands, &mut script);
        let Some(question) = script.open else {
            done.push(Path { holds, answers, result });
            if done.len() > MOST_PATHS {
                return None;
            }
            continue;
        };
        for answer in [false, true] {
            let there = where_answered(world, holds, truth(question), answer);
            if there != Node::NO {
                let mut answers = answers.clone();
                answers.insert(question, answer);
                open.push((there, answers));
            }
        }
    }
    Some(done)
}

/// Takes note of a path's cycles, each with the rules whose demands are in it. Where one of several demands for the
/// same pair was not asked for, the path parts by its answer.
fn note_cycles(
    world: &mut World<'_>,
    path: &Path,
    demands: &Demands,
    rule_of: &[usize],
    truth: &dyn Fn(Question) -> Node,
) {
    for cycle in &path.result.cycles {
        let inside = demands.edges().iter().filter(|edge| cycle.contains(&edge.before) && cycle.contains(&edge.after));
        let numbers: Set<u16> = inside.map(|edge| edge.demand).collect();
        let mut ways = vec![(path.holds, Set::default())];
        for number in numbers {
            let rule = rule_of.get(usize::from(number)).and_then(|rule| u16::try_from(*rule).ok()).unwrap_or(u16::MAX);
            let mut parted = Vec::new();
            for (holds, rows) in ways {
                for answer in [false, true] {
                    if path.answers.get(&Question::Active(number)).is_some_and(|known| *known != answer) {
                        continue;
                    }
                    let there = where_answered(world, holds, truth(Question::Active(number)), answer);
                    if there != Node::NO {
                        let rows: Set<u16> = rows.iter().copied().chain(answer.then_some(rule)).collect();
                        parted.push((there, rows));
                    }
                }
            }
            ways = parted;
        }
        for (holds, rows) in ways {
            let conflict = Conflict { reason: ConflictReason::DemandsInCycle, rows: rows.into_iter().collect() };
            world.note_clash(ClashPlace::Order, conflict, holds);
        }
    }
}

/// Where a path goes on when a question is answered. What is undetermined is not in the plan, so it neither stands
/// anywhere nor demands anything.
fn where_answered(world: &mut World<'_>, holds: Node, truth: Node, answer: bool) -> Node {
    let agrees = world.diagrams.map(truth, &mut |leaf| u32::from(leaf == 4 || (leaf == 1) == answer));
    world.diagrams.and(holds, agrees)
}

/// The pairs that stand one way on some paths and the other way on others.
fn open_pairs(world: &mut World<'_>, paths: &[Path], presence: &[Node]) -> Vec<Inversion> {
    let positions: Vec<Vec<usize>> = paths
        .iter()
        .map(|path| {
            let mut positions = vec![0; presence.len()];
            for (position, action) in path.result.order.iter().enumerate() {
                if let Some(slot) = positions.get_mut(usize::from(*action)) {
                    *slot = position;
                }
            }
            positions
        })
        .collect();
    let mut pairs = Vec::new();
    for (first, first_present) in presence.iter().enumerate().filter(|(_, present)| **present != Node::NO) {
        for (second, second_present) in presence.iter().enumerate().skip(first.saturating_add(1)) {
            if *second_present == Node::NO {
                continue;
            }
            let is_inverted = |positions: &Vec<usize>| positions.get(second) < positions.get(first);
            let inverted: Vec<bool> = positions.iter().map(is_inverted).collect();
            if !inverted.contains(&true) || !inverted.contains(&false) {
                continue;
            }
            let ways = paths.iter().zip(&inverted).filter(|(_, inverted)| **inverted);
            let any = ways.fold(Node::NO, |any, (path, _)| world.diagrams.or(any, path.holds));
            let both = world.diagrams.and(*first_present, *second_present);
            // Only where both are surely present does one of them stand before the other.
            let both = world.diagrams.map(both, &mut |leaf| if leaf == 2 { 0 } else { leaf });
            let pair = world.diagrams.and(any, both);
            pairs.push((ActionId::at(first), ActionId::at(second), pair));
        }
    }
    pairs
}
