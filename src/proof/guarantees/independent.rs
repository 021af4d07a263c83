//! Promises that something does not depend on some facts.

use crate::engine::diagram::{Node, Variable, leaf_id};
use crate::engine::leaf::Leaf;
use crate::engine::world::{Meaning, World};
use crate::model::{FactId, Name};

use super::breach::Breach;

/// Where other values of `from`, of one fact or of several at once, make another value of any of `of`, both cases lying
/// where `when` holds. What is left undetermined is a value like any other here.
pub(super) fn dependent(world: &mut World<'_>, of: &[Name], from: &[FactId], when: Node) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for name in of {
        let value = world.value(*name);
        let value = world.without_conflicts(value);
        depending(world, value, from, when, &mut breaches);
    }
    breaches
}

fn depending(world: &mut World<'_>, value: Node, from: &[FactId], when: Node, breaches: &mut Vec<Breach>) {
    // For each value: where it is taken, and where by what the two cases have in common.
    let mut taken: Vec<(Node, Node)> = Vec::new();
    let mut any = Node::NO;
    for leaf in world.diagrams.leaves(value) {
        let is_blurred = Node::leaf(leaf) == Node::BLURRED;
        let there = world.diagrams.map(value, &mut |own| match own == leaf {
            true if is_blurred => own,
            is_own => u32::from(is_own),
        });
        let there = world.diagrams.and(when, there);
        let shared = without(world, there, from);
        let reads = match world.leaves.get(leaf) {
            Leaf::Expression(expression) => world.expressions.facts(*expression).iter().any(|fact| from.contains(fact)),
            _ => is_blurred,
        };
        if reads && there != Node::NO {
            let shared =
                world.diagrams.map(shared, &mut |leaf| if leaf == leaf_id::YES { leaf_id::BLURRED } else { leaf });
            breaches.push(Breach { shared, sides: Some((there, there)), apart: from.to_vec() });
        }
        if world.diagrams.and(any, shared) != Node::NO {
            for (other, other_shared) in &taken {
                let both = world.diagrams.and(*other_shared, shared);
                if both != Node::NO {
                    breaches.push(Breach { shared: both, sides: Some((*other, there)), apart: from.to_vec() });
                }
            }
        }
        any = world.diagrams.or(any, shared);
        taken.push((there, shared));
    }
}

/// Where a truth holds for some values of some facts.
fn without(world: &mut World<'_>, truth: Node, facts: &[FactId]) -> Node {
    let kept: Vec<bool> = (0..world.variables.len())
        .map(|variable| Variable::try_from(variable).is_ok_and(|variable| is_shared(world, variable, facts)))
        .collect();
    world.diagrams.exists(truth, &|variable| kept.get(usize::from(variable)).copied().unwrap_or(false))
}

/// Whether two cases that may differ in some facts have in common what a variable decides on.
pub(super) fn is_shared(world: &World<'_>, variable: Variable, apart: &[FactId]) -> bool {
    matches!(world.variables.get(usize::from(variable)), Some(Meaning::Recorded { .. }))
        || !world.decides_on(variable).iter().any(|fact| apart.contains(fact))
}
