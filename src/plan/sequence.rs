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

use crate::engine::demands::{Demands, Edge};

/// What the order depends on. Nothing is asked twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Whether an action is in the plan.
    Present(u16),
    /// Whether a demand is made.
    Active(u16),
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

/// Orders so many actions, by the answers to what the order depends on.
pub fn sequence(actions: u16, demands: &Demands, ask: &mut dyn FnMut(Question) -> bool) -> Sequence {
    let mut placing = Placing {
        demands,
        ask,
        answers: Vec::new(),
        placed: vec![false; usize::from(actions)],
        cycle_of: vec![None; usize::from(actions)],
        cycles: 0,
        result: Sequence::default(),
    };
    for action in 0..actions {
        if placing.is_open(action) {
            placing.place(action);
        }
    }
    for action in 0..actions {
        placing.list_in_cycle(action);
    }
    placing.result
}

struct Placing<'a> {
    demands: &'a Demands,
    ask: &'a mut dyn FnMut(Question) -> bool,
    /// What was answered, by action and, after all actions, by demand.
    answers: Vec<Option<bool>>,
    placed: Vec<bool>,
    /// By action, the cycle that it was found in, of so many.
    cycle_of: Vec<Option<usize>>,
    cycles: usize,
    result: Sequence,
}

/// What stands before an action, by a demand, or by none where both are of one cycle.
#[derive(Clone, Copy)]
struct Precedence {
    before: u16,
    demand: Option<u16>,
}

/// An action on the way from the one that is to be placed.
struct Visit {
    action: u16,
    /// Its place among those that are reached and of no component yet, from 1.
    place: usize,
    precedences: Vec<Precedence>,
    /// How many of the precedences are followed.
    followed: usize,
}

impl Placing<'_> {
    fn index(&self, question: Question) -> usize {
        match question {
            Question::Present(action) => usize::from(action),
            Question::Active(demand) => self.placed.len().saturating_add(usize::from(demand)),
        }
    }

    fn known(&self, question: Question) -> Option<bool> {
        self.answers.get(self.index(question)).copied().flatten()
    }

    fn answer(&mut self, question: Question) -> bool {
        if let Some(known) = self.known(question) {
            return known;
        }
        let answer = (self.ask)(question);
        let at = self.index(question);
        if self.answers.len() <= at {
            self.answers.resize(at.saturating_add(1), None);
        }
        if let Some(slot) = self.answers.get_mut(at) {
            *slot = Some(answer);
        }
        answer
    }

    fn is_absent(&self, action: u16) -> bool {
        self.known(Question::Present(action)) == Some(false)
    }

    fn is_open(&self, action: u16) -> bool {
        self.placed.get(usize::from(action)).is_some_and(|placed| !placed)
    }

    fn cycle_of(&self, action: u16) -> Option<usize> {
        self.cycle_of.get(usize::from(action)).copied().flatten()
    }

    /// Places an action and, before it, whatever must precede it.
    fn place(&mut self, action: u16) {
        let mut order = vec![action];
        if !self.precedences(action, action).is_empty() {
            let (cycles, moved) = (self.cycles, self.result.moved.len());
            order = self.walk(action);
            if self.cycles > cycles {
                // The demands within a cycle are gone, and its members follow each other instead.
                self.result.moved.truncate(moved);
                order = self.walk(action);
            }
        }
        for action in order {
            if let Some(placed) = self.placed.get_mut(usize::from(action)) {
                *placed = true;
                self.result.order.push(action);
            }
        }
    }

    /// What placing `root` places, each after all that must precede it, and those in default order. Takes note of what
    /// moves, and of cycles: the strongly connected components of more than one action, by Tarjan's algorithm (1972).
    /// Keeps its own stack, since a chain of demands may be longer than the browser's.
    fn walk(&mut self, root: u16) -> Vec<u16> {
        const UNSEEN: usize = 0;
        const DONE: usize = usize::MAX;
        let mut order = Vec::new();
        // By action: the first place that it is known to lead back to.
        let mut earliest = vec![UNSEEN; self.placed.len()];
        let mut open: Vec<u16> = Vec::new();
        let mut path: Vec<Visit> = Vec::new();
        let mut next = Some(root);
        loop {
            if let Some(action) = next.take() {
                let precedences = self.precedences(action, root);
                if self.is_absent(action) {
                    // It turned out so after it was found to precede another.
                    set(&mut earliest, action, DONE);
                    continue;
                }
                open.push(action);
                set(&mut earliest, action, open.len());
                path.push(Visit { action, place: open.len(), precedences, followed: 0 });
            }
            let Some(visit) = path.last_mut() else { return order };
            let own = at(&earliest, visit.action);
            if let Some(Precedence { before, .. }) = visit.precedences.get(visit.followed) {
                match at(&earliest, *before) {
                    UNSEEN => next = Some(*before),
                    reached => {
                        set(&mut earliest, visit.action, own.min(reached));
                        visit.followed = visit.followed.saturating_add(1);
                    }
                }
                continue;
            }
            order.push(visit.action);
            let place = visit.place;
            if own == place {
                let is_cycle = open.len() > place;
                while open.len() >= place
                    && let Some(member) = open.pop()
                {
                    set(&mut earliest, member, DONE);
                    if is_cycle {
                        set(&mut self.cycle_of, member, Some(self.cycles));
                    }
                }
                self.cycles = self.cycles.saturating_add(usize::from(is_cycle));
            }
            let precedences = path.pop().map_or_else(Vec::new, |visit| visit.precedences);
            for Precedence { before, demand } in precedences {
                if let Some(demand) = demand.filter(|_| before != root && !self.is_absent(before)) {
                    self.result.moved.push((before, demand));
                }
            }
        }
    }

    /// What directly precedes an action, unplaced and not known to be absent, in default order. Presence is only asked
    /// for where the action has predecessors of its own: without them, placing an absent action early changes nothing.
    fn precedences(&mut self, after: u16, root: u16) -> Vec<Precedence> {
        let demands = self.demands;
        let cycle = self.cycle_of(after);
        let mut found: Vec<Precedence> = Vec::new();
        for Edge { before, demand, .. } in demands.on(after).iter().copied() {
            let repeated = found.last().is_some_and(|last| last.before == before);
            let dropped = cycle.is_some() && self.cycle_of(before) == cycle;
            let absent = self.is_absent(before) || self.is_absent(after);
            if repeated || dropped || absent || !self.is_open(before) || !self.answer(Question::Active(demand)) {
                continue;
            }
            // The root stands before its own predecessors: a cycle, if it is there.
            if self.answer(Question::Present(after)) && (before != root || self.answer(Question::Present(root))) {
                found.push(Precedence { before, demand: Some(demand) });
            }
        }
        if cycle.is_some() {
            for before in 0..after {
                if self.cycle_of(before) == cycle && self.is_open(before) {
                    let place = found.partition_point(|other| other.before < before);
                    found.insert(place, Precedence { before, demand: None });
                }
            }
        }
        found
    }

    /// Adds an action to the list of its cycle; the first of a cycle begins it.
    fn list_in_cycle(&mut self, action: u16) {
        let Some(cycle) = self.cycle_of(action) else { return };
        let is_own = |members: &&mut Vec<u16>| {
            members.first().is_some_and(|first| self.cycle_of.get(usize::from(*first)) == Some(&Some(cycle)))
        };
        match self.result.cycles.iter_mut().find(is_own) {
            Some(members) => members.push(action),
            None => self.result.cycles.push(vec![action]),
        }
    }
}

fn at(values: &[usize], action: u16) -> usize {
    values.get(usize::from(action)).copied().unwrap_or(usize::MAX)
}

fn set<T>(values: &mut [T], action: u16, value: T) {
    if let Some(slot) = values.get_mut(usize::from(action)) {
        *slot = value;
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

    impl World {
        fn answer(&mut self, question: Question) -> bool {
            match question {
                Question::Present(action) => {
                    assert!(self.asked_present.insert(action), "asked twice for action {action}");
                    self.present[usize::from(action)]
                }
                Question::Active(demand) => {
                    assert!(self.asked_active.insert(demand), "asked twice for demand {demand}");
                    self.active[usize::from(demand)]
                }
            }
        }
    }

    /// The sequence, by the answers of a world.
    fn sequence(actions: u16, demands: &Demands, world: &mut World) -> Sequence {
        super::sequence(actions, demands, &mut |question| world.answer(question))
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
            before != after && demands.edges().iter().any(by_edge)
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
            let asked_for = demands.edges().iter().any(|edge| (edge.before, edge.demand) == (*action, *demand));
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
                let named = demands.edges().iter().any(|edge| [edge.before, edge.after].contains(action));
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
    fn each_earlier_member_of_a_cycle_precedes_by_its_own_place() {
        // 1, 4 and 5 are a cycle, and 2 precedes 5: so it stands after 1, which precedes 5 too.
        let edges = vec![edge(5, 1, 0), edge(1, 4, 1), edge(4, 5, 2), edge(2, 5, 3), edge(5, 0, 4)];
        let sequence = sequence(6, &Demands::new(edges), &mut world(6, 5));
        assert_eq!(sequence.cycles, [[1, 4, 5]]);
        assert_eq!(sequence.order, [1, 2, 4, 5, 0, 3]);
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
