//! What diagrams are handed about as: nodes, which are leaves or branches, and the numbers of both.

/// A diagram: a leaf or a branch. Equal functions are equal nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node(pub(super) u32);

/// The number of a leaf.
pub type LeafId = u32;

/// A variable's number, which is its place in the order: smaller ones stand above.
pub type Variable = u16;

/// The leaves that are known here. Of two truths that are neither yes nor no the greater number outweighs the other.
pub mod leaf_id {
    use super::LeafId;

    /// Does not hold; also the number 0 and the answer no.
    pub const NO: LeafId = 0;
    /// Holds; also the number 1 and the answer yes.
    pub const YES: LeafId = 1;
    /// The rules leave it undetermined.
    pub const UNDETERMINED: LeafId = 2;
    /// The value `none`.
    pub const NONE: LeafId = 3;
    /// Beyond the limits of the method: it could be anything.
    pub const BLURRED: LeafId = 4;
}

const LEAF: u32 = 1 << 31;

impl Node {
    // The leaves of `leaf_id`, as constant functions.
    pub const NO: Node = Node::leaf(leaf_id::NO);
    pub const YES: Node = Node::leaf(leaf_id::YES);
    pub const UNDETERMINED: Node = Node::leaf(leaf_id::UNDETERMINED);
    pub const NONE: Node = Node::leaf(leaf_id::NONE);
    pub const BLURRED: Node = Node::leaf(leaf_id::BLURRED);

    pub const fn leaf(leaf: LeafId) -> Node {
        Node(LEAF | leaf)
    }

    /// The leaf, if the function is constant.
    pub fn as_leaf(self) -> Option<LeafId> {
        (self.0 & LEAF != 0).then_some(self.0 & !LEAF)
    }
}

impl From<bool> for Node {
    fn from(holds: bool) -> Self {
        if holds { Node::YES } else { Node::NO }
    }
}
