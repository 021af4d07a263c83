//! Promises of what is in every plan or in none: an action, or a parameter that is set on some action.

use crate::engine::diagram::Node;
use crate::engine::leaf::Leaf;
use crate::engine::world::World;
use crate::model::{ActionId, ParameterId};
use crate::plan::elements::Elements;

/// Where any of some actions is in the plan. One of which it is undetermined is not.
pub(super) fn with(world: &mut World<'_>, elements: &Elements, actions: &[ActionId]) -> Node {
    actions.iter().fold(Node::NO, |any, action| {
        let present = elements.presence.get(action.index()).copied().unwrap_or(Node::NO);
        let present = world.diagrams.truly(present);
        world.diagrams.or(any, present)
    })
}

/// Where none of some actions is.
pub(super) fn without(world: &mut World<'_>, elements: &Elements, actions: &[ActionId]) -> Node {
    let with = with(world, elements, actions);
    world.diagrams.not(with)
}

/// Where a parameter is set on some action of the plan. One that is undetermined is not.
pub(super) fn set(world: &mut World<'_>, elements: &Elements, parameter: ParameterId) -> Node {
    let absent = world.leaves.id(Leaf::Absent);
    let mut any = Node::NO;
    for (_, _, value) in elements.parameters.iter().filter(|(_, own, _)| *own == parameter) {
        let set = world.diagrams.map(*value, &mut |leaf| match Node::leaf(leaf) {
            Node::UNDETERMINED => 0,
            Node::BLURRED => leaf,
            _ => u32::from(leaf != absent),
        });
        any = world.diagrams.or(any, set);
    }
    any
}

/// Where it is set on none.
pub(super) fn unset(world: &mut World<'_>, elements: &Elements, parameter: ParameterId) -> Node {
    let set = set(world, elements, parameter);
    world.diagrams.not(set)
}
