//! Multi-valued decision diagrams: reduced, ordered, hash-consed, with numbered leaves.
//!
//! A diagram is a function from an assignment of variables (each with a few atoms) to a leaf. What a leaf stands for
//! is not known here, but for the first five: the truth values of Kleene's logic are leaves like any other. Ordered
//! by variable number, reduced as Bryant's (1986), with many-valued nodes as in Srinivasan et al. (1990).

use super::numbers::{Numbers, hash_of};
use crate::sorted;

/// A diagram: a leaf or a branch. Equal functions are equal nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node(u32);

/// Children of a branch that is being built; few variables have more than eight atoms.
type Parts = smallvec::SmallVec<[Node; 8]>;

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
#[derive(Debug, Default)]
pub(super) struct Known {
    entries: Vec<(Nodes, Node)>,
    numbers: Numbers,
}

type Nodes = (Node, Node, Node);

impl Known {
    pub(super) fn get(&self, key: Nodes) -> Option<Node> {
        let is_meant = |number: u32| self.entries.get(number as usize).is_some_and(|(own, _)| *own == key);
        let number = self.numbers.find(hash_of(&key), &is_meant)?;
        self.entries.get(number as usize).map(|(_, node)| *node)
    }

    /// Takes note of what was found, unless something was before; whether it is new.
    pub(super) fn insert(&mut self, key: Nodes, found: Node) -> bool {
        let is_new = self.get(key).is_none();
        if is_new {
            self.numbers.add(hash_of(&key));
            self.entries.push((key, found));
        }
        is_new
    }
}

/// The key of one node.
pub(super) const fn one(node: Node) -> Nodes {
    two(node, Node::NO)
}

/// The key of two nodes.
pub(super) const fn two(a: Node, b: Node) -> Nodes {
    (a, b, Node::NO)
}

/// All diagrams of one case: they share their nodes.
#[derive(Debug, Default)]
pub struct Diagrams {
    branches: Vec<Branch>,
    children: Vec<Node>,
    unique: Numbers,
    /// By what decides the connective, then by its arguments.
    connections: Known,
    negations: Known,
    limit: usize,
    exceeded: bool,
}

/// The nodes that all diagrams of one case may have together; beyond, results are [`Node::BLURRED`].
pub const NODE_LIMIT: usize = 250_000;

impl Diagrams {
    pub fn new() -> Self {
        Diagrams { limit: NODE_LIMIT, ..Diagrams::default() }
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

    /// The negation in Kleene's logic.
    pub fn not(&mut self, node: Node) -> Node {
        match node {
            Node::YES => return Node::NO,
            Node::NO => return Node::YES,
            _ if node.as_leaf().is_some() => return node,
            _ => {}
        }
        if let Some(known) = self.negations.get(one(node)) {
            return known;
        }
        let Some(variable) = self.variable(node) else { return Node::BLURRED };
        let parts = self.each_child(node, &mut |diagrams, child| diagrams.not(child));
        let result = self.branch(variable, &parts);
        self.negations.insert(one(node), result);
        self.negations.insert(one(result), node);
        result
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
        match (a, b) {
            _ if a == decisive || b == decisive => return decisive,
            _ if a == neutral || a == b => return b,
            _ if b == neutral => return a,
            _ => {}
        }
        if let (Some(a), Some(b)) = (a.as_leaf(), b.as_leaf()) {
            // Neither is yes or no: what is blurred could be either, so it outweighs what is undetermined.
            return Node::leaf(a.max(b));
        }
        let key = (decisive, a.min(b), a.max(b));
        if let Some(known) = self.connections.get(key) {
            return known;
        }
        let (variable, atoms) = self.top(&[a, b]);
        let mut parts = Parts::new();
        for atom in 0..atoms {
            let (a, b) = (self.at(a, variable, atom), self.at(b, variable, atom));
            parts.push(self.connect(a, b, decisive, neutral));
        }
        let result = self.branch(variable, &parts);
        self.connections.insert(key, result);
        result
    }

    /// What `change` makes of each child of a branch.
    fn each_child(&mut self, node: Node, change: &mut dyn FnMut(&mut Self, Node) -> Node) -> Parts {
        let count = self.children(node).len();
        let mut parts = Parts::new();
        for at in 0..count {
            let child = self.children(node).get(at).copied().unwrap_or(Node::BLURRED);
            parts.push(change(self, child));
        }
        parts
    }

    /// Replaces every leaf.
    pub fn map(&mut self, node: Node, change: &mut dyn FnMut(LeafId) -> LeafId) -> Node {
        self.bind(node, &mut |leaf| Node::leaf(change(leaf)))
    }

    /// Replaces every leaf by a diagram, which may decide on any variable.
    pub fn bind(&mut self, node: Node, change: &mut dyn FnMut(LeafId) -> Node) -> Node {
        match node.as_leaf() {
            Some(leaf) => change(leaf),
            None => self.bind_branch(node, change, &mut Known::default()),
        }
    }

    fn bind_branch(&mut self, node: Node, change: &mut dyn FnMut(LeafId) -> Node, known: &mut Known) -> Node {
        if let Some(result) = known.get(one(node)) {
            return result;
        }
        let result = match (node.as_leaf(), self.variable(node)) {
            (Some(leaf), _) => change(leaf),
            (None, Some(variable)) => {
                let parts = self.each_child(node, &mut |diagrams, child| diagrams.bind_branch(child, change, known));
                self.decide(variable, &parts)
            }
            (None, None) => Node::BLURRED,
        };
        known.insert(one(node), result);
        result
    }

    /// As [`Diagrams::branch`], for children that may depend on any variable.
    pub fn decide(&mut self, variable: Variable, parts: &[Node]) -> Node {
        if parts.iter().all(|part| self.variable(*part).is_none_or(|top| top > variable)) {
            return self.branch(variable, parts);
        }
        let (top, atoms) = self.top(parts);
        if top >= variable {
            let picked: Parts = (0_u16..).zip(parts).map(|(atom, part)| self.at(*part, variable, atom)).collect();
            return self.branch(variable, &picked);
        }
        let mut children = Parts::new();
        for atom in 0..atoms {
            let below: Parts = parts.iter().map(|part| self.at(*part, top, atom)).collect();
            children.push(self.decide(variable, &below));
        }
        self.branch(top, &children)
    }

    /// The function of two diagrams' leaves.
    pub fn combine(&mut self, a: Node, b: Node, join: &mut dyn FnMut(LeafId, LeafId) -> LeafId) -> Node {
        self.combine_known(a, b, join, &mut Known::default())
    }

    fn combine_known(
        &mut self,
        a: Node,
        b: Node,
        join: &mut dyn FnMut(LeafId, LeafId) -> LeafId,
        known: &mut Known,
    ) -> Node {
        if let (Some(a), Some(b)) = (a.as_leaf(), b.as_leaf()) {
            return Node::leaf(join(a, b));
        }
        if let Some(result) = known.get(two(a, b)) {
            return result;
        }
        let (variable, atoms) = self.top(&[a, b]);
        let mut parts = Parts::new();
        for atom in 0..atoms {
            let (a, b) = (self.at(a, variable, atom), self.at(b, variable, atom));
            parts.push(self.combine_known(a, b, join, known));
        }
        let result = self.branch(variable, &parts);
        known.insert(two(a, b), result);
        result
    }

    /// `yes` where `condition` holds, `no` where it does not; undetermined and blurred where it is that.
    pub fn choose(&mut self, condition: Node, yes: Node, no: Node) -> Node {
        match condition {
            Node::YES => yes,
            Node::NO => no,
            _ if condition.as_leaf().is_some() => condition,
            _ if yes == no && !self.leaves(condition).iter().any(|leaf| *leaf > 1) => yes,
            _ => self.choose_known(condition, yes, no, &mut Known::default()),
        }
    }

    fn choose_known(&mut self, condition: Node, yes: Node, no: Node, known: &mut Known) -> Node {
        match condition {
            Node::YES => return yes,
            Node::NO => return no,
            _ if condition.as_leaf().is_some() => return condition,
            _ => {}
        }
        if let Some(result) = known.get((condition, yes, no)) {
            return result;
        }
        let (variable, atoms) = self.top(&[condition, yes, no]);
        let mut parts = Parts::new();
        for atom in 0..atoms {
            let condition = self.at(condition, variable, atom);
            let (yes, no) = (self.at(yes, variable, atom), self.at(no, variable, atom));
            parts.push(self.choose_known(condition, yes, no, known));
        }
        let result = self.branch(variable, &parts);
        known.insert((condition, yes, no), result);
        result
    }

    /// The function with some variables fixed at one of their atoms.
    pub fn restrict(&mut self, node: Node, fixed: &dyn Fn(Variable) -> Option<u16>) -> Node {
        self.restrict_known(node, fixed, &mut Known::default())
    }

    fn restrict_known(&mut self, node: Node, fixed: &dyn Fn(Variable) -> Option<u16>, known: &mut Known) -> Node {
        let Some(variable) = self.variable(node) else { return node };
        if let Some(result) = known.get(one(node)) {
            return result;
        }
        let result = match fixed(variable) {
            Some(atom) => {
                let child = self.at(node, variable, atom);
                self.restrict_known(child, fixed, known)
            }
            None => {
                let parts = self.each_child(node, &mut |diagrams, child| diagrams.restrict_known(child, fixed, known));
                self.branch(variable, &parts)
            }
        };
        known.insert(one(node), result);
        result
    }

    /// Whether a truth function holds for some atom of every variable that is not kept.
    pub fn exists(&mut self, node: Node, keep: &dyn Fn(Variable) -> bool) -> Node {
        self.exists_known(node, keep, &mut Known::default())
    }

    fn exists_known(&mut self, node: Node, keep: &dyn Fn(Variable) -> bool, known: &mut Known) -> Node {
        let Some(variable) = self.variable(node) else { return node };
        if let Some(result) = known.get(one(node)) {
            return result;
        }
        let parts = self.each_child(node, &mut |diagrams, child| diagrams.exists_known(child, keep, known));
        let result = if keep(variable) {
            self.branch(variable, &parts)
        } else {
            parts.into_iter().fold(Node::NO, |any, part| self.or(any, part))
        };
        known.insert(one(node), result);
        result
    }

    /// The leaves of a function, ascending.
    pub fn leaves(&self, node: Node) -> Vec<LeafId> {
        self.leaves_under(Node::YES, node)
    }

    /// The leaves that a function takes where `constraint` holds, ascending.
    pub fn leaves_under(&self, constraint: Node, node: Node) -> Vec<LeafId> {
        let mut found = sorted::Set::default();
        let mut seen = Known::default();
        let mut open = vec![(constraint, node)];
        while let Some((constraint, node)) = open.pop() {
            match (constraint, node.as_leaf()) {
                (Node::YES, Some(leaf)) => {
                    found.insert(leaf);
                }
                _ if constraint != Node::YES && constraint.as_leaf().is_some() => {}
                _ if !seen.insert(two(constraint, node), node) => {}
                _ => {
                    let (variable, atoms) = self.top(&[constraint, node]);
                    open.extend(
                        (0..atoms).map(|atom| (self.at(constraint, variable, atom), self.at(node, variable, atom))),
                    );
                }
            }
        }
        found.into()
    }

    /// Adds the variables that a function depends on.
    pub fn support(&self, node: Node, into: &mut sorted::Set<Variable>) {
        let mut seen = Known::default();
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            if let Some(variable) = self.variable(node)
                && seen.insert(one(node), node)
            {
                into.insert(variable);
                open.extend_from_slice(self.children(node));
            }
        }
    }

    /// Whether two functions differ somewhere where `constraint` holds.
    pub fn differ(&self, constraint: Node, a: Node, b: Node) -> bool {
        let mut seen = Known::default();
        let mut open = vec![(constraint, a, b)];
        while let Some((constraint, a, b)) = open.pop() {
            if a == b || (constraint.as_leaf().is_some() && constraint != Node::YES) {
                continue;
            }
            if constraint == Node::YES {
                // Different nodes are different functions.
                return true;
            }
            if seen.insert((constraint, a, b), a) {
                let (variable, atoms) = self.top(&[constraint, a, b]);
                open.extend((0..atoms).map(|atom| {
                    (self.at(constraint, variable, atom), self.at(a, variable, atom), self.at(b, variable, atom))
                }));
            }
        }
        false
    }

    /// The function where `variable`, which is at or above its top, has an atom.
    pub fn at(&self, node: Node, variable: Variable, atom: u16) -> Node {
        match self.branch_of(node) {
            Some(branch) if branch.variable == variable => {
                self.children(node).get(usize::from(atom)).copied().unwrap_or(Node::BLURRED)
            }
            _ => node,
        }
    }

    /// The topmost variable of some diagrams and the number of its atoms; no atoms if all are leaves.
    fn top(&self, nodes: &[Node]) -> (Variable, u16) {
        nodes
            .iter()
            .filter_map(|node| self.branch_of(*node))
            .map(|branch| (branch.variable, branch.atoms))
            .min()
            .unwrap_or((Variable::MAX, 0))
    }

    fn branch_of(&self, node: Node) -> Option<&Branch> {
        // A leaf's number is beyond any list of branches.
        self.branches.get(node.0 as usize)
    }
}
