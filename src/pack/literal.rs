//! Written values: read by their type, never through a float.

use crate::model::value::{self, ValueError};
use crate::model::{Currency, Type, Value};

use super::codes;
use super::decimals;
use super::diagnostic::Sink;
use super::document::{Node, Text, Written};
use super::item;
use super::names::{self, Names};

/// Why a text is no value of a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Problem {
    /// A number without a unit where a duration is due.
    BareNumber,
    Value(ValueError),
}

impl Problem {
    /// Says what is wrong with `text`, and how to write it.
    pub fn report(&self, text: Text<'_>, kind: &Type, sink: &mut Sink) {
        let written = text.text;
        match self {
            Problem::BareNumber => {
                sink.error(codes::BARE_DURATION, text.place(), format_args!("`{written}` has no unit"))
                    .label("a duration is due here")
                    .help(format_args!("write `{written} min`, `{written} h`, `{written} days` or `{written} weeks`"));
            }
            Problem::Value(error) => {
                let (message, help) = match error {
                    ValueError::NotDeclared => {
                        let declared: Vec<&str> = kind.choices().iter().map(|choice| choice.id.as_str()).collect();
                        let parts = |between: &str| {
                            let parts: Vec<&str> = written.split(between).map(str::trim).collect();
                            let all = parts.len() > 1 && parts.iter().all(|part| declared.contains(part));
                            all.then(|| parts.join(", "))
                        };
                        let help = match value::nearest(written.trim(), declared.iter().copied()) {
                            _ if let Some(any) = parts(" or ") => format!("for any of them, write `{any}`"),
                            _ if let Some(any) = parts(" and ") => format!(
                                "`{any}` is any of them; for all of them at once, make a `[[condition]]` of each and test both"
                            ),
                            Some(near) => format!("did you mean `{near}`?"),
                            None => format!("write one of `{}`", declared.join("`, `")),
                        };
                        (format!("`{written}` is not among the declared values"), help)
                    }
                    ValueError::TooFine => {
                        (format!("`{written}` has more decimals than its type"), decimals::way_out(written, kind))
                    }
                    ValueError::TooLarge => {
                        (format!("`{written}` is far too large"), "write a number that is not that large".to_owned())
                    }
                    ValueError::OutOfBounds => (format!("`{written}` is out of bounds"), {
                        let (min, max) = value::print_bounds(kind);
                        format!(
                            "write a value from {min} to {max}, or change `min` and `max` where the type is declared"
                        )
                    }),
                    ValueError::NoFixedLength => (
                        format!("`{written}` has no fixed length"),
                        "write days or weeks; months are for dates, as in `bought_on + 2 months`".to_owned(),
                    ),
                    ValueError::Expected(_) if kind.id() == "money" => (
                        format!("`{written}` is no amount of money"),
                        "write digits and perhaps a point, as in `49.99`; the currency is the pack's".to_owned(),
                    ),
                    ValueError::Expected(what) => (format!("`{written}` is no {}", kind.id()), format!("write {what}")),
                };
                sink.error(codes::BAD_VALUE, text.place(), message).help(help);
            }
        }
    }
}

/// Reads a scalar. A number may bear its declared unit, an amount the currency of the pack. More decimals than the type
/// has are refused even if they are zeros: `1.000` may be meant as a thousand.
pub(super) fn scalar(text: Text<'_>, kind: &Type, currency: Option<&Currency>) -> Result<i64, Problem> {
    let bare = without_unit(text.trim().text, kind, currency);
    match value::parse_scalar(bare, kind) {
        Ok(_) | Err(ValueError::OutOfBounds) if decimals::are_needless(bare, kind) => {
            Err(Problem::Value(ValueError::TooFine))
        }
        Err(ValueError::Expected(_))
            if matches!(kind, Type::Duration { .. }) && value::decimal(bare, 9, "").is_ok() =>
        {
            Err(Problem::BareNumber)
        }
        read => read.map_err(Problem::Value),
    }
}

fn without_unit<'a>(text: &'a str, kind: &Type, currency: Option<&Currency>) -> &'a str {
    let unit = match kind {
        Type::Number { unit: Some(unit), .. } => unit.as_str(),
        Type::Money { .. } => currency.map_or("", |currency| currency.code.as_str()),
        _ => "",
    };
    let bare = text.strip_suffix(unit).unwrap_or(text).trim_end();
    if bare.is_empty() { text } else { bare }
}

/// Without the quotes around it.
pub(super) fn unquoted(text: Text<'_>) -> (Text<'_>, bool) {
    let text = text.trim();
    let inner = |quote: char| text.text.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    match inner('"').or_else(|| inner('\'')) {
        Some(inside) => (text.slice(1..inside.len().saturating_add(1)), true),
        None => (text, false),
    }
}

/// Reads one written value of a type, or several with commas between for a `several`; reports what is none.
/// `none` and settings are not values; those who allow them look for them first.
pub(super) fn value(text: Text<'_>, kind: &Type, names: &Names, sink: &mut Sink) -> Option<Value> {
    let (bare, is_quoted) = unquoted(text);
    match kind {
        Type::Text => Some(Value::Text(bare.text.to_owned())),
        Type::Role => {
            let role = names::find(&names.roles, bare, "role", sink)?;
            i64::try_from(role.index()).ok().map(Value::Scalar)
        }
        Type::Several(_) => {
            let pieces = if is_quoted { vec![bare] } else { text.split(',') };
            set(&pieces, kind, sink)
        }
        _ => match scalar(bare, kind, names.currency.as_ref()) {
            Ok(scalar) => Some(Value::Scalar(scalar)),
            Err(problem) => {
                problem.report(bare, kind, sink);
                None
            }
        },
    }
}

/// The set of some written values.
pub(super) fn set(pieces: &[Text<'_>], kind: &Type, sink: &mut Sink) -> Option<Value> {
    let mut bits = 0;
    let mut all_read = true;
    for piece in pieces {
        let (piece, _) = unquoted(*piece);
        match value::parse(piece.text, kind) {
            Ok(Value::Set(bit)) => bits |= bit,
            Ok(_) => {}
            Err(error) => {
                Problem::Value(error).report(piece, kind, sink);
                all_read = false;
            }
        }
    }
    all_read.then_some(Value::Set(bits))
}

/// Reads a value written behind a key.
pub(super) fn value_of_node(node: &Node, kind: &Type, names: &Names, sink: &mut Sink) -> Option<Value> {
    match (&node.value, kind) {
        (Written::List(_), Type::Several(_)) => set(&item::texts(node, sink), kind, sink),
        _ => value(item::text(node, sink)?, kind, names, sink),
    }
}
