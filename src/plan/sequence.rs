//! The order of a plan's actions, as `SEMANTICS` defines it under *Order*.
//!
//! Actions are positions in default order. They are placed one after the other; before an action is placed, those that
//! must precede it are, in default order and by the same rule. What the definition leaves open is settled here:
//!
//! - A demand of an action on itself demands nothing, as where a step that it belongs to stands for its actions.
//! - What stands first stands before every other action: two demands that each put another action first are a cycle.
//! - "Its members keep default order among themselves" is itself a demand: wherever one member of a cycle is placed,
//!   the earlier ones already are.
//!
//! Which actions are present and which demands hold may depend on what is still unknown. So both are asked for only
//! where the answer matters, and a caller can replay the placing for each answer: the order of the actions that are
//! present never depends on an answer that was not asked for.

use crate::sorted::{self, Set};

/// Whose demands may constrain the order of which actions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Demands {
    // INVARIANT: ascending by the action that is preceded, so that its edges stand together.
    edges: Vec<Edge>,
}

/// The action `before` stands before `after` if `demand` is active.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    pub after: u16,
    pub before: u16,
    pub demand: u16,
}

/// Answers what the order depends on.
pub trait Facts {
    /// Whether an action is in the plan. Asked at most once for each action.
    fn present(&mut self, action: u16) -> bool;
    /// Whether a demand is made. Asked at most once for each demand.
    fn active(&mut self, demand: u16) -> bool;
}

/// The actions in the order of the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sequence {
    /// Every action. Those that are not present, or were not asked for, stand where they would stand if nothing else
    /// changed.
    pub order: Vec<u16>,
    /// Cycles of demands, each by its actions in default order: the demands among them were dropped.
    pub cycles: Vec<Vec<u16>>,
    /// Actions that were placed before their turn, each with a demand that called for it. Whether such an action
    /// passed any that is present, only the caller can tell.
    pub moved: Vec<(u16, u16)>,
}

impl Demands {
    /// `edges` are demands to stand before another action, in any order; steps are already expanded to their actions,
    /// and an action that stands first has an edge to every other.
    pub fn new(mut edges: Vec<Edge>) -> Self {
        edges.retain(|edge| edge.before != edge.after);
        sorted::sort_unique(&mut edges);
        Demands { edges }
    }

    /// Every demand, ascending by the action that is preceded.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The edges that end in an action, by what they start from.
    fn on(&self, after: u16) -> &[Edge] {
        let from = self.edges.partition_point(|edge| edge.after < after);
        let rest = self.edges.get(from..).unwrap_or_default();
        rest.get(..rest.partition_point(|edge| edge.after == after)).unwrap_or_default()
    }
}

/// Orders so many actions.
pub fn sequence(actions: u16, demands: &Demands, ask: &mut dyn Facts) -> Sequence {
    let mut placing = Placing {
        demands,
        ask,
        present: Answers::default(),
        active: Answers::default(),
        placed: vec![false; usize::from(actions)],
        member_of: Vec::new(),
        result: Sequence::default(),
    };
    for action in 0..actions {
        if placing.is_open(action) {
            placing.place(action);
        }
    }
    sorted::sort(&mut placing.result.cycles);
    placing.result
}

/// What was asked and answered, by action or demand.
#[derive(Default)]
struct Answers(Vec<Option<bool>>);

impl Answers {
    fn known(&self, of: u16) -> Option<bool> {
        self.0.get(usize::from(of)).copied().flatten()
    }

    fn or_ask(&mut self, of: u16, ask: impl FnOnce() -> bool) -> bool {
        self.known(of).unwrap_or_else(|| {
            let answer = ask();
            let at = usize::from(of);
            if self.0.len() <= at {
                self.0.resize(at.saturating_add(1), None);
            }
            if let Some(slot) = self.0.get_mut(at) {
                *slot = Some(answer);
            }
            answer
        })
    }
}

struct Placing<'a> {
    demands: &'a Demands,
    ask: &'a mut dyn Facts,
    present: Answers,
    active: Answers,
    placed: Vec<bool>,
    /// By action, the cycle in `result.cycles` that it was found in.
    member_of: Vec<Option<usize>>,
    result: Sequence,
}

/// That `before` stands before `after`, by a demand, or by none where both are of one cycle.
#[derive(Clone, Copy)]
struct Precedence {
    before: u16,
    after: u16,
    demand: Option<u16>,
}

impl Placing<'_> {
    fn is_present(&mut self, action: u16) -> bool {
        self.present.or_ask(action, || self.ask.present(action))
    }

    fn is_active(&mut self, demand: u16) -> bool {
        self.active.or_ask(demand, || self.ask.active(demand))
    }

    fn is_open(&self, action: u16) -> bool {
        self.placed.get(usize::from(action)).is_some_and(|placed| !placed)
    }

    fn cycle_of(&self, action: u16) -> Option<usize> {
        self.member_of.get(usize::from(action)).copied().flatten()
    }

    /// Places an action and, before it, whatever must precede it.
    fn place(&mut self, action: u16) {
        let mut region = self.explore(action);
        if self.find_cycles(&region) {
            // The demands within a cycle are gone, and its members follow each other instead.
            region = self.explore(action);
        }
        if region.is_empty() {
            self.put(action);
            return;
        }
        let actions: Vec<u16> = nodes(&region);
        let before = adjacency(&actions, region.iter().map(|edge| (edge.after, edge.before)));
        let mut order = Vec::new();
        let mut seen = vec![false; actions.len()];
        let start = actions.binary_search(&action).unwrap_or(0);
        depth_first(start, &before, &mut seen, &mut order);
        let mut pulled = Set::default();
        for next in order.into_iter().filter_map(|at| actions.get(at).copied()) {
            self.put(next);
            pulled.insert(next);
        }
        for Precedence { before, after, demand } in region {
            if let Some(demand) = demand.filter(|_| before != action && pulled.contains(&after)) {
                self.result.moved.push((before, demand));
            }
        }
    }

    fn put(&mut self, action: u16) {
        if let Some(placed) = self.placed.get_mut(usize::from(action)) {
            *placed = true;
            self.result.order.push(action);
        }
    }

    /// Every precedence among unplaced actions that placing `root` depends on, directly or not.
    fn explore(&mut self, root: u16) -> Vec<Precedence> {
        let mut region: Vec<Precedence> = Vec::new();
        let mut seen = Set::default();
        let mut open = vec![root];
        while let Some(after) = open.pop() {
            for precedence in self.precedences(after, root) {
                region.push(precedence);
                if precedence.before != root && seen.insert(precedence.before) {
                    open.push(precedence.before);
                }
            }
        }
        // An action may turn out to be absent after it was found to precede another.
        region.retain(|edge| self.present.known(edge.before) != Some(false));
        region
    }

    /// What directly precedes an action, unplaced and not known to be absent. Presence is only asked for where the
    /// action has predecessors of its own: without them, placing an absent action early changes nothing.
    fn precedences(&mut self, after: u16, root: u16) -> Vec<Precedence> {
        let demands = self.demands;
        let cycle = self.cycle_of(after);
        let mut found: Vec<Precedence> = Vec::new();
        for Edge { before, demand, .. } in demands.on(after).iter().copied() {
            let repeated = found.last().is_some_and(|edge| edge.before == before);
            let dropped = cycle.is_some() && self.cycle_of(before) == cycle;
            let absent = [before, after].into_iter().any(|action| self.present.known(action) == Some(false));
            if repeated || dropped || absent || !self.is_open(before) || !self.is_active(demand) {
                continue;
            }
            // The root stands before its own predecessors: a cycle, if it is there.
            if self.is_present(after) && (before != root || self.is_present(root)) {
                found.push(Precedence { before, after, demand: Some(demand) });
            }
        }
        found.extend(self.previous_in_cycle(after).map(|before| Precedence { before, after, demand: None }));
        found
    }

    fn previous_in_cycle(&self, action: u16) -> Option<u16> {
        let members = self.result.cycles.get(self.cycle_of(action)?)?;
        let at = members.binary_search(&action).ok()?.checked_sub(1)?;
        members.get(at).copied().filter(|before| self.is_open(*before))
    }

    /// Records the strongly connected components of more than one action, by Kosaraju's algorithm (Sharir 1981);
    /// whether there are any.
    fn find_cycles(&mut self, region: &[Precedence]) -> bool {
        let actions = nodes(region);
        let before = adjacency(&actions, region.iter().map(|edge| (edge.after, edge.before)));
        let after = adjacency(&actions, region.iter().map(|edge| (edge.before, edge.after)));
        let mut finished = Vec::new();
        let mut seen = vec![false; actions.len()];
        for start in 0..actions.len() {
            depth_first(start, &before, &mut seen, &mut finished);
        }
        let known = self.result.cycles.len();
        seen.fill(false);
        for start in finished.into_iter().rev() {
            let mut component = Vec::new();
            depth_first(start, &after, &mut seen, &mut component);
            if component.len() > 1 {
                let mut members: Vec<u16> = component.iter().filter_map(|at| actions.get(*at).copied()).collect();
                sorted::sort(&mut members);
                self.member_of.resize(self.placed.len(), None);
                for member in &members {
                    if let Some(cycle) = self.member_of.get_mut(usize::from(*member)) {
                        *cycle = Some(self.result.cycles.len());
                    }
                }
                self.result.cycles.push(members);
            }
        }
        self.result.cycles.len() > known
    }
}

/// The actions that precede or are preceded, in default order.
fn nodes(region: &[Precedence]) -> Vec<u16> {
    let mut actions = region.iter().flat_map(|edge| [edge.before, edge.after]).collect();
    sorted::sort_unique(&mut actions);
    actions
}

/// For each action, by position, the positions of those that `pairs` lead it to, ascending.
fn adjacency(actions: &[u16], pairs: impl Iterator<Item = (u16, u16)>) -> Vec<Vec<usize>> {
    let mut lists = vec![Vec::new(); actions.len()];
    for (from, to) in pairs {
        let found = (actions.binary_search(&from), actions.binary_search(&to));
        if let (Ok(from), Ok(to)) = found
            && let Some(list) = lists.get_mut(from)
        {
            list.push(to);
        }
    }
    lists.iter_mut().for_each(|list| sorted::sort(list));
    lists
}

/// Appends what is reached from `start` and was not yet `seen`: each after all that it leads to, and those in the order
/// of the lists. Keeps its own stack, since a chain of demands may be longer than the browser's.
fn depth_first(start: usize, lists: &[Vec<usize>], seen: &mut [bool], order: &mut Vec<usize>) {
    let mut path: Vec<(usize, std::slice::Iter<'_, usize>)> = Vec::new();
    let mut next = Some(start);
    loop {
        if let Some((node, list)) = next.and_then(|node| Some((node, lists.get(node)?)))
            && let Some(seen) = seen.get_mut(node)
            && !*seen
        {
            *seen = true;
            path.push((node, list.iter()));
        }
        let Some((node, rest)) = path.last_mut() else { return };
        next = rest.next().copied();
        if next.is_none() {
            order.push(*node);
            path.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::arithmetic_side_effects, reason = "small numbers, and a test may panic")]

    use super::*;
    use std::collections::BTreeSet;

    /// Which actions are present and which demands are made, and what was asked of that.
    #[derive(Debug, Clone, Default)]
    struct World {
        present: Vec<bool>,
        active: Vec<bool>,
        asked_present: BTreeSet<u16>,
        asked_active: BTreeSet<u16>,
    }

    impl Facts for World {
        fn present(&mut self, action: u16) -> bool {
            assert!(self.asked_present.insert(action), "asked twice for action {action}");
            self.present[usize::from(action)]
        }

        fn active(&mut self, demand: u16) -> bool {
            assert!(self.asked_active.insert(demand), "asked twice for demand {demand}");
            self.active[usize::from(demand)]
        }
    }

    fn world(actions: u16, demands: u16) -> World {
        World {
            present: vec![true; usize::from(actions)],
            active: vec![true; usize::from(demands)],
            ..World::default()
        }
    }

    fn edge(before: u16, after: u16, demand: u16) -> Edge {
        Edge { after, before, demand }
    }

    /// The action stands before all else.
    fn first(before: u16, actions: u16, demand: u16) -> impl Iterator<Item = Edge> {
        (0..actions).map(move |after| edge(before, after, demand))
    }

    /// The definition, word by word: the order of the present actions, and the cycles.
    fn defined(actions: u16, demands: &Demands, world: &World) -> (Vec<u16>, Vec<Vec<u16>>) {
        let is_present = |action: u16| world.present[usize::from(action)];
        let is_active = |demand: u16| world.active[usize::from(demand)];
        let present: Vec<u16> = (0..actions).filter(|action| is_present(*action)).collect();
        let demanded = |before: u16, after: u16| {
            let by_edge = |edge: &Edge| (edge.before, edge.after) == (before, after) && is_active(edge.demand);
            before != after && demands.edges.iter().any(by_edge)
        };
        let size = usize::from(actions);
        let mut reach = vec![vec![false; size]; size];
        for (before, after) in present.iter().flat_map(|b| present.iter().map(move |a| (*b, *a))) {
            reach[usize::from(before)][usize::from(after)] = demanded(before, after);
        }
        for middle in 0..size {
            for (from, to) in (0..size).flat_map(|from| (0..size).map(move |to| (from, to))) {
                reach[from][to] |= reach[from][middle] && reach[middle][to];
            }
        }
        let together = |a: u16, b: u16| {
            let (a, b) = (usize::from(a), usize::from(b));
            a != b && reach[a][b] && reach[b][a]
        };
        let mut cycles: Vec<Vec<u16>> = Vec::new();
        for action in &present {
            let members = present.iter().copied().filter(|other| other == action || together(*action, *other));
            let members: Vec<u16> = members.collect();
            if members.len() > 1 && !cycles.contains(&members) {
                cycles.push(members);
            }
        }
        let precedes = |before: u16, after: u16| match together(before, after) {
            true => before < after,
            false => demanded(before, after),
        };
        fn place(action: u16, present: &[u16], precedes: &dyn Fn(u16, u16) -> bool, order: &mut Vec<u16>) {
            if !order.contains(&action) {
                let before = present.iter().filter(|before| precedes(**before, action));
                before.for_each(|before| place(*before, present, precedes, order));
                order.push(action);
            }
        }
        let mut order = Vec::new();
        present.iter().for_each(|action| place(*action, &present, &precedes, &mut order));
        (order, cycles)
    }

    fn checked(actions: u16, demands: &Demands, mut world: World) -> World {
        let sequence = sequence(actions, demands, &mut world);
        let (order, cycles) = defined(actions, demands, &world);
        let is_present = |action: &u16| world.present[usize::from(*action)];
        let ours: Vec<u16> = sequence.order.iter().copied().filter(is_present).collect();
        assert_eq!(sequence.order.len(), usize::from(actions));
        assert_eq!(ours, order, "{demands:?} {world:?}");
        assert_eq!(sequence.cycles, cycles, "{demands:?} {world:?}");
        for (action, demand) in &sequence.moved {
            assert!(world.active[usize::from(*demand)]);
            let asked_for = demands.edges.iter().any(|edge| (edge.before, edge.demand) == (*action, *demand));
            assert!(asked_for);
        }
        let passed = |action: u16| ours.iter().skip_while(|other| **other != action).any(|other| *other < action);
        for action in ours.iter().copied().filter(|action| passed(*action)) {
            let in_cycle = sequence.cycles.iter().any(|members| members.contains(&action));
            assert!(in_cycle || sequence.moved.iter().any(|(moved, _)| *moved == action), "{demands:?} {action}");
        }
        world
    }

    fn random_demands(random: &mut fastrand::Rng, actions: u16) -> (Demands, u16) {
        let count = random.u16(0..7);
        let mut edges = Vec::new();
        for demand in 0..count {
            match random.u8(0..8) {
                0 => edges.extend(first(random.u16(0..actions), actions, demand)),
                2 => {
                    // A step before another, or before an action of its own.
                    let (before, after) = (random.u16(0..actions), random.u16(0..actions));
                    edges.extend((before..actions.min(before + 3)).map(|before| edge(before, after, demand)));
                }
                _ => edges.push(edge(random.u16(0..actions), random.u16(0..actions), demand)),
            }
        }
        (Demands::new(edges), count)
    }

    #[test]
    fn the_order_is_the_defined_one_and_no_unasked_answer_matters() {
        let mut random = fastrand::Rng::with_seed(7);
        let (mut with_cycles, mut with_moves) = (0, 0);
        for _ in 0..20_000 {
            let actions = random.u16(1..8);
            let (demands, count) = random_demands(&mut random, actions);
            let asked = checked(
                actions,
                &demands,
                World {
                    present: (0..actions).map(|_| random.u8(0..4) > 0).collect(),
                    active: (0..count).map(|_| random.u8(0..4) > 0).collect(),
                    ..World::default()
                },
            );
            // Whatever was not asked may be otherwise: the order among those that are present follows.
            let mut other = asked.clone();
            for action in (0..actions).filter(|action| !asked.asked_present.contains(action)) {
                other.present[usize::from(action)] = random.bool();
            }
            for demand in (0..count).filter(|demand| !asked.asked_active.contains(demand)) {
                other.active[usize::from(demand)] = random.bool();
            }
            (other.asked_present, other.asked_active) = Default::default();
            let again = checked(actions, &demands, other);
            assert_eq!(asked.asked_present, again.asked_present);
            let (order, cycles) = defined(actions, &demands, &again);
            with_cycles += u32::from(!cycles.is_empty());
            with_moves += u32::from(!order.is_sorted());
        }
        assert!(with_cycles > 1_000 && with_moves > 4_000, "{with_cycles} {with_moves}");
    }

    #[test]
    fn what_no_demand_names_is_never_asked_for() {
        let mut random = fastrand::Rng::with_seed(8);
        for _ in 0..2_000 {
            let actions = random.u16(1..8);
            let (demands, count) = random_demands(&mut random, actions);
            let asked = checked(actions, &demands, world(actions, count));
            for action in &asked.asked_present {
                let named = demands.edges.iter().any(|edge| [edge.before, edge.after].contains(action));
                assert!(named, "{demands:?} {action}");
            }
            let silent = World { active: vec![false; usize::from(count)], ..world(actions, count) };
            assert_eq!(checked(actions, &demands, silent).asked_present, BTreeSet::new());
        }
    }

    #[test]
    fn a_demand_that_default_order_fulfils_asks_nothing() {
        let demands =
            Demands::new([edge(0, 1, 0), edge(1, 3, 1), edge(0, 3, 1)].into_iter().chain(first(0, 4, 2)).collect());
        let asked = checked(4, &demands, world(4, 3));
        assert_eq!((asked.asked_present.len(), asked.asked_active.len()), (0, 0));
    }

    #[test]
    fn one_that_must_precede_is_placed_just_before() {
        let demands = Demands::new(vec![edge(3, 1, 0)]);
        let mut world = world(5, 1);
        let sequence = sequence(5, &demands, &mut world);
        assert_eq!(sequence.order, [0, 3, 1, 2, 4]);
        assert_eq!(sequence.moved, [(3, 0)]);
        assert_eq!(world.asked_present, BTreeSet::from([1]), "without 3 its place changes nothing");
    }

    #[test]
    fn two_that_both_stand_first_are_a_cycle_before_all_others() {
        let demands = Demands::new(first(4, 5, 0).chain(first(2, 5, 1)).collect());
        let sequence = sequence(5, &demands, &mut world(5, 2));
        assert_eq!(sequence.order, [2, 4, 0, 1, 3]);
        assert_eq!(sequence.cycles, [[2, 4]]);
    }

    #[test]
    fn a_cycle_drops_its_demands_and_keeps_default_order() {
        // 3 before 1 before 2 before 3, and 3 before 0 besides: the cycle moves as a whole, in default order.
        let demands = Demands::new(vec![edge(3, 1, 0), edge(1, 2, 0), edge(2, 3, 0), edge(3, 0, 1)]);
        let sequence = sequence(5, &demands, &mut world(5, 2));
        assert_eq!(sequence.order, [1, 2, 3, 0, 4]);
        assert_eq!(sequence.cycles, [[1, 2, 3]]);
    }

    #[test]
    fn what_would_precede_a_first_is_in_a_cycle_with_it() {
        let demands = Demands::new(first(3, 4, 1).chain([edge(1, 3, 0)]).collect());
        let sequence = sequence(4, &demands, &mut world(4, 2));
        assert_eq!(sequence.cycles, [[1, 3]]);
        assert_eq!(sequence.order, [1, 3, 0, 2], "3 still precedes all else, and 1 precedes 3 as by default");
    }

    #[test]
    fn a_chain_as_long_as_packs_allow_is_placed() {
        let edges = (1..u16::MAX).map(|action| edge(action, action - 1, 0)).collect();
        let sequence = sequence(u16::MAX, &Demands::new(edges), &mut world(u16::MAX, 1));
        assert!(sequence.order.iter().rev().is_sorted());
    }
}
