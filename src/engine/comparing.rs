//! How two values compare: leaf by leaf, and so as a truth over what is unknown.

use super::arithmetic::Operation;
use super::diagram::{LeafId, Node};
use super::leaf::{Leaf, outweighing};
use super::rational::Rational;
use super::world::World;

impl World<'_> {
    /// What the leaves of two values come to by `compare`, which the third node stands for: many cells ask for the same.
    pub fn compared(
        &mut self,
        a: Node,
        b: Node,
        how: Node,
        compare: &mut dyn FnMut(&mut Self, LeafId, LeafId) -> Node,
    ) -> Node {
        if let Some(known) = self.comparisons.get((a, b, how)) {
            return known;
        }
        let holds = self.on_pairs(a, b, compare);
        self.comparisons.insert((a, b, how), holds);
        holds
    }

    /// Whether one value is at least another, or greater if `strict`.
    pub fn leaf_at_least(&mut self, greater: LeafId, less: LeafId, strict: bool) -> Node {
        match outweighing(&[greater, less]) {
            Some(Node::NONE) => return Node::NO,
            Some(open) => return open,
            None => {}
        }
        if let (Some(greater), Some(less)) = (self.leaves.number(greater), self.leaves.number(less)) {
            let order = greater.cmp(less);
            return (order.is_gt() || !strict && order.is_eq()).into();
        }
        match (self.as_expression(greater), self.as_expression(less)) {
            (Some(greater_one), Some(less_one)) => {
                let question = (Node::leaf(greater), Node::leaf(less), strict.into());
                if let Some(known) = self.comparisons.get(question) {
                    return known;
                }
                let holds = self.compare(greater_one, less_one, strict);
                self.comparisons.insert(question, holds);
                holds
            }
            _ => (greater == less && !strict).into(),
        }
    }

    /// Whether two values are the same.
    pub fn leaves_equal(&mut self, a: LeafId, b: LeafId) -> Node {
        match outweighing(&[a, b]) {
            Some(Node::NONE) => Node::NO,
            Some(open) => open,
            None => {
                let differ = self.leaves_differ(a, b);
                self.diagrams.not(differ)
            }
        }
    }

    /// Whether a number or expression of money is at most a limit in minor units; always, without a limit.
    pub fn is_at_most(&mut self, leaf: LeafId, limit: Option<i64>, decimals: u8) -> Node {
        let Some(limit) = limit else { return Node::YES };
        let limit = self.leaves.id(Leaf::Number(Rational::from_scalar(limit, decimals)));
        self.leaf_at_least(limit, leaf, false)
    }

    /// When any two of some values differ.
    pub fn any_differ(&mut self, values: &[u32]) -> Node {
        let mut any = Node::NO;
        for (at, first) in values.iter().enumerate() {
            for second in values.iter().skip(at.saturating_add(1)) {
                let differ = self.leaves_differ(*first, *second);
                any = self.diagrams.or(any, differ);
            }
        }
        any
    }

    /// Whether two conclusions are both determined, and differ.
    pub fn leaves_differ(&mut self, a: LeafId, b: LeafId) -> Node {
        let has = |node: Node| Node::leaf(a) == node || Node::leaf(b) == node;
        if a == b || has(Node::UNDETERMINED) {
            return Node::NO;
        }
        if has(Node::BLURRED) {
            return Node::BLURRED;
        }
        if let (Some(_), Some(_)) = (self.leaves.number(a), self.leaves.number(b)) {
            return Node::YES;
        }
        let (Some(left), Some(right)) = (self.as_expression(a), self.as_expression(b)) else {
            return Node::YES;
        };
        match self.expressions.operate(Operation::Subtract, [left, right]) {
            Ok(difference) => {
                let same = self.is_zero(difference);
                self.diagrams.not(same)
            }
            Err(_) => Node::BLURRED,
        }
    }
}
