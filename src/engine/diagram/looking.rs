//! What diagrams say: their leaves, what they depend on, and whether they differ. Nothing is built here.

use super::{Diagrams, Known, LeafId, Node, Nodes, Variable, one, two};
use crate::sorted::Set;

impl Diagrams {
    /// Looks at some diagrams together, for every assignment that tells them apart, and so at each of some groups of
    /// them; `see` says whether to look further down from there.
    fn visit(&self, mut open: Vec<Nodes>, see: &mut dyn FnMut(Nodes) -> bool) {
        let mut seen = Known::default();
        while let Some(at) = open.pop() {
            if see(at) && seen.insert(at, Node::YES) {
                let (variable, atoms) = self.top(&[at.0, at.1, at.2]);
                for atom in 0..atoms {
                    open.push(self.below(at, variable, atom));
                }
            }
        }
    }

    /// The leaves of a function, ascending.
    pub fn leaves(&self, node: Node) -> Vec<LeafId> {
        self.leaves_under(Node::YES, node)
    }

    /// The leaves that a function takes where `constraint` holds, ascending.
    pub fn leaves_under(&self, constraint: Node, node: Node) -> Vec<LeafId> {
        match (constraint, node.as_leaf()) {
            (Node::YES, Some(leaf)) => vec![leaf],
            _ => self.leaves_of_any(constraint, &[node]),
        }
    }

    /// The leaves that any of some functions takes where `constraint` holds, ascending.
    pub fn leaves_of_any(&self, constraint: Node, nodes: &[Node]) -> Vec<LeafId> {
        let mut found = Set::default();
        let together = nodes.iter().map(|node| two(constraint, *node)).collect();
        self.visit(together, &mut |(constraint, node, _)| match (constraint, node.as_leaf()) {
            (Node::YES, Some(leaf)) => {
                found.insert(leaf);
                false
            }
            (Node::YES, None) => true,
            _ => constraint.as_leaf().is_none(),
        });
        found.into()
    }

    /// Adds the variables that a function depends on.
    pub fn support(&self, node: Node, into: &mut Set<Variable>) {
        into.extend(self.support_of_any(&[node]));
    }

    /// The variables that any of some functions depends on.
    pub fn support_of_any(&self, nodes: &[Node]) -> Set<Variable> {
        let mut support = Set::default();
        let each = nodes.iter().map(|node| one(*node)).collect();
        self.visit(each, &mut |(node, ..)| self.variable(node).map(|variable| support.insert(variable)).is_some());
        support
    }

    /// Whether any of some functions comes to another leaf where nothing but the atom of a variable is another, and comes to
    /// `dead` neither here nor there.
    pub fn any_depends_on(&self, nodes: &[Node], variable: Variable, dead: Node) -> bool {
        let mut parted = Vec::new();
        self.visit(nodes.iter().map(|node| one(*node)).collect(), &mut |(node, ..)| {
            let own = self.variable(node);
            if own == Some(variable) {
                let children = self.children(node);
                for (at, here) in children.iter().enumerate() {
                    parted.extend(children.iter().take(at).map(|there| two(*here, *there)));
                }
            }
            own.is_some_and(|own| own < variable)
        });
        let mut depends = false;
        self.visit(parted, &mut |(here, there, _)| {
            let may_differ = !depends && here != there && here != dead && there != dead;
            let are_leaves = here.as_leaf().is_some() && there.as_leaf().is_some();
            depends |= may_differ && are_leaves;
            may_differ && !are_leaves
        });
        depends
    }

    /// Whether two functions differ somewhere where `constraint` holds.
    pub fn differ(&self, constraint: Node, a: Node, b: Node) -> bool {
        let mut differ = false;
        self.visit(vec![(constraint, a, b)], &mut |(constraint, a, b)| {
            // Different nodes are different functions.
            differ |= constraint == Node::YES && a != b;
            !differ && a != b && constraint.as_leaf().is_none()
        });
        differ
    }
}
