//! How a quantity is to stand to a value: equal to it, below it or above it.

use crate::engine::diagram::{LeafId, Node};
use crate::engine::world::World;
use crate::model::{Bound, End, Pack, Relation, RoleId, Test, Type, Value, value};

use super::WhatIfError;

/// A value, and how something is to stand to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    pub relation: Relation,
    pub value: Value,
}

impl Figure {
    pub fn equal(value: Value) -> Figure {
        Figure { relation: Relation::Equal, value }
    }

    /// Reads a value of a type for what is called `name`. That `none` is no value is the caller's to say.
    pub fn read(
        pack: &Pack,
        (name, kind): (&str, &Type),
        relation: Relation,
        text: &str,
    ) -> Result<Figure, WhatIfError> {
        let has_order = kind.is_quantity() || matches!(kind, Type::Level(_));
        if relation != Relation::Equal && !has_order {
            return Err(WhatIfError::NoOrder(name.to_owned()));
        }
        let value = match kind {
            Type::Several(_) => return Err(WhatIfError::NotOneValue(name.to_owned())),
            Type::Role => role(pack, text).map(|role| Value::Scalar(role.0.into())),
            _ => value::parse(text, kind).ok(),
        };
        let wrong =
            || WhatIfError::NoValue { name: name.to_owned(), value: text.to_owned(), values: values(pack, kind) };
        Ok(Figure { relation, value: value.ok_or_else(wrong)? })
    }

    /// The sign that a rule author writes before the value; none for equality.
    pub fn sign(&self) -> Option<&'static str> {
        match self.relation {
            Relation::Less => Some("<"),
            Relation::AtMost => Some("<="),
            Relation::Equal => None,
            Relation::AtLeast => Some(">="),
            Relation::Greater => Some(">"),
        }
    }

    /// The same as a test of a cell.
    pub fn test(&self) -> Test {
        let Value::Scalar(scalar) = self.value else { return Test::None };
        let end = End::Constant(scalar);
        let (low, inclusive) = match self.relation {
            Relation::Equal => return Test::Is(end),
            Relation::Less => (false, false),
            Relation::AtMost => (false, true),
            Relation::AtLeast => (true, true),
            Relation::Greater => (true, false),
        };
        let bound = Some(Bound { end, inclusive });
        if low { Test::Range { low: bound, high: None } } else { Test::Range { low: None, high: bound } }
    }

    /// Where a leaf of a type that is one single value stands so.
    pub fn holds(&self, world: &mut World<'_>, leaf: LeafId, kind: &Type) -> Node {
        let Some(to) = world.leaf_of(&self.value, kind).as_leaf() else { return Node::BLURRED };
        match self.relation {
            Relation::Less => world.leaf_at_least(to, leaf, true),
            Relation::AtMost => world.leaf_at_least(to, leaf, false),
            Relation::Equal => world.leaves_equal(leaf, to),
            Relation::AtLeast => world.leaf_at_least(leaf, to, false),
            Relation::Greater => world.leaf_at_least(leaf, to, true),
        }
    }
}

/// The role of an id.
pub(super) fn role(pack: &Pack, id: &str) -> Option<RoleId> {
    pack.roles.iter().position(|role| role.id == id).map(RoleId::at)
}

/// The values of a type in words.
pub(super) fn values(pack: &Pack, kind: &Type) -> String {
    let one_of = |ids: Vec<&str>| match ids.as_slice() {
        [] => "a role, of which the pack has none".to_owned(),
        ids => format!("one of `{}`", ids.join("`, `")),
    };
    match kind {
        Type::YesNo => "`yes` or `no`".to_owned(),
        Type::Role => one_of(pack.roles.iter().map(|role| role.id.as_str()).collect()),
        _ if kind.choices().is_empty() => {
            let (min, max) = value::print_bounds(kind);
            format!("a value from {min} to {max}")
        }
        _ => one_of(kind.choices().iter().map(|choice| choice.id.as_str()).collect()),
    }
}
