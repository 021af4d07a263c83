use std::fmt;

use serde::Serialize;

use crate::text::shorten;

/// Something that a case cannot say of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "javascript", derive(tsify::Tsify))]
pub struct CaseError {
    /// Stable: a face may act on it. Each is named where it arises.
    pub code: &'static str,
    /// The name as the case has it; empty when the error is about the case as a whole.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "javascript", tsify(optional))]
    pub fact: String,
    /// What is wrong and what was expected, naming the fact; lower case, the user's words in backticks.
    pub message: String,
    /// The way out, where the message does not hold it already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Where the text of the case stops being one; `None` once it could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
}

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "javascript", derive(tsify::Tsify))]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// From 1, in bytes.
    pub column: usize,
}

impl fmt::Display for CaseError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)?;
        if let Some(Position { line, column }) = self.position {
            write!(out, " at line {line}, column {column}")?;
        }
        self.help.iter().try_for_each(|help| write!(out, " ({help})"))
    }
}

impl std::error::Error for CaseError {}

impl CaseError {
    /// An error without help and position.
    pub(super) fn new(code: &'static str, fact: &str, message: String) -> Self {
        CaseError { code, fact: shorten(fact), message, help: None, position: None }
    }

    pub(super) fn help(self, help: Option<String>) -> Self {
        CaseError { help, ..self }
    }
}
