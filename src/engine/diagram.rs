//! Multi-valued decision diagrams: reduced, ordered, hash-consed, with numbered leaves.
//!
//! A diagram is a function from an assignment of variables (each with a few atoms) to a leaf. What a leaf stands for
//! is not known here, but for the first five: the truth values of Kleene's logic are leaves like any other. Ordered
//! by variable number, reduced as Bryant's (1986), with many-valued nodes as in Srinivasan et al. (1990).

#[cfg(feature = "proofs")]
pub mod by_node;
#[cfg(feature = "proofs")]
pub mod leading;
#[cfg(feature = "proofs")]
pub(super) mod room;

use super::numbers::{Numbers, hash_of};
use crate::sorted;

/// A diagram: a leaf or a branch. Equal functions are equal nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node(u32);

/// The number of a leaf.
pub type LeafId = u32;

/// A variable's number, which is its place in the order: smaller ones stand above.
pub type Variable = u16;

const LEAF: u32 = 1 << 31;

impl Node {
    /// Does not hold; also the number 0 and the answer no.
    pub const NO: Node = Node::leaf(0);
    /// Holds; also the number 1 and the answer yes.
    pub const YES: Node = Node::leaf(1);
    /// The rules leave it undetermined.
    pub const UNDETERMINED: Node = Node::leaf(2);
    /// The value `none`.
    pub const NONE: Node = Node::leaf(3);
    /// Beyond the limits of the method: it could be anything.
    pub const BLURRED: Node = Node::leaf(4);

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

#[derive(Debug, Clone, Copy)]
struct Branch {
    variable: Variable,
    atoms: u16,
    first_child: u32,
}

/// What was found out of up to three nodes: the same map for all operations, since every other type of map would be
/// compiled anew.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    entries: Vec<(Nodes, Node)>,
    numbers: Numbers,
}

/// Up to three nodes that are looked at together; places that are not needed have [`Node::NO`].
type Nodes = (Node, Node, Node);

impl Known {
    pub(super) fn get(&self, key: Nodes) -> Option<Node> {
        self.find(hash_of(&key), key)
    }

    /// What was found out of some nodes, which have this hash.
    fn find(&self, hash: u32, key: Nodes) -> Option<Node> {
        let is_meant = |number: u32| self.entries.get(number as usize).is_some_and(|(own, _)| *own == key);
        let number = self.numbers.find(hash, &is_meant)?;
        self.entries.get(number as usize).map(|(_, node)| *node)
    }

    /// Takes note of what was found, unless something was before; whether it is new.
    pub(super) fn insert(&mut self, key: Nodes, found: Node) -> bool {
        let hash = hash_of(&key);
        let is_new = self.find(hash, key).is_none();
        if is_new {
            self.add(hash, key, found);
        }
        is_new
    }

    /// Takes note of what was found out of nodes of this hash, where nothing was before.
    fn add(&mut self, hash: u32, key: Nodes, found: Node) {
        self.numbers.add(hash);
        self.entries.push((key, found));
    }
}

/// One node alone.
pub(super) const fn one(node: Node) -> Nodes {
    two(node, Node::NO)
}

/// Two nodes together.
pub(super) const fn two(a: Node, b: Node) -> Nodes {
    (a, b, Node::NO)
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

    /// The negation in Kleene's logic.
    pub fn not(&mut self, node: Node) -> Node {
        self.choose(node, Node::NO, Node::YES)
    }

    /// The conjunction in Kleene's logic.
    pub fn and(&mut self, a: Node, b: Node) -> Node {
        self.connect(a, b, Node::NO, Node::YES)
    }

    /// The disjunction in Kleene's logic.
    pub fn or(&mut self, a: Node, b: Node) -> Node {
        self.connect(a, b, Node::YES, Node::NO)
    }

    /// The connective of Kleene's logic that `decisive` decides and `neutral` leaves to the other.
    fn connect(&mut self, a: Node, b: Node, decisive: Node, neutral: Node) -> Node {
        let settle = &mut |_: &Self, at: &mut Nodes| {
            let (_, a, b) = *at;
            // Either order comes to the same.
            *at = (decisive, a.min(b), a.max(b));
            match (a, b) {
                _ if a == decisive || b == decisive => Some(decisive),
                _ if a == neutral || a == b => Some(b),
                _ if b == neutral => Some(a),
                // Neither is yes or no: what is blurred could be either, so it outweighs what is undetermined.
                _ => Some(Node::leaf(a.as_leaf()?.max(b.as_leaf()?))),
            }
        };
        self.remember((decisive, a, b), settle)
    }

    /// As [`Diagrams::descend`], for what comes to the same in all diagrams of a case and is asked for again and again.
    fn remember(&mut self, mut at: Nodes, settle: &mut dyn FnMut(&Self, &mut Nodes) -> Option<Node>) -> Node {
        // Most of what is asked for is settled at once.
        if let Some(settled) = settle(self, &mut at) {
            return settled;
        }
        let mut connections = std::mem::take(&mut self.connections);
        let result = self.descend(at, &mut connections, settle, &mut Self::branch);
        self.connections = connections;
        result
    }

    /// Replaces every leaf.
    pub fn map(&mut self, node: Node, change: &mut dyn FnMut(LeafId) -> LeafId) -> Node {
        self.bind(node, &mut |leaf| Node::leaf(change(leaf)))
    }

    /// A truth without what is undetermined, which does not hold.
    pub fn truly(&mut self, truth: Node) -> Node {
        self.map(truth, &mut |leaf| if leaf == 2 { 0 } else { leaf })
    }

    /// Replaces every leaf by a diagram, which may decide on any variable.
    pub fn bind(&mut self, node: Node, change: &mut dyn FnMut(LeafId) -> Node) -> Node {
        let settle = &mut |_: &Self, (node, ..): &mut Nodes| node.as_leaf().map(&mut *change);
        self.descend(one(node), &mut Known::default(), settle, &mut Self::decide)
    }

    /// As [`Diagrams::branch`], for children that may depend on any variable.
    pub fn decide(&mut self, variable: Variable, parts: &[Node]) -> Node {
        if self.top(parts).0 > variable {
            return self.branch(variable, parts);
        }
        let mut decided = parts.first().copied().unwrap_or(Node::BLURRED);
        for (atom, part) in parts.iter().enumerate() {
            let before = parts.get(..atom).unwrap_or_default();
            if !before.is_empty() && !before.contains(part) {
                let are_there: Vec<Node> = parts.iter().map(|other| Node::from(other == part)).collect();
                let is_there = self.branch(variable, &are_there);
                decided = self.choose(is_there, *part, decided);
            }
        }
        decided
    }

    /// The function of two diagrams' leaves.
    pub fn combine(&mut self, a: Node, b: Node, join: &mut dyn FnMut(LeafId, LeafId) -> LeafId) -> Node {
        let settle = &mut |_: &Self, (a, b, _): &mut Nodes| Some(Node::leaf(join(a.as_leaf()?, b.as_leaf()?)));
        self.descend(two(a, b), &mut Known::default(), settle, &mut Self::branch)
    }

    /// `yes` where `condition` holds, `no` where it does not; undetermined and blurred where it is that.
    pub fn choose(&mut self, condition: Node, yes: Node, no: Node) -> Node {
        let settle = &mut |_: &Self, (condition, yes, no): &mut Nodes| match *condition {
            Node::YES => Some(*yes),
            Node::NO => Some(*no),
            condition => condition.as_leaf().map(Node::leaf),
        };
        if yes == no && !self.leaves(condition).iter().any(|leaf| *leaf > 1) {
            return yes;
        }
        self.remember((condition, yes, no), settle)
    }

    /// The function with some variables fixed at one of their atoms.
    pub fn restrict(&mut self, node: Node, fixed: &dyn Fn(Variable) -> Option<u16>) -> Node {
        self.restrict_knowing(one(node), fixed, &mut Known::default())
    }

    /// The same of the first node; `known` is what was found before with these variables fixed so, which the second node
    /// stands for.
    pub(super) fn restrict_knowing(
        &mut self,
        node: Nodes,
        fixed: &dyn Fn(Variable) -> Option<u16>,
        known: &mut Known,
    ) -> Node {
        let settle = &mut |diagrams: &Self, (node, ..): &mut Nodes| {
            while let Some(variable) = diagrams.variable(*node) {
                *node = diagrams.at(*node, variable, fixed(variable)?);
            }
            Some(*node)
        };
        self.descend(node, known, settle, &mut Self::branch)
    }

    /// Whether a truth function holds for some atom of every variable that is not kept.
    pub fn exists(&mut self, node: Node, keep: &dyn Fn(Variable) -> bool) -> Node {
        let settle = &mut |_: &Self, (node, ..): &mut Nodes| node.as_leaf().map(Node::leaf);
        self.descend(one(node), &mut Known::default(), settle, &mut |diagrams, variable, parts| {
            if keep(variable) {
                diagrams.branch(variable, parts)
            } else {
                parts.iter().fold(Node::NO, |any, part| diagrams.or(any, *part))
            }
        })
    }

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
        let mut found = sorted::Set::default();
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
    pub fn support(&self, node: Node, into: &mut sorted::Set<Variable>) {
        into.extend(self.support_of_any(&[node]));
    }

    /// The variables that any of some functions depends on.
    pub fn support_of_any(&self, nodes: &[Node]) -> sorted::Set<Variable> {
        let mut support = sorted::Set::default();
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
