//! What is possible of a quantity, as faces show it.

use crate::engine::diagram::{LeafId, Node};
use crate::engine::interval::Interval;
use crate::engine::leaf::Leaf;
use crate::engine::possible::Possible;
use crate::engine::rational::Rational;
use crate::engine::world::World;
use crate::model::{Rounding, Type, Value};

use super::{Shown, Status};

/// A quantity over all completions, as the record stands: what it can be, and how sure that is.
pub fn show(world: &mut World<'_>, node: Node, kind: &Type) -> (Shown, Status) {
    let node = world.recording(node, None);
    let possible = world.possible(node);
    (shown(world, &possible, kind), status(world, &possible))
}

/// Certain with a single value, undetermined with none at all.
fn status(world: &World<'_>, possible: &Possible) -> Status {
    let is_open = |id: &LeafId| matches!(world.leaves.get(*id), Leaf::Expression(_));
    let mut values = possible.values.len().saturating_add(usize::from(possible.none));
    let mut several = possible.blurred;
    if let Some(interval) = possible.interval {
        values = values.max(usize::from(possible.none).saturating_add(1));
        several |= interval.low != interval.high || interval.outer;
    }
    for id in &possible.values {
        if let Leaf::List(items) = world.leaves.get(*id) {
            several |= items.iter().any(is_open);
        }
    }
    match values {
        _ if several => Status::Possible,
        0 => Status::Undetermined,
        1 if !possible.undetermined => Status::Certain,
        _ => Status::Possible,
    }
}

fn shown(world: &World<'_>, possible: &Possible, kind: &Type) -> Shown {
    if possible.blurred {
        return anything(world, kind, possible.none);
    }
    if let Some(Interval { mut low, mut high, outer }) = possible.interval {
        // What lies outside the declared bounds is left undetermined, so an outer interval ends there at the latest.
        let (min, max) = kind.declared_ends();
        let natural = |scalar: i64| Rational::from_scalar(scalar, kind.decimals());
        low = min.map_or(low, |min| low.max(natural(min)));
        high = max.map_or(high, |max| high.min(natural(max)));
        if low == high && !possible.none && !outer && !possible.undetermined {
            return number(world, low, kind);
        }
        return interval(world, (low, high), kind, outer, possible.none);
    }
    let mut values = Vec::new();
    for value in &possible.values {
        values.push(leaf(world, *value, kind));
    }
    if possible.none {
        values.push(Shown::text("none"));
    }
    match values.len() {
        0 => Shown::Undetermined,
        1 if !possible.undetermined => values.pop().unwrap_or_default(),
        _ => Shown::Values(values),
    }
}

/// One value.
fn leaf(world: &World<'_>, leaf: LeafId, kind: &Type) -> Shown {
    match world.leaves.get(leaf) {
        Leaf::Number(own) => number(world, *own, kind),
        Leaf::Set(set) => Shown::value(&Value::Set(*set), kind, world.pack),
        Leaf::Text(text) => Shown::text(text),
        Leaf::None => Shown::text("none"),
        // An item of a list stands for all regions in which the list has it.
        Leaf::Expression(expression) => {
            let bounds = world.expressions.bounds(*expression, &|fact| world.expressions.whole_range(fact));
            interval(world, (bounds.low, bounds.high), kind, true, false)
        }
        Leaf::List(items) => Shown::List(items.iter().map(|item| self::leaf(world, *item, kind)).collect()),
        _ => Shown::Undetermined,
    }
}

fn number(world: &World<'_>, number: Rational, kind: &Type) -> Shown {
    match number.to_scalar(kind.decimals()) {
        Some(scalar) => Shown::value(&Value::Scalar(scalar), kind, world.pack),
        None => Shown::Undetermined,
    }
}

fn interval(world: &World<'_>, ends: (Rational, Rational), kind: &Type, outer: bool, none: bool) -> Shown {
    let low = Box::new(end(world, ends.0, kind, Rounding::Floor));
    let high = Box::new(end(world, ends.1, kind, Rounding::Ceiling));
    Shown::Interval { low, high, outer, none }
}

/// An end of an interval, rounded outwards where it has more decimals than the type.
fn end(world: &World<'_>, end: Rational, kind: &Type, outwards: Rounding) -> Shown {
    let rounded = end.round(Rational::from_scalar(1, kind.decimals()), outwards);
    rounded.map_or(Shown::Undetermined, |rounded| number(world, rounded, kind))
}

/// Every value of a type, where the method's limits hide which.
fn anything(world: &World<'_>, kind: &Type, none: bool) -> Shown {
    let roles = || (0, i64::try_from(world.pack.roles.len()).unwrap_or(i64::MAX).saturating_sub(1));
    let Some((min, max)) = kind.range().or_else(|| matches!(kind, Type::Role).then(roles)) else {
        return Shown::Undetermined;
    };
    if kind.is_quantity() {
        let natural = |scalar| Rational::from_scalar(scalar, kind.decimals());
        return interval(world, (natural(min), natural(max)), kind, true, none);
    }
    let mut values = Vec::new();
    for scalar in min..=max {
        values.push(Shown::value(&Value::Scalar(scalar), kind, world.pack));
    }
    if none {
        values.push(Shown::text("none"));
    }
    Shown::Values(values)
}
