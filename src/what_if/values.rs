//! The values that do, once it is known which facts to change.

use crate::engine::diagram::{Node, Variable, leaf_id};
use crate::engine::world::{Meaning, World};
use crate::model::{FactId, Value};

use super::standing::{is, value_variables};

/// Values of some facts every combination of which will do: by variable, its atoms.
pub(super) type Combination = Vec<(Variable, Vec<u16>)>;

/// So many combinations are made of the values of one set of facts.
const MOST_COMBINATIONS: usize = 16;

/// Parts what will do into combinations, the widest that can be made of what is left each time; and whether that is all of
/// it. `near` gives for a variable the atom that is looked at first.
pub(super) fn combinations(
    world: &mut World<'_>,
    values: Node,
    facts: &[FactId],
    near: &dyn Fn(Variable) -> Option<u16>,
) -> (Vec<Combination>, bool) {
    let variables: Vec<Variable> = facts.iter().flat_map(|fact| value_variables(world, *fact)).collect();
    let mut combinations = Vec::new();
    let mut rest = values;
    while rest != Node::NO && combinations.len() < MOST_COMBINATIONS {
        let widest = widest(world, values, rest, &variables, near);
        let covered = holds_in(world, &widest);
        let others = world.diagrams.not(covered);
        rest = world.diagrams.and(rest, others);
        combinations.push(widest);
    }
    (combinations, rest == Node::NO)
}

/// The values around a point of `from` to all sides, as far as all of them are among `values`.
fn widest(
    world: &mut World<'_>,
    values: Node,
    from: Node,
    variables: &[Variable],
    near: &dyn Fn(Variable) -> Option<u16>,
) -> Combination {
    let point = point(world, from, near);
    let mut widest: Combination = Vec::new();
    for variable in variables {
        let on_the_way = point.iter().find(|(own, _)| own == variable);
        widest.push((*variable, on_the_way.map_or_else(|| atoms(world, *variable), |(_, atom)| vec![*atom])));
    }
    for at in 0..widest.len() {
        let Some((variable, chosen)) = widest.get(at).cloned() else { continue };
        for atom in atoms(world, variable).into_iter().filter(|atom| !chosen.contains(atom)) {
            let mut aside = widest.clone();
            if let Some((_, atoms)) = aside.get_mut(at) {
                *atoms = vec![atom];
            }
            let beside = holds_in(world, &aside);
            let fails = world.diagrams.not(values);
            if world.diagrams.and(beside, fails) == Node::NO
                && let Some((_, atoms)) = widest.get_mut(at)
            {
                let place = atoms.partition_point(|own| *own < atom);
                atoms.insert(place, atom);
            }
        }
    }
    widest
}

/// A way through a truth to *yes*, by the near atoms where they lead there.
fn point(world: &World<'_>, truth: Node, near: &dyn Fn(Variable) -> Option<u16>) -> Vec<(Variable, u16)> {
    let mut point = Vec::new();
    let mut node = truth;
    while let Some(variable) = world.diagrams.variable(node) {
        let children: Vec<(u16, Node)> = (0..).zip(world.diagrams.children(node).iter().copied()).collect();
        let leads = |(_, child): &&(u16, Node)| world.diagrams.leaves(*child).contains(&leaf_id::YES);
        let nearest =
            near(variable).and_then(|near| children.iter().filter(leads).min_by_key(|(atom, _)| atom.abs_diff(near)));
        let Some((atom, child)) = nearest.or_else(|| children.iter().find(leads)) else { break };
        point.push((variable, *atom));
        node = *child;
    }
    point
}

/// Where all variables have one of their atoms.
fn holds_in(world: &mut World<'_>, of: &Combination) -> Node {
    of.iter().fold(Node::YES, |all, (variable, atoms)| {
        let any = atoms.iter().fold(Node::NO, |any, atom| {
            let is = is(world, *variable, *atom);
            world.diagrams.or(any, is)
        });
        world.diagrams.and(all, any)
    })
}

/// All atoms of a variable.
fn atoms(world: &World<'_>, variable: Variable) -> Vec<u16> {
    let count = match world.variables.get(usize::from(variable)) {
        Some(Meaning::Pieces { pieces, none, .. }) => pieces.len().saturating_add(usize::from(*none)),
        _ => 2,
    };
    (0..u16::try_from(count).unwrap_or(u16::MAX)).collect()
}

/// A value of a fact among the atoms of a combination: the one nearest to what is so now, or the farthest.
pub(super) fn example(world: &World<'_>, of: &Combination, fact: FactId, now: Option<&Value>, farthest: bool) -> Value {
    let Some(kind) = world.pack.facts.get(fact.index()).map(|fact| &fact.kind) else { return Value::None };
    let mut set = 0_u64;
    for (variable, atoms) in of.iter().filter(|(variable, _)| world.decides_on(*variable) == [fact]) {
        let can_be = |atom: u16| atoms.contains(&atom);
        match world.variables.get(usize::from(*variable)) {
            Some(Meaning::Nothing { .. }) if can_be(1) && (!can_be(0) || (now == Some(&Value::None)) != farthest) => {
                return Value::None;
            }
            Some(Meaning::Member { choice, .. }) => {
                let bit = 1_u64.checked_shl(*choice).unwrap_or(0);
                let is_now = matches!(now, Some(Value::Set(now)) if now & bit != 0);
                if can_be(1) && (!can_be(0) || is_now != farthest) {
                    set |= bit;
                }
            }
            Some(Meaning::Pieces { pieces, .. }) => {
                let now = match now {
                    Some(Value::Scalar(now)) => Some(*now),
                    _ => None,
                };
                let allowed = atoms.iter().filter_map(|atom| pieces.get(usize::from(*atom)));
                return nearest(allowed, now, farthest).map_or(Value::None, Value::Scalar);
            }
            _ => {}
        }
    }
    if kind.choices().is_empty() { Value::Text(String::new()) } else { Value::Set(set) }
}

/// The scalar of some pieces that lies nearest to another, or farthest from it; without another the first, or the last.
fn nearest<'a>(pieces: impl Iterator<Item = &'a (i64, i64)>, to: Option<i64>, farthest: bool) -> Option<i64> {
    let in_piece = |(first, last): &(i64, i64)| match (to, farthest) {
        (Some(to), false) => to.clamp(*first, *last),
        (Some(to), true) if to.abs_diff(*first) > to.abs_diff(*last) => *first,
        (None, false) => *first,
        _ => *last,
    };
    let distance = |scalar: &i64| to.map_or_else(|| scalar.abs_diff(i64::MIN), |to| scalar.abs_diff(to));
    let scalars = pieces.map(in_piece);
    if farthest { scalars.max_by_key(distance) } else { scalars.min_by_key(distance) }
}
