//! Going through the words of a formula.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "positions within one formula's text, which is bounded by the file"
)]

use crate::pack::codes;
use crate::pack::diagnostic::Sink;
use crate::pack::document::Text;

/// Stands before one of the words of a formula.
pub struct Reader<'a, 't, 's> {
    pub text: Text<'a>,
    pub tokens: &'t [Text<'a>],
    pub at: usize,
    pub depth: usize,
    pub sink: &'s mut Sink,
}

impl<'a> Reader<'a, '_, '_> {
    /// A word ahead of the reader; nothing behind the last.
    pub fn peek(&self, ahead: usize) -> &'a str {
        self.tokens.get(self.at + ahead).map_or("", |token| token.text)
    }

    /// Goes past the next word.
    pub fn next(&mut self) -> Option<Text<'a>> {
        let token = self.tokens.get(self.at).copied();
        self.at += 1;
        token
    }

    /// Goes past the next word if it is this one.
    pub fn eat(&mut self, what: &str) -> bool {
        let eaten = self.peek(0) == what;
        if eaten {
            self.at += 1;
        }
        eaten
    }

    /// Reports what is wrong at a place.
    pub fn wrong<T>(&mut self, at: Text<'a>, message: &str, help: &str) -> Option<T> {
        self.sink.error(codes::FORMULA, at.place(), message).help(help);
        None
    }

    /// Where a token begins within the formula.
    pub fn offset(&self, token: &Text<'a>) -> usize {
        token.text.as_ptr().addr() - self.text.text.as_ptr().addr()
    }

    /// The text from where a part begins to where the reader stands.
    pub fn since(&self, from: usize) -> Text<'a> {
        let start = self.tokens.get(from).map_or(0, |first| self.offset(first));
        let last = self.at.checked_sub(1).and_then(|last| self.tokens.get(last));
        let end = last.map_or(self.text.text.len(), |last| self.offset(last) + last.text.len());
        self.text.slice(start..end.max(start))
    }
}
