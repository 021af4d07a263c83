//! Which of two actions comes first.

use crate::engine::diagram::{Node, leaf_id};
use crate::engine::world::World;
use crate::model::{ActionId, Place, RoleId};
use crate::plan::elements::Elements;
use crate::plan::ordering;

/// Where an action stands before another, both in the plan; blurred where that could go in too many ways, or rests on what
/// is blurred.
pub(super) fn stands_before(
    world: &mut World<'_>,
    (first, second): (ActionId, ActionId),
    role: Option<RoleId>,
) -> Node {
    let elements = Elements::of(world, role);
    let present = |action: ActionId| elements.presence.get(action.index()).copied().unwrap_or(Node::NO);
    let both = world.diagrams.and(present(first), present(second));
    // What is undetermined is not in the plan, so it stands nowhere.
    let both = world.diagrams.truly(both);
    let within = world.diagrams.and(both, world.constraint);
    if within == Node::NO {
        return Node::NO;
    }
    let places = (Place::Action(second), Place::Action(first));
    let Some(before) = ordering::turned(world, elements.truths(), places, within) else {
        return world.diagrams.map(both, &mut |leaf| if leaf == leaf_id::NO { leaf } else { leaf_id::BLURRED });
    };
    let demanding = world.pack.rules.iter().zip(&elements.rules).filter(|(rule, _)| !rule.demands.is_empty());
    let asked = demanding.map(|(_, holds)| *holds).chain(elements.presence.iter().copied());
    let blurred: Vec<Node> = asked.filter(|truth| world.diagrams.leaves(*truth).contains(&leaf_id::BLURRED)).collect();
    blurred.into_iter().fold(before, |before, truth| {
        let truth = world.diagrams.map(truth, &mut |leaf| u32::from(leaf == leaf_id::BLURRED));
        let hidden = world.diagrams.and(truth, within);
        world.diagrams.combine(before, hidden, &mut |before, hidden| {
            if hidden == leaf_id::NO { before } else { leaf_id::BLURRED }
        })
    })
}
