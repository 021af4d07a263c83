//! What was found out of nodes.

use super::node::Node;
use crate::engine::numbers::{Numbers, hash_of};

/// What was found out of up to three nodes: the same map for all operations, since every other type of map would be
/// compiled anew.
#[derive(Debug, Clone, Default)]
pub(in crate::engine) struct Known {
    entries: Vec<(Nodes, Node)>,
    numbers: Numbers,
}

/// Up to three nodes that are looked at together; places that are not needed have [`Node::NO`].
pub(super) type Nodes = (Node, Node, Node);

impl Known {
    /// How much is known.
    #[cfg(feature = "proofs")]
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(in crate::engine) fn get(&self, key: Nodes) -> Option<Node> {
        self.find(hash_of(&key), key)
    }

    /// What was found out of some nodes, which have this hash.
    pub(super) fn find(&self, hash: u32, key: Nodes) -> Option<Node> {
        let is_meant = |number: u32| self.entries.get(number as usize).is_some_and(|(own, _)| *own == key);
        let number = self.numbers.find(hash, &is_meant)?;
        self.entries.get(number as usize).map(|(_, node)| *node)
    }

    /// Takes note of what was found, unless something was before; whether it is new.
    pub(in crate::engine) fn insert(&mut self, key: Nodes, found: Node) -> bool {
        let hash = hash_of(&key);
        let is_new = self.find(hash, key).is_none();
        if is_new {
            self.add(hash, key, found);
        }
        is_new
    }

    /// Takes note of what was found out of nodes of this hash, where nothing was before.
    pub(super) fn add(&mut self, hash: u32, key: Nodes, found: Node) {
        self.numbers.add(hash);
        self.entries.push((key, found));
    }
}

/// One node alone.
pub(in crate::engine) const fn one(node: Node) -> Nodes {
    two(node, Node::NO)
}

/// Two nodes together.
pub(in crate::engine) const fn two(a: Node, b: Node) -> Nodes {
    (a, b, Node::NO)
}
