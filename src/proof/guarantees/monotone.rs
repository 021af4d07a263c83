//! Promises that something never gets smaller if only one fact gets greater.

use crate::engine::diagram::{LeafId, Node, Variable, leaf_id};
use crate::engine::leaf::{Leaf, outweighing};
use crate::engine::monotone::Monotone;
use crate::engine::rational::Rational;
use crate::engine::world::{Meaning, World};
use crate::model::{FactId, Name};

use super::breach::Breach;
use super::value::at_least;

/// Where a greater value of `by` makes that of `of` smaller, both cases lying where `when` holds. Where either is `none`
/// or undetermined nothing is compared.
pub(super) fn falling(world: &mut World<'_>, of: Name, by: FactId, when: Node) -> Vec<Breach> {
    let value = world.value(of);
    let value = world.without_conflicts(value);
    let Some(variable) = world.variable_of(by) else { return Vec::new() };
    let Some(Meaning::Pieces { pieces, none, .. }) = world.variables.get(usize::from(variable)).cloned() else {
        return Vec::new();
    };
    let atoms = pieces.len().saturating_add(usize::from(none));
    let mut breaches = Vec::new();
    if reads_in_comparison(world, &[value, when], by) {
        breaches.push(Breach { shared: Node::BLURRED, sides: Some((when, when)), apart: vec![by] });
    }
    let mut parts = Vec::new();
    for atom in 0..u16::try_from(pieces.len()).unwrap_or(u16::MAX) {
        let at = |own: Variable| (own == variable).then_some(atom);
        let (value, when) = (world.diagrams.restrict(value, &at), world.diagrams.restrict(when, &at));
        let children: Vec<Node> = (0..atoms).map(|own| Node::from(own == usize::from(atom))).collect();
        parts.push((world.diagrams.branch(variable, &children), value, when));
    }
    for (at, (first, before, here)) in parts.iter().enumerate() {
        let piece = pieces.get(at).copied().unwrap_or_default();
        if piece.0 < piece.1 {
            let falls = world.on_leaves(*before, &mut |world, leaf| turns(world, leaf, by, piece));
            let shared = world.diagrams.and(*here, falls);
            breaches.push(Breach { shared, sides: Some((*first, *first)), apart: vec![by] });
        }
        for (later, (second, after, there)) in parts.iter().enumerate().skip(at.saturating_add(1)) {
            let both = world.diagrams.and(*here, *there);
            if both == Node::NO {
                continue;
            }
            let beyond = pieces.get(later).copied().unwrap_or_default();
            let falls = world.on_pairs(*before, *after, &mut |world, a, b| falls(world, by, (a, piece), (b, beyond)));
            let shared = world.diagrams.and(both, falls);
            breaches.push(Breach { shared, sides: Some((*first, *second)), apart: vec![by] });
        }
    }
    breaches.retain(|breach| !breach.is_nowhere(world));
    breaches
}

/// Whether a comparison of quantities that reads a fact has a variable of its own.
fn reads_in_comparison(world: &World<'_>, nodes: &[Node], by: FactId) -> bool {
    world.diagrams.support_of_any(nodes).iter().any(|variable| match world.variables.get(usize::from(*variable)) {
        Some(Meaning::Quantity { facts, .. }) => facts.contains(&by),
        _ => false,
    })
}

/// Whether a value may fall somewhere within one piece of a fact's domain.
fn turns(world: &World<'_>, leaf: LeafId, by: FactId, piece: (i64, i64)) -> Node {
    let Leaf::Expression(expression) = *world.leaves.get(leaf) else {
        return if leaf == leaf_id::BLURRED { Node::BLURRED } else { Node::NO };
    };
    let range = |fact: FactId| if fact == by { piece } else { world.expressions.whole_range(fact) };
    match world.expressions.direction(expression, by, &range) {
        Monotone::Constant | Monotone::Up => Node::NO,
        Monotone::Down | Monotone::Unknown => Node::BLURRED,
    }
}

/// Where the one value is greater than the other, which belongs to a later piece of the fact's domain.
fn falls(
    world: &mut World<'_>,
    by: FactId,
    (before, piece): (LeafId, (i64, i64)),
    (after, beyond): (LeafId, (i64, i64)),
) -> Node {
    match outweighing(&[before, after]) {
        Some(Node::BLURRED) => return Node::BLURRED,
        Some(_) => return Node::NO,
        None => {}
    }
    let reads = |leaf: LeafId| match world.leaves.get(leaf) {
        Leaf::Expression(expression) => world.expressions.facts(*expression).contains(&by),
        _ => false,
    };
    if reads(before) || reads(after) {
        // The fact moves between the two, so that only what is sure of all it can be tells anything.
        let rises = before == after && turns(world, before, by, world.expressions.whole_range(by)) == Node::NO;
        let (greatest, least) = (ends(world, by, before, piece), ends(world, by, after, beyond));
        let is_above = greatest.zip(least).is_some_and(|((_, greatest), (least, _))| greatest <= least);
        return if rises || is_above { Node::NO } else { Node::BLURRED };
    }
    let kept = at_least(world, after, before, false);
    world.diagrams.not(kept)
}

/// Between which numbers a value lies while a fact stays within a piece of its domain.
fn ends(world: &World<'_>, by: FactId, leaf: LeafId, piece: (i64, i64)) -> Option<(Rational, Rational)> {
    match world.leaves.get(leaf) {
        Leaf::Number(number) => Some((*number, *number)),
        Leaf::Expression(expression) => {
            let range = |fact: FactId| if fact == by { piece } else { world.expressions.whole_range(fact) };
            let bounds = world.expressions.bounds(*expression, &range);
            Some((bounds.low, bounds.high))
        }
        _ => None,
    }
}
