//! Multi-valued decision diagrams: reduced, ordered, hash-consed, with numbered leaves.
//!
//! A diagram is a function from an assignment of variables (each with a few atoms) to a leaf. What a leaf stands for
//! is not known here, but for the first five: the truth values of Kleene's logic are leaves like any other. Ordered
//! by variable number, reduced as Bryant's (1986), with many-valued nodes as in Srinivasan et al. (1990).
//!
//! Here they are made and kept. [`operations`] says what several come to together, [`looking`] what one says.

#[cfg(feature = "proofs")]
pub mod by_node;
mod known;
#[cfg(feature = "proofs")]
pub mod leading;
mod looking;
mod node;
mod operations;
#[cfg(feature = "proofs")]
pub(super) mod room;

use super::numbers::{Numbers, hash_of};

use known::Nodes;
pub(super) use known::{Known, one, two};
pub use node::{LeafId, Node, Variable, leaf_id};

/// A node that decides on a variable; its children stand one after the other, one for each atom.
#[derive(Debug, Clone, Copy)]
struct Branch {
    variable: Variable,
    atoms: u16,
    first_child: u32,
}

/// All diagrams of one case: they share their nodes.
#[derive(Debug, Clone, Default)]
pub struct Diagrams {
    branches: Vec<Branch>,
    children: Vec<Node>,
    unique: Numbers,
    /// What connectives came to, by what decides them and their arguments, and choices, by condition and both sides: a
    /// leaf decides the one, and no leaf the other.
    connections: Known,
    /// Children of the branches that are being built, the innermost last.
    open: Vec<Node>,
    limit: usize,
    exceeded: bool,
    /// How many more times nodes may be looked at together in the room that is open; `None` if none is.
    #[cfg(feature = "proofs")]
    steps: Option<usize>,
    /// How many rooms were not enough.
    #[cfg(feature = "proofs")]
    lost: usize,
}

/// How far the diagrams of a case had come.
#[derive(Debug, Clone, Copy)]
pub struct Mark {
    branches: usize,
    children: usize,
    exceeded: bool,
}

/// The nodes that all diagrams of one case may have together; beyond, results are [`Node::BLURRED`].
pub const NODE_LIMIT: usize = 250_000;

impl Diagrams {
    pub fn new() -> Self {
        Diagrams { limit: NODE_LIMIT, ..Diagrams::default() }
    }

    /// Where the diagrams stand, to return to.
    pub fn mark(&self) -> Mark {
        Mark { branches: self.branches.len(), children: self.children.len(), exceeded: self.exceeded }
    }

    /// Forgets all nodes that were made after a mark, if there are so many that others might find no place; whether it did.
    pub fn return_to(&mut self, mark: Mark) -> bool {
        let is_crowded = self.branches.len() > self.limit / 2;
        if is_crowded {
            self.forget_after(mark);
        }
        is_crowded
    }

    /// Forgets all nodes that were made after a mark, and what was found with them.
    fn forget_after(&mut self, mark: Mark) {
        self.branches.truncate(mark.branches);
        self.children.truncate(mark.children);
        self.exceeded = mark.exceeded;
        self.connections = Known::default();
        self.unique = Numbers::default();
        for branch in 0..u32::try_from(mark.branches).unwrap_or(0) {
            let node = Node(branch);
            if let Some(variable) = self.variable(node) {
                self.unique.add(hash_of(&(variable, self.children(node))));
            }
        }
    }

    /// Whether any result had to be blurred.
    pub fn exceeded(&self) -> bool {
        self.exceeded
    }

    /// The variable that a branch decides on.
    pub fn variable(&self, node: Node) -> Option<Variable> {
        self.branch_of(node).map(|branch| branch.variable)
    }

    /// One child for each atom of a branch's variable; empty for leaves.
    pub fn children(&self, node: Node) -> &[Node] {
        self.branch_of(node)
            .and_then(|branch| {
                let first = branch.first_child as usize;
                self.children.get(first..first.saturating_add(usize::from(branch.atoms)))
            })
            .unwrap_or(&[])
    }

    /// The function that is `children[a]` where `variable` has its atom `a`. Children must not depend on `variable`
    /// or any above it.
    pub fn branch(&mut self, variable: Variable, children: &[Node]) -> Node {
        let Some((&first, rest)) = children.split_first() else { return Node::BLURRED };
        if rest.iter().all(|child| *child == first) {
            return first;
        }
        let hash = hash_of(&(variable, children));
        let found = self.unique.find(hash, &|at| {
            let node = Node(at);
            self.variable(node) == Some(variable) && self.children(node) == children
        });
        if let Some(at) = found {
            return Node(at);
        }
        if self.branches.len() >= self.limit {
            self.exceeded = true;
            return Node::BLURRED;
        }
        let (Ok(first_child), Ok(atoms)) = (u32::try_from(self.children.len()), u16::try_from(children.len())) else {
            return Node::BLURRED;
        };
        self.branches.push(Branch { variable, atoms, first_child });
        self.children.extend_from_slice(children);
        Node(self.unique.add(hash))
    }

    /// The function that `settle` and `join` make of some diagrams from the top down: `settle` may say what it comes to,
    /// or look at other nodes instead; `join` takes what the children come to, one for each atom of the topmost
    /// variable.
    fn descend(
        &mut self,
        mut at: Nodes,
        known: &mut Known,
        settle: &mut dyn FnMut(&Self, &mut Nodes) -> Option<Node>,
        join: &mut dyn FnMut(&mut Self, Variable, &[Node]) -> Node,
    ) -> Node {
        if let Some(settled) = settle(self, &mut at) {
            return settled;
        }
        let hash = hash_of(&at);
        if let Some(known) = known.find(hash, at) {
            return known;
        }
        let (variable, atoms) = self.top(&[at.0, at.1, at.2]);
        #[cfg(feature = "proofs")]
        if self.is_used_up(atoms) {
            return Node::BLURRED;
        }
        let first = self.open.len();
        for atom in 0..atoms {
            let part = self.descend(self.below(at, variable, atom), known, settle, join);
            self.open.push(part);
        }
        let mut open = std::mem::take(&mut self.open);
        let result = join(self, variable, open.get(first..).unwrap_or(&[]));
        open.truncate(first);
        self.open = open;
        known.add(hash, at, result);
        result
    }

    /// The function where `variable`, which is at or above its top, has an atom.
    #[expect(
        clippy::inline_always,
        reason = "every look at a diagram is this; modules for browsers inline next to nothing else"
    )]
    #[inline(always)]
    pub fn at(&self, node: Node, variable: Variable, atom: u16) -> Node {
        match self.branch_of(node) {
            // INVARIANT: all branches of a variable have equally many atoms, and `atom` is one of them.
            Some(branch) if branch.variable == variable => {
                let at = (branch.first_child as usize).saturating_add(usize::from(atom));
                self.children.get(at).copied().unwrap_or(Node::BLURRED)
            }
            _ => node,
        }
    }

    fn below(&self, (a, b, c): Nodes, variable: Variable, atom: u16) -> Nodes {
        (self.at(a, variable, atom), self.at(b, variable, atom), self.at(c, variable, atom))
    }

    /// The topmost variable of some diagrams and the number of its atoms; no atoms if all are leaves.
    fn top(&self, nodes: &[Node]) -> (Variable, u16) {
        let mut top = (Variable::MAX, 0);
        for node in nodes {
            if let Some(branch) = self.branch_of(*node)
                && branch.variable < top.0
            {
                top = (branch.variable, branch.atoms);
            }
        }
        top
    }

    fn branch_of(&self, node: Node) -> Option<&Branch> {
        // A leaf's number is beyond any list of branches.
        self.branches.get(node.0 as usize)
    }
}
