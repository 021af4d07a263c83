//! What a complaint's words suggest.

use super::{FactId, Value};

/// A pattern in a complaint's text that suggests a fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Cue {
    pub fact: FactId,
    /// The BCP 47 tag of the language of its words, from the file's name.
    pub language: String,
    /// What it suggests; `None` where the text itself holds the value, as in `{duration}`.
    pub value: Option<Value>,
    /// Any of these; `{duration}`, `{money}`, `{number}` and `{date}` stand for a quantity in the text.
    pub say: Vec<String>,
    /// One of these stands close by; no demand when empty.
    pub near: Vec<String>,
    /// None of these stands close by.
    pub unless: Vec<String>,
}
