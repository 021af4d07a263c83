//! The facts known of one complaint.

mod error;
mod given;
#[cfg(feature = "javascript")]
pub mod js;
#[cfg(feature = "author")]
mod json;
mod read;
#[cfg(feature = "author")]
mod ways_out;

pub use error::{CaseError, Position};
pub use given::Given;
#[cfg(feature = "author")]
pub use json::{LONGEST_CASE, from_json};
pub use read::{LONGEST_TEXT, read, value_of};
#[cfg(feature = "author")]
pub use ways_out::read_written;

use crate::model::{FactId, RoleId, Value};

/// A case: what is known of one complaint. Facts without a value are unknown, which is never the same as no.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Case {
    /// The date on which the case is looked at, in days since 1970-01-01. Never asked.
    pub now: i64,
    /// Who holds the case, if not the role `agent`.
    pub role: Option<RoleId>,
    /// By fact, as long as the pack's facts: the value that the case gives. `Some(Value::None)` is given as `none`.
    pub given: Vec<Option<Value>>,
    /// Facts whose question was answered "don't know", ascending: they stay unknown and are not asked again.
    pub declined: Vec<FactId>,
}

impl Case {
    /// A case in which nothing is known, for a pack of so many facts.
    pub fn empty(facts: usize, now: i64) -> Self {
        Case { now, role: None, given: vec![None; facts], declined: Vec::new() }
    }

    /// What the case gives for a fact.
    pub fn value(&self, fact: FactId) -> Option<&Value> {
        self.given.get(fact.index()).and_then(Option::as_ref)
    }
}
