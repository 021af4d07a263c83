//! Values of facts, each read as its type says.

use super::wording::{ids, not_declared, value_error};
use crate::case::{CaseError, Given};
use crate::model::value::{self, ValueError};
use crate::model::{Choice, Fact, Type, Value};
use crate::text::{concat, count};

/// The longest text that a text fact takes, in bytes; a complaint of thirty pages.
pub const LONGEST_TEXT: usize = 100_000;

/// The value of a fact, or `None` while it is unknown.
pub fn fact_value(fact: &Fact, given: Given) -> Result<Option<Value>, CaseError> {
    match &given {
        Given::Null => return Ok(None),
        Given::Text(text) if text.trim() == "none" => {
            if fact.optional || !fact.applies.is_always() {
                return Ok(Some(Value::None));
            }
            if !matches!(fact.kind, Type::Text) {
                let message = concat(&["`", &fact.id, "` is never `none`: it applies in every case"]);
                let help = Some("leave it out while it is not known".to_owned());
                return Err(CaseError::new("never-none", &fact.id, message).help(help));
            }
        }
        _ => {}
    }
    value_of(&fact.id, &fact.kind, &given).map(Some)
}

/// The value of a type that somebody wrote. `name` is what messages call it.
///
/// # Errors
/// As [`read`](super::read), for this one value.
pub fn value_of(name: &str, kind: &Type, given: &Given) -> Result<Value, CaseError> {
    let read = match (kind, given) {
        (Type::YesNo, Given::YesNo(yes)) => Ok(Value::Scalar(i64::from(*yes))),
        (Type::Number { .. } | Type::Money { .. }, Given::Number(text) | Given::Text(text)) => {
            let scalar = value::scientific(text.trim(), kind.decimals(), expected(kind));
            scalar.and_then(|scalar| value::within(scalar, kind)).map(Value::Scalar)
        }
        (Type::Several(choices), Given::List(list)) => return set(name, choices, list),
        (Type::Text, Given::Text(text)) if text.len() > LONGEST_TEXT => {
            let message = concat(&["`", name, "` is too long; expected at most ", &count(LONGEST_TEXT), " bytes"]);
            return Err(CaseError::new("too-long", name, message));
        }
        (Type::Several(_), _) => Err(ValueError::Expected(expected(kind))),
        (kind, Given::Text(text)) => value::parse(text, kind),
        (Type::Choice(_) | Type::Level(_), _) => Err(ValueError::NotDeclared),
        (kind, _) => Err(ValueError::Expected(expected(kind))),
    };
    read.map_err(|error| value_error(name, kind, given, error))
}

fn set(name: &str, choices: &[Choice], list: &[Given]) -> Result<Value, CaseError> {
    let mut set = 0_u64;
    for item in list {
        let at = match item {
            Given::Text(id) => choices.iter().position(|choice| choice.id == *id),
            _ => None,
        };
        let bit = at.and_then(|at| u32::try_from(at).ok()).and_then(|at| 1_u64.checked_shl(at));
        set |= bit.ok_or_else(|| not_declared(name, item, &ids(choices)))?;
    }
    Ok(Value::Set(set))
}

/// What a fact of this type takes.
pub fn expected(kind: &Type) -> &'static str {
    match kind {
        Type::YesNo => "`true` or `false`",
        Type::Several(_) => "a list of its values, complete, `[]` where none of them holds",
        Type::Number { decimals: 0, .. } => "a whole number",
        Type::Number { .. } => "a number",
        Type::Duration { .. } => "a text with units such as `90 min`, `2 days` or `PT1H30M`",
        Type::Money { .. } => "an amount such as `49.99`",
        Type::Date { .. } => "a date such as `2026-04-01`",
        Type::Text => "a text",
        Type::Choice(_) | Type::Level(_) | Type::Role => "an id",
    }
}
