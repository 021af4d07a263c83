//! What diagrams come to together: connectives, choices, and leaves replaced.

use super::{Diagrams, Known, LeafId, Node, Nodes, Variable, leaf_id, one, two};

impl Diagrams {
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
        self.map(truth, &mut |leaf| if leaf == leaf_id::UNDETERMINED { leaf_id::NO } else { leaf })
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
        if yes == no && !self.leaves(condition).iter().any(|leaf| *leaf > leaf_id::YES) {
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
    pub(in crate::engine) fn restrict_knowing(
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
}
