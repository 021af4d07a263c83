//! Promises of how two quantities stand to each other, wherever both have a value.

use crate::engine::arithmetic::Operation;
use crate::engine::diagram::{LeafId, Node, leaf_id};
use crate::engine::leaf::{Leaf, outweighing};
use crate::engine::world::World;
use crate::model::{Comparison, Relation};

use super::estimate::is_never_above_zero;

/// Where both sides have a value and do not stand so. What cannot be told of two formulas is a part of its own, so that
/// cases are looked for wherever these two meet.
pub(super) fn broken(world: &mut World<'_>, comparison: &Comparison) -> Vec<Node> {
    let sides = [&comparison.left, &comparison.right].map(|side| {
        let side = world.formula(side);
        world.without_conflicts(side)
    });
    let [left, right] = sides;
    let mut unsure: Vec<(LeafId, LeafId)> = Vec::new();
    let broken = world.on_pairs(left, right, &mut |world, left, right| match outweighing(&[left, right]) {
        Some(Node::BLURRED) => Node::BLURRED,
        Some(_) => Node::NO,
        None => {
            let kept = match comparison.relation {
                Relation::AtMost => at_least(world, right, left, false),
                Relation::Less => at_least(world, right, left, true),
                Relation::AtLeast => at_least(world, left, right, false),
                Relation::Greater => at_least(world, left, right, true),
                Relation::Equal => {
                    let differ = world.leaves_differ(left, right);
                    world.diagrams.not(differ)
                }
            };
            if world.diagrams.leaves(kept).contains(&leaf_id::BLURRED) {
                unsure.push((left, right));
            }
            world.diagrams.not(kept)
        }
    });
    let mut parts = Vec::new();
    for (own, other) in unsure {
        let [own, other] =
            [(left, own), (right, other)].map(|(side, leaf)| world.diagrams.map(side, &mut |own| (own == leaf).into()));
        let both = world.diagrams.and(own, other);
        parts.push(world.diagrams.and(both, broken));
    }
    parts.push(broken);
    parts
}

/// Where one value is at least another, or greater if `strict`. Formulas that no point tells apart may still be compared
/// by what they are estimated to be.
pub(super) fn at_least(world: &mut World<'_>, greater: LeafId, less: LeafId, strict: bool) -> Node {
    let expressions = [less, greater].map(|leaf| match world.leaves.get(leaf) {
        Leaf::Number(number) => Some(world.expressions.constant(*number)),
        Leaf::Expression(expression) => Some(*expression),
        _ => None,
    });
    if let [Some(less), Some(greater)] = expressions
        && let Ok(difference) = world.expressions.operate(Operation::Subtract, [less, greater])
        && is_never_above_zero(&mut world.expressions, difference, strict)
    {
        return Node::YES;
    }
    world.leaf_at_least(greater, less, strict)
}
