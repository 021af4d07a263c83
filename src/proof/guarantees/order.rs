//! Promises that something always stands before something else.

use crate::engine::diagram::Node;
use crate::engine::world::World;
use crate::model::Place;
use crate::plan::elements::Elements;
use crate::plan::ordering;

use super::Limit;

/// Where, of what is `within`, an action of the second place stands before one of the first, both in the plan.
pub(super) fn turned(
    world: &mut World<'_>,
    elements: &Elements,
    places: (Place, Place),
    within: Node,
) -> Result<Node, Limit> {
    ordering::turned(world, elements.truths(), places, within).ok_or(Limit::Orders)
}
