//! A rule file as a tree whose every leaf knows where it stands.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::diagnostic::{Sink, SourceFile};
use super::malformed;

pub(super) use super::place::Place;

/// A value of a rule file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub place: Place,
    pub value: Written,
    /// Where the text begins in the file, if it stands there as it reads, without escapes.
    verbatim: Option<usize>,
}

/// What an author can write behind a key.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Written {
    Text(String),
    /// As it stands in the file, underscores removed: never through a float.
    Number(String),
    YesNo(bool),
    /// A TOML date or time, as it stands in the file.
    Date(String),
    List(Vec<Node>),
    /// In written order.
    Table(Vec<Pair>),
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pair {
    pub key: String,
    pub key_place: Place,
    pub value: Node,
}

/// A piece of text that knows where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'a> {
    pub text: &'a str,
    start: Option<usize>,
    /// The string that it is a piece of.
    whole: Place,
}

impl Pair {
    /// The key with its place.
    pub fn key_text(&self) -> Text<'_> {
        Text { text: &self.key, start: None, whole: self.key_place }
    }
}

impl<'a> Text<'a> {
    /// The piece between two byte positions of this one; both must be on character boundaries.
    pub fn slice(self, range: Range<usize>) -> Text<'a> {
        let start = self.start.map(|start| start.saturating_add(range.start));
        Text { text: self.text.get(range).unwrap_or(""), start, whole: self.whole }
    }

    /// Without the white space around it.
    pub fn trim(self) -> Text<'a> {
        let skipped = self.text.len().saturating_sub(self.text.trim_start().len());
        let text = self.text.trim();
        self.slice(skipped..skipped.saturating_add(text.len()))
    }

    /// Whether it stands in the file as it reads, without escapes.
    pub fn is_verbatim(self) -> bool {
        self.start.is_some()
    }

    pub fn place(self) -> Place {
        match self.start {
            Some(start) => Place { file: self.whole.file, start, end: start.saturating_add(self.text.len()) },
            None => self.whole,
        }
    }

    /// Pieces between `separator`s, trimmed, the empty ones left out.
    pub fn split(self, separator: char) -> Vec<Text<'a>> {
        let mut from: usize = 0;
        let mut pieces = Vec::new();
        for piece in self.text.split(separator) {
            let to = from.saturating_add(piece.len());
            pieces.push(self.slice(from..to).trim());
            from = to.saturating_add(separator.len_utf8());
        }
        pieces.retain(|piece| !piece.text.is_empty());
        pieces
    }
}

impl Node {
    /// The text of a string, number, yes-no or date.
    pub fn scalar(&self) -> Option<Text<'_>> {
        let (text, start) = match &self.value {
            Written::Text(text) => (text.as_str(), self.verbatim),
            Written::Number(text) | Written::Date(text) => (text.as_str(), Some(self.place.start)),
            Written::YesNo(yes) => (if *yes { "yes" } else { "no" }, None),
            Written::List(_) | Written::Table(_) => return None,
        };
        Some(Text { text, start, whole: self.place })
    }

    pub fn table(&self) -> Option<&[Pair]> {
        match &self.value {
            Written::Table(pairs) => Some(pairs),
            _ => None,
        }
    }

    /// The value behind a key of a table.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.table()?.iter().find(|pair| pair.key == key).map(|pair| &pair.value)
    }

    /// What it is, in an author's words.
    pub fn what(&self) -> &'static str {
        match self.value {
            Written::Text(_) => "a text",
            Written::Number(_) => "a number",
            Written::YesNo(_) => "true or false",
            Written::Date(_) => "a date",
            Written::List(_) => "a list",
            Written::Table(_) => "a table",
        }
    }
}

/// Reads one file; what is no TOML is reported, and the rest of the file is read all the same.
pub(super) fn parse(at: u16, file: &SourceFile, sink: &mut Sink) -> Vec<Pair> {
    let (document, errors) = DeTable::parse_recoverable(&file.text);
    if errors.is_empty() {
        return pairs(at, &file.text, document.into_inner());
    }
    let believed = malformed::report(at, &file.text, sink);
    pairs(at, &believed, DeTable::parse_recoverable(&believed).0.into_inner())
}

fn pairs(file: u16, source: &str, table: DeTable<'_>) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = table
        .into_iter()
        .map(|(key, value)| Pair {
            key_place: place(file, key.span()),
            key: key.into_inner().into_owned(),
            value: node(file, source, value),
        })
        .collect();
    pairs.sort_by_key(|pair| pair.key_place.start);
    pairs
}

fn node(file: u16, source: &str, value: Spanned<DeValue<'_>>) -> Node {
    let place = place(file, value.span());
    let raw = source.get(place.start..place.end).unwrap_or("");
    let mut verbatim = None;
    let value = match value.into_inner() {
        DeValue::String(text) => {
            verbatim = content_start(raw, &text).map(|offset| place.start.saturating_add(offset));
            Written::Text(text.into_owned())
        }
        DeValue::Integer(number) if number.radix() == 10 => Written::Number(number.as_str().to_owned()),
        DeValue::Integer(number) => {
            let value = i128::from_str_radix(number.as_str(), number.radix());
            Written::Number(value.map_or_else(|_| raw.to_owned(), |value| value.to_string()))
        }
        DeValue::Float(number) => Written::Number(number.as_str().to_owned()),
        DeValue::Boolean(yes) => Written::YesNo(yes),
        DeValue::Datetime(_) => Written::Date(raw.to_owned()),
        DeValue::Array(items) => Written::List(items.into_iter().map(|item| node(file, source, item)).collect()),
        DeValue::Table(table) => Written::Table(pairs(file, source, table)),
    };
    Node { place, value, verbatim }
}

/// How far behind the opening quote's beginning the content of a string stands, if it stands there verbatim.
fn content_start(raw: &str, content: &str) -> Option<usize> {
    for quote in ["\"\"\"", "'''", "\"", "'"] {
        let Some(inner) = raw.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)) else { continue };
        let newline =
            if quote.len() == 3 { ["\r\n", "\n"].into_iter().find(|line| inner.starts_with(line)) } else { None };
        let skipped = newline.map_or(0, str::len);
        return (inner.get(skipped..) == Some(content)).then(|| quote.len().saturating_add(skipped));
    }
    None
}

fn place(file: u16, span: Range<usize>) -> Place {
    Place { file, start: span.start, end: span.end }
}
