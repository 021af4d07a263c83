//! Tests as they are written, before their type is known.

use crate::pack::document::Text;

/// One test as it is written.
#[derive(Debug, Clone)]
pub enum Written<'a> {
    Any,
    None,
    Unknown(Text<'a>),
    Is(Word<'a>),
    Range { low: Option<Limit<'a>>, high: Option<Limit<'a>>, whole: Text<'a> },
    Not(Vec<Written<'a>>, Text<'a>),
}

/// A value or name; quoted ones are values.
#[derive(Debug, Clone, Copy)]
pub struct Word<'a> {
    pub text: Text<'a>,
    pub quoted: bool,
    /// The unit behind the bracket of an interval, for an end without one.
    pub unit: Option<Text<'a>>,
}

/// An end of a range.
#[derive(Debug, Clone, Copy)]
pub struct Limit<'a> {
    pub word: Word<'a>,
    pub inclusive: bool,
}
