//! Lists of values, of which each item must be known by itself.

use super::diagram::{LeafId, Node};
use super::expression::ExpressionId;
use super::leaf::Leaf;
use super::world::World;
use crate::model::FactId;

impl World<'_> {
    /// A list with one more item; undetermined with what is undetermined.
    pub(super) fn append(&mut self, list: LeafId, item: LeafId) -> Node {
        let Leaf::List(items) = self.leaves.get(list) else { return Node::leaf(list) };
        let mut items = items.clone();
        if matches!(Node::leaf(item), Node::UNDETERMINED | Node::BLURRED) {
            return Node::leaf(item);
        }
        if let Leaf::Expression(expression) = *self.leaves.get(item)
            && self.tell_apart(expression)
        {
            return Node::BLURRED;
        }
        items.push(item);
        self.leaves.node(Leaf::List(items))
    }

    /// The list of some determined values.
    pub fn list_of(&mut self, values: &[LeafId]) -> Node {
        let empty = self.leaves.node(Leaf::List(Vec::new()));
        values.iter().fold(empty, |list, value| {
            self.on_pairs(list, Node::leaf(*value), &mut |world, list, item| world.append(list, item))
        })
    }

    /// Cuts the facts of an expression into single values, so that lists can name them, if these are few; whether it
    /// does.
    fn tell_apart(&mut self, expression: ExpressionId) -> bool {
        const FEW: i64 = 64;
        let facts = self.expressions.facts(expression);
        let is_small = |fact: &FactId| {
            let (first, last) = self.expressions.whole_range(*fact);
            last.saturating_sub(first) < FEW
        };
        if !facts.iter().all(is_small) {
            return false;
        }
        for fact in facts {
            self.cut_into_scalars(fact, self.expressions.whole_range(fact));
        }
        true
    }
}
