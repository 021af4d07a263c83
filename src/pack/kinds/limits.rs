//! The least and the greatest value of a type.

use crate::model::{Currency, Type, date, value};
use crate::pack::codes;
use crate::pack::diagnostic::Sink;
use crate::pack::document::{Node, Place};
use crate::pack::{item, literal};

/// The type with its written bounds in place of the usual ones.
pub fn bounded(
    node: &Node,
    kind: Type,
    place: Place,
    name: &str,
    currency: Option<&Currency>,
    sink: &mut Sink,
) -> Option<Type> {
    let anything = with_bounds(kind.clone(), i64::MIN, i64::MAX);
    let bound = |key: &str, sink: &mut Sink| -> Option<i64> {
        let text = item::text(node.get(key)?, sink)?.trim();
        let scalar = literal::scalar(text, &anything, currency);
        scalar.map_err(|problem| problem.report(text, &anything, sink)).ok()
    };
    let (low, high) = (bound("min", sink), bound("max", sink));
    let (usual_low, usual_high) = kind.range().unwrap_or((0, 0));
    let (min, max) = (low.unwrap_or(usual_low), high.unwrap_or(usual_high));
    if min > max {
        let help = match (low, high) {
            (Some(_), Some(_)) => "exchange `min` and `max`",
            (Some(_), None) => "give a `max` too",
            _ => "give a `min` too",
        };
        let at = node.get("min").or(node.get("max")).map_or(place, |node| node.place);
        let message = format!(
            "no value of {name} is at least {} and at most {}",
            value::print_scalar(min, &kind),
            value::print_scalar(max, &kind)
        );
        sink.error(codes::BAD_BOUNDS, at, message).help(help);
        return None;
    }
    if matches!(kind, Type::Date { .. }) && date::civil(min).0 < 0 {
        return None;
    }
    Some(with_bounds(kind, min, max))
}

fn with_bounds(kind: Type, min: i64, max: i64) -> Type {
    match kind {
        Type::Number { decimals, unit, .. } => Type::Number { decimals, unit, min, max },
        Type::Money { decimals, .. } => Type::Money { decimals, min, max },
        Type::Duration { .. } => Type::Duration { min, max },
        Type::Date { .. } => Type::Date { min, max },
        other => other,
    }
}
