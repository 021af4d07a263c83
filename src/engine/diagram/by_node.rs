//! What is found of nodes, whatever it is.

use super::{Known, LeafId, Node, one};

/// What was found of some nodes: as [`Known`], which is compiled once, with what stands for it elsewhere.
#[derive(Debug)]
pub struct ByNode<T> {
    /// A leaf for the place of what was found.
    places: Known,
    found: Vec<T>,
}

impl<T> Default for ByNode<T> {
    fn default() -> Self {
        ByNode { places: Known::default(), found: Vec::new() }
    }
}

impl<T> ByNode<T> {
    pub fn get(&self, node: Node) -> Option<&T> {
        self.found.get(self.places.get(one(node))?.as_leaf()? as usize)
    }

    /// Takes note of what was found of a node, unless something was before.
    pub fn insert(&mut self, node: Node, found: T) {
        let place = Node::leaf(LeafId::try_from(self.found.len()).unwrap_or(LeafId::MAX));
        if self.places.insert(one(node), place) {
            self.found.push(found);
        }
    }
}
