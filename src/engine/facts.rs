//! The values of facts, piece by piece where they are unknown.

use super::diagram::{Node, Variable};
use super::leaf::Leaf;
use super::rational::Rational;
use super::world::{Meaning, World};
use crate::model::{FactId, Name, Type, Value};

impl World<'_> {
    /// `inside` where a fact applies, `outside` where it does not.
    pub(super) fn where_it_applies(&mut self, fact: FactId, inside: Node, outside: Node) -> Node {
        if inside == outside {
            return inside;
        }
        let applies = self.applies(fact);
        self.diagrams.choose(applies, inside, outside)
    }

    /// The first variable of an unknown fact.
    pub fn variable_of(&self, fact: FactId) -> Option<Variable> {
        let standing = self.standing(fact);
        standing.first_variable.filter(|_| standing.fixed.is_none())
    }

    /// What `make` makes of each piece of an unknown fact's domain, and `none` where the fact is given as that.
    pub(super) fn by_piece(
        &mut self,
        fact: FactId,
        none: Node,
        make: &mut dyn FnMut(&mut Self, (i64, i64)) -> Node,
    ) -> Node {
        let Some(variable) = self.variable_of(fact) else { return Node::BLURRED };
        let mut children = Vec::new();
        while let Some(Meaning::Pieces { pieces, none: is_optional, .. }) = self.variables.get(usize::from(variable)) {
            let Some(piece) = pieces.get(children.len()).copied() else {
                children.extend(is_optional.then_some(none));
                break;
            };
            children.push(make(self, piece));
        }
        self.diagrams.branch(variable, &children)
    }

    /// The value of a fact: numbers and expressions where it applies, else `none`.
    pub(super) fn fact_value(&mut self, fact: FactId) -> Node {
        let pack = self.pack;
        let kind = pack.type_of(Name::Fact(fact));
        let raw = match self.standing(fact).fixed.clone() {
            Some(value) => self.leaf_of(&value, kind),
            None => self.free_value(fact, kind),
        };
        self.where_it_applies(fact, raw, Node::NONE)
    }

    fn free_value(&mut self, fact: FactId, kind: &Type) -> Node {
        self.by_piece(fact, Node::NONE, &mut |world, (first, last)| {
            if first == last {
                world.number(first, kind.decimals())
            } else if kind.is_quantity() {
                let expression = world.expressions.fact(fact);
                world.leaves.node(Leaf::Expression(expression))
            } else {
                // A choice that is copied or compared must be known by itself.
                world.cut_into_scalars(fact, (first, last));
                Node::BLURRED
            }
        })
    }

    /// A written value as a leaf.
    pub fn leaf_of(&mut self, value: &Value, kind: &Type) -> Node {
        match value {
            Value::None => Node::NONE,
            Value::Scalar(scalar) => self.number(*scalar, kind.decimals()),
            Value::Set(set) => self.leaves.node(Leaf::Set(*set)),
            Value::Text(text) => self.leaves.node(Leaf::Text(text.clone())),
        }
    }

    /// What a scalar with so many decimals stands for.
    pub(super) fn number(&mut self, scalar: i64, decimals: u8) -> Node {
        self.leaves.node(Leaf::Number(Rational::from_scalar(scalar, decimals)))
    }
}
