//! What is found of facts and derived quantities, as far as it was asked for.

use super::pieces::Refinement;
#[cfg(feature = "proofs")]
use crate::engine::bounded::Parts;
use crate::engine::diagram::{Node, Variable};
use crate::engine::record::Record;
use crate::model::Value;

/// What is found of facts and derived quantities: all that differs while facts are released, beside conflicts and where the
/// completions are.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// By fact.
    pub facts: Vec<Standing>,
    /// By derived quantity, as far as they were asked for.
    pub values: Vec<Option<Node>>,
    /// By table: when each of its rows fits; empty until it is asked for.
    pub fits: Vec<Vec<Node>>,
    /// The finer pieces that turned out to be needed.
    pub(super) refinement: Refinement,
    /// Where each part has room of its own.
    #[cfg(feature = "proofs")]
    pub parts: Option<Parts>,
}

impl Found {
    /// What is fixed of facts, and nothing found as yet.
    pub fn of(record: &Record) -> Found {
        let mut found = Found::default();
        for (fixed, given) in record.fixed.iter().zip(&record.given) {
            found.facts.push(Standing { fixed: fixed.clone(), given: *given, ..Standing::default() });
        }
        found
    }
}

/// How a fact stands in a case.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// What it is fixed at, given or assumed.
    pub fixed: Option<Value>,
    pub given: bool,
    /// The first of the variables that decide on its value, unless the case gives it.
    pub first_variable: Option<Variable>,
    /// The variable that decides whether the case gives it, where that is open and some cell tests it.
    pub record_variable: Option<Variable>,
    /// When it applies, once that was asked for.
    pub applies: Option<Node>,
}

/// Of no fact at all.
pub(super) static NOWHERE: Standing =
    Standing { fixed: None, given: false, first_variable: None, record_variable: None, applies: None };
