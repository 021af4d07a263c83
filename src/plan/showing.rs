//! What is possible of a quantity, as faces show it.

use crate::engine::diagram::Node;
use crate::engine::leaf::Leaf;
use crate::engine::possible::Possible;
use crate::engine::rational::Rational;
use crate::engine::world::World;
use crate::model::{Type, Value, value};

use super::{Shown, Status};

/// A quantity over all completions: what it can be, and how sure that is.
pub fn show(world: &mut World<'_>, node: Node, kind: &Type) -> (Shown, Status) {
    let possible = world.possible(node);
    let holds_open_item = |leaf: &Leaf| match leaf {
        Leaf::List(items) => items.iter().any(|item| matches!(world.leaves.get(*item), Leaf::Expression(_))),
        _ => false,
    };
    let is_open = possible.values.iter().any(holds_open_item);
    let status = if is_open { Status::Possible } else { status(&possible) };
    (shown(world, &possible, kind), status)
}

/// Certain with a single value, undetermined with none at all.
fn status(possible: &Possible) -> Status {
    let single = possible.interval.is_none_or(|interval| interval.low == interval.high && !interval.outer);
    let values =
        possible.values.len().max(usize::from(possible.interval.is_some())).saturating_add(usize::from(possible.none));
    if possible.blurred || possible.interval.is_some() && !single || values > 1 {
        Status::Possible
    } else if values == 0 {
        Status::Undetermined
    } else if possible.undetermined {
        Status::Possible
    } else {
        Status::Certain
    }
}

fn shown(world: &World<'_>, possible: &Possible, kind: &Type) -> Shown {
    if possible.blurred {
        return anything(world, kind, possible.none);
    }
    if let Some(mut interval) = possible.interval {
        // What lies outside the declared bounds is left undetermined, so an outer interval ends there at the latest.
        let (min, max) = kind.declared_ends();
        let natural = |scalar: i64| Rational::from_scalar(scalar, kind.decimals());
        interval.low = min.map_or(interval.low, |min| interval.low.max(natural(min)));
        interval.high = max.map_or(interval.high, |max| interval.high.min(natural(max)));
        if interval.low == interval.high && !possible.none && !interval.outer && !possible.undetermined {
            return leaf(world, &Leaf::Number(interval.low), kind);
        }
        return Shown::Interval {
            low: Box::new(end(interval.low, kind, false)),
            high: Box::new(end(interval.high, kind, true)),
            outer: interval.outer,
            none: possible.none,
        };
    }
    let mut values: Vec<Shown> = possible.values.iter().map(|value| leaf(world, value, kind)).collect();
    if possible.none {
        values.push(Shown::text("none"));
    }
    match values.as_slice() {
        [] => Shown::Undetermined,
        [single] if !possible.undetermined => single.clone(),
        _ => Shown::Values(values),
    }
}

/// One value.
fn leaf(world: &World<'_>, leaf: &Leaf, kind: &Type) -> Shown {
    match leaf {
        Leaf::Number(number) => match number.to_scalar(kind.decimals()) {
            Some(scalar) => Shown::value(&Value::Scalar(scalar), kind, world.pack),
            None => Shown::Undetermined,
        },
        Leaf::Set(set) => Shown::value(&Value::Set(*set), kind, world.pack),
        Leaf::Text(text) => Shown::text(text),
        Leaf::None => Shown::text("none"),
        // An item of a list stands for all regions in which the list has it.
        Leaf::Expression(expression) => {
            let bounds = world.expressions.bounds(*expression, &|fact| world.whole_range(fact));
            Shown::Interval {
                low: Box::new(end(bounds.low, kind, false)),
                high: Box::new(end(bounds.high, kind, true)),
                outer: true,
                none: false,
            }
        }
        Leaf::List(items) => {
            Shown::List(items.iter().map(|item| self::leaf(world, world.leaves.get(*item), kind)).collect())
        }
        _ => Shown::Undetermined,
    }
}

/// An end of an interval, rounded outwards where it has more decimals than the type.
fn end(number: Rational, kind: &Type, is_high: bool) -> Shown {
    let mode = if is_high { crate::model::Rounding::Ceiling } else { crate::model::Rounding::Floor };
    let step = Rational::from_scalar(1, kind.decimals());
    let scalar = number.round(step, mode).and_then(|rounded| rounded.to_scalar(kind.decimals()));
    scalar.map_or(Shown::Undetermined, |scalar| Shown::Text(value::print_scalar(scalar, kind)))
}

/// Every value of a type, where the method's limits hide which.
fn anything(world: &World<'_>, kind: &Type, none: bool) -> Shown {
    let roles = || (0, i64::try_from(world.pack.roles.len()).unwrap_or(i64::MAX).saturating_sub(1));
    let Some((min, max)) = kind.range().or_else(|| matches!(kind, Type::Role).then(roles)) else {
        return Shown::Undetermined;
    };
    if kind.is_quantity() {
        let end = |scalar| Box::new(Shown::Text(value::print_scalar(scalar, kind)));
        return Shown::Interval { low: end(min), high: end(max), outer: true, none };
    }
    let values = (min..=max).map(|scalar| Shown::value(&Value::Scalar(scalar), kind, world.pack));
    Shown::Values(values.chain(none.then(|| Shown::text("none"))).collect())
}
