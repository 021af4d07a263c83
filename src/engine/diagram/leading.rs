//! Which nodes lead to a leaf, noted once for all ways to it.

use super::{Diagrams, Known, LeafId, Node, one};

/// Nodes that lead to a leaf.
#[derive(Debug)]
pub struct Leading(Known);

impl Leading {
    /// Whether a node of those that were looked at is one.
    pub fn contains(&self, node: Node) -> bool {
        self.0.get(one(node)) == Some(Node::YES)
    }
}

impl Diagrams {
    /// The nodes under a node that lead to a leaf.
    pub fn leading(&self, node: Node, leaf: LeafId) -> Leading {
        let mut leading = Leading(Known::default());
        self.note_leading(node, Node::leaf(leaf), &mut leading);
        leading
    }

    fn note_leading(&self, node: Node, leaf: Node, leading: &mut Leading) -> bool {
        if let Some(known) = leading.0.get(one(node)) {
            return known == Node::YES;
        }
        let mut leads = node == leaf;
        for child in self.children(node) {
            leads |= self.note_leading(*child, leaf, leading);
        }
        leading.0.insert(one(node), leads.into());
        leads
    }
}
