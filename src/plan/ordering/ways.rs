//! What orders come to within some cases, for whoever holds all cases against each other.

use super::Truths;
use super::paths::{paths, where_answered};
use crate::engine::demands::{Demands, standing_at};
use crate::engine::diagram::Node;
use crate::engine::world::World;
use crate::model::Place;
use crate::plan::sequence::Question;

/// Where, of what is `within`, an action of the second place stands before one of the first; `None` if the placing can
/// go in too many ways there.
pub fn turned(
    world: &mut World<'_>,
    truths: Truths<'_>,
    (first, second): (Place, Place),
    within: Node,
) -> Option<Node> {
    let (pack, demands) = (world.pack, &world.layout.demands);
    let mut turned = Node::NO;
    for path in paths(world, demands, truths, within)? {
        let position = |action: &u16| path.result.order.iter().position(|own| own == action);
        for (earlier, _) in standing_at(pack, first) {
            for (later, _) in standing_at(pack, second).filter(|(later, _)| *later != earlier) {
                if position(&later) < position(&earlier) {
                    let mut there = path.holds;
                    for action in [earlier, later] {
                        there = where_answered(world, there, truths.of(Question::Present(action), demands), true);
                    }
                    turned = world.diagrams.or(turned, there);
                }
            }
        }
    }
    Some(turned)
}

/// Every way in which the placing can go within some cases: where it goes so, and the order of all actions then. `None`
/// if there are too many.
pub fn ways(
    world: &mut World<'_>,
    demands: &Demands,
    truths: Truths<'_>,
    within: Node,
) -> Option<Vec<(Node, Vec<u16>)>> {
    let paths = paths(world, demands, truths, within)?;
    Some(paths.into_iter().map(|path| (path.holds, path.result.order)).collect())
}
