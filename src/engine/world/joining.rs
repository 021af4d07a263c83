//! What becomes of the leaves of diagrams when they are changed or held against each other, and the conflicts among them.

use super::{Clash, Place, World};
use crate::engine::diagram::{Known, Node, two};
use crate::engine::leaf::{Conflict, Leaf};

impl World<'_> {
    /// Replaces every leaf by what `change` makes of it.
    pub fn on_leaves(&mut self, node: Node, change: &mut dyn FnMut(&mut Self, u32) -> Node) -> Node {
        if let Some(leaf) = node.as_leaf() {
            return change(self, leaf);
        }
        let changed: Vec<(u32, Node)> =
            self.diagrams.leaves(node).into_iter().map(|leaf| (leaf, change(self, leaf))).collect();
        self.diagrams.bind(node, &mut |leaf| found(&changed, leaf))
    }

    /// Replaces every pair of leaves by what `join` makes of it.
    pub fn on_pairs(&mut self, a: Node, b: Node, join: &mut dyn FnMut(&mut Self, u32, u32) -> Node) -> Node {
        if let (Some(a), Some(b)) = (a.as_leaf(), b.as_leaf()) {
            return join(self, a, b);
        }
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let mut ids = Known::default();
        let product = self.diagrams.combine(a, b, &mut |a, b| {
            let pair = two(Node::leaf(a), Node::leaf(b));
            if let Some(known) = ids.get(pair).and_then(|id| id.as_leaf()) {
                return known;
            }
            let id = u32::try_from(pairs.len()).unwrap_or(u32::MAX);
            pairs.push((a, b));
            ids.insert(pair, Node::leaf(id));
            id
        });
        let joined: Vec<(u32, Node)> = (0_u32..).zip(&pairs).map(|(id, (a, b))| (id, join(self, *a, *b))).collect();
        self.diagrams.bind(product, &mut |leaf| found(&joined, leaf))
    }

    /// Takes note of the conflicts that a value says of itself, and leaves it undetermined there.
    pub fn note_conflicts(&mut self, value: Node, place: Place) -> Node {
        let mut noted = false;
        for id in self.diagrams.leaves(value) {
            if let Leaf::Conflict(conflict) = self.leaves.get(id) {
                let conflict = conflict.clone();
                let holds = self.diagrams.map(value, &mut |leaf| u32::from(leaf == id));
                self.note_clash(place, conflict, holds);
                noted = true;
            }
        }
        if noted { self.without_conflicts(value) } else { value }
    }

    /// What is in conflict right there as undetermined, with no note taken.
    pub fn without_conflicts(&mut self, value: Node) -> Node {
        let leaves = &self.leaves;
        self.diagrams.map(value, &mut |leaf| if matches!(leaves.get(leaf), Leaf::Conflict(_)) { 2 } else { leaf })
    }

    /// Takes note of one conflict. Those of the same rows at the same place are one, whatever their reason.
    pub fn note_clash(&mut self, place: Place, conflict: Conflict, holds: Node) {
        if holds == Node::NO {
            return;
        }
        let same = |clash: &Clash| clash.place == place && clash.conflict.rows == conflict.rows;
        let known = self.clashes.iter().position(same);
        match known.and_then(|at| self.clashes.get_mut(at)) {
            Some(clash) => clash.holds = self.diagrams.or(clash.holds, holds),
            None => self.clashes.push(Clash { place, conflict, holds }),
        }
    }
}

fn found(changed: &[(u32, Node)], leaf: u32) -> Node {
    changed
        .binary_search_by_key(&leaf, |(own, _)| *own)
        .ok()
        .and_then(|at| changed.get(at))
        .map_or(Node::BLURRED, |(_, node)| *node)
}
