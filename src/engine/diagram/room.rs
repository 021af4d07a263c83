//! Room of its own for each part of what is built, so that one which takes too much leaves all others as they are.

use super::{Diagrams, Known, Mark, NODE_LIMIT, Node};

/// What was there when room was opened.
#[derive(Debug)]
pub(in crate::engine) struct Room {
    mark: Mark,
    limit: usize,
    steps: Option<usize>,
}

/// So many nodes may all parts have together.
const MOST_NODES: usize = 4 * NODE_LIMIT;

/// So many times for each node that a part may have may nodes be looked at together for it: most make no node, and take time
/// and memory all the same.
const MOST_STEPS: usize = 8;

/// Nodes of more atoms than this are several steps.
const ATOMS_OF_A_STEP: u16 = 256;

/// A half, a third and so on of that once one, two and more parts were too much, but no less than this part, so that many such
/// take no more than some times as long as one.
const LEAST_SHARE: usize = 16;

/// So many results of connectives are kept from one part to the next.
const MOST_KEPT: usize = 2 * NODE_LIMIT;

impl Diagrams {
    /// Opens room for a part: so many nodes of its own. Once they are used up, all that is asked for is blurred at once.
    pub(in crate::engine) fn open_room(&mut self, nodes: usize) -> Room {
        let room = Room { mark: self.mark(), limit: self.limit, steps: self.steps };
        self.limit = self.branches.len().saturating_add(nodes).min(MOST_NODES);
        if self.exceeded {
            // What an outer part found since it ran out is blurred, and would be found again.
            self.connections = Known::default();
        }
        let share = self.lost.saturating_add(1).min(LEAST_SHARE);
        (self.exceeded, self.steps) = (false, nodes.saturating_mul(MOST_STEPS).checked_div(share));
        room
    }

    /// Closes it again: whether the part had room enough. If not, every node since is forgotten, and must be by whoever
    /// holds it.
    pub(in crate::engine) fn close_room(&mut self, room: &Room) -> bool {
        let fits = !self.exceeded;
        if !fits {
            self.forget_after(room.mark);
            self.lost = self.lost.saturating_add(1);
        }
        if self.connections.len() > MOST_KEPT {
            self.connections = Known::default();
        }
        let kept = self.branches.len().saturating_sub(room.mark.branches);
        // What an inner part keeps is not at the cost of the outer one.
        self.limit = room.limit.saturating_add(kept).min(MOST_NODES);
        (self.exceeded, self.steps) = (room.mark.exceeded, room.steps);
        fits
    }

    /// Whether some room was not enough.
    pub(in crate::engine) fn is_any_room_lost(&self) -> bool {
        self.lost > 0
    }

    /// Looks at nodes of so many atoms together: whether the room that is open is used up.
    pub(super) fn is_used_up(&mut self, atoms: u16) -> bool {
        let Some(steps) = &mut self.steps else { return false };
        self.exceeded |= *steps == 0;
        *steps = steps.saturating_sub(1).saturating_sub((atoms / ATOMS_OF_A_STEP).into());
        self.exceeded
    }
}

impl Room {
    /// Whether a node was built after room was opened.
    pub(in crate::engine) fn has(&self, node: Node) -> bool {
        node.as_leaf().is_none() && node.0 as usize >= self.mark.branches
    }
}
