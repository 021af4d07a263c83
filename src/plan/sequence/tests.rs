#![expect(clippy::arithmetic_side_effects, reason = "small numbers, and a test may panic")]

use std::collections::BTreeSet;

use super::{Question, Sequence};
use crate::engine::demands::{Demands, Edge};

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
    World { present: vec![true; usize::from(actions)], active: vec![true; usize::from(demands)], ..World::default() }
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
