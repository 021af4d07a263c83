//! Where a function comes to one leaf.

use crate::engine::diagram::Node;
use crate::engine::world::World;

/// Where a function comes to a leaf; what is blurred is nowhere, since what rests on it is looked at for itself.
pub(super) fn only(world: &mut World<'_>, node: Node, leaf: u32) -> Node {
    world.diagrams.map(node, &mut |own| u32::from(own == leaf))
}
