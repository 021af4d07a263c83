//! One table of a rule file, and what its keys hold.

use crate::model::{date, value::nearest};
use crate::text;

use super::codes;
use super::diagnostic::Sink;
use super::document::{Node, Pair, Place, Text, Written};
use super::keys::Kind;

/// A `[[fact]]`, `[[rule]]` and so on.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub kind: Kind,
    /// Empty where the kind bears none, or the author forgot it.
    pub id: String,
    /// The id where there is one, else the beginning of the table.
    pub place: Place,
    pub node: Node,
    /// The step whose file this is, under `steps/`.
    pub step_of_file: Option<String>,
    /// The language whose file this is, under `cues/`.
    pub language_of_file: Option<String>,
    /// Which of the packs, those that are extended and the one that extends them, it stands in.
    pub layer: usize,
}

impl Item {
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.node.get(key)
    }

    /// The value of a key that must be there.
    pub fn require(&self, key: &str, help: &str, sink: &mut Sink) -> Option<&Node> {
        let found = self.get(key);
        if found.is_none() {
            let name = self.name();
            sink.error(codes::MISSING_KEY, self.place, format_args!("{name} has no `{key}`")).help(help);
        }
        found
    }

    /// How messages call it: "the fact `anger`".
    pub fn name(&self) -> String {
        match self.id.as_str() {
            "" => format!("this {}", self.kind.word()),
            id => format!("the {} `{id}`", self.kind.word()),
        }
    }

    /// The text of a key; empty where there is none.
    pub fn text(&self, key: &str, sink: &mut Sink) -> String {
        self.get(key).and_then(|node| text(node, sink)).map_or_else(String::new, |text| text.text.to_owned())
    }

    /// The title, or the id in words.
    pub fn title(&self, sink: &mut Sink) -> String {
        match self.text("title", sink) {
            title if title.is_empty() => in_words(&self.id),
            title => title,
        }
    }

    /// The yes or no of a key; no where there is none.
    pub fn flag(&self, key: &str, sink: &mut Sink) -> bool {
        self.get(key).and_then(|node| yes_no(node, sink)).unwrap_or(false)
    }
}

/// `held_on` as "Held on", with a capital in any alphabet.
pub(super) fn in_words(id: &str) -> String {
    let words = text::words_of(id);
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text, number, yes-no or date as it is written.
pub(super) fn text<'a>(node: &'a Node, sink: &mut Sink) -> Option<Text<'a>> {
    let text = node.scalar();
    if text.is_none() {
        wrong_shape(node, "a text", sink);
    }
    text
}

/// A text, or a list of texts.
pub(super) fn texts<'a>(node: &'a Node, sink: &mut Sink) -> Vec<Text<'a>> {
    match &node.value {
        Written::List(items) => items.iter().filter_map(|item| text(item, sink)).map(Text::trim).collect(),
        Written::Table(_) => {
            wrong_shape(node, "a text or a list of texts", sink);
            Vec::new()
        }
        _ => node.scalar().map(Text::trim).into_iter().collect(),
    }
}

pub(super) fn yes_no(node: &Node, sink: &mut Sink) -> Option<bool> {
    let text = node.scalar().map_or("", |text| text.text.trim());
    match text {
        "yes" | "true" => Some(true),
        "no" | "false" => Some(false),
        _ => {
            wrong_shape(node, "true or false", sink);
            None
        }
    }
}

/// A date in days since 1970-01-01.
pub(super) fn day(node: &Node, sink: &mut Sink) -> Option<i64> {
    let text = text(node, sink)?.trim();
    day_of_text(text, sink)
}

/// A date in days since 1970-01-01.
pub(super) fn day_of_text(text: Text<'_>, sink: &mut Sink) -> Option<i64> {
    let day = date::parse(text.text);
    if day.is_none() {
        sink.error(codes::BAD_VALUE, text.place(), format_args!("`{}` is no date", text.text))
            .help("write year, month and day, as in `2026-04-01`");
    }
    day
}

/// The keys and values of a table.
pub(super) fn table<'a>(node: &'a Node, sink: &mut Sink) -> &'a [Pair] {
    node.table().unwrap_or_else(|| {
        wrong_shape(node, "a table such as `{ anger = \"angry\" }`", sink);
        &[]
    })
}

/// Whole numbers from 0 to `most`.
pub(super) fn count(node: &Node, most: u8, sink: &mut Sink) -> Option<u8> {
    let read = node.scalar().and_then(|text| text.text.trim().parse().ok()).filter(|count| *count <= most);
    if read.is_none() {
        wrong_shape(node, &format!("a whole number from 0 to {most}"), sink);
    }
    read
}

pub(super) fn wrong_shape(node: &Node, expected: &str, sink: &mut Sink) {
    sink.error(codes::WRONG_SHAPE, node.place, format_args!("{} cannot stand here", node.what()))
        .help(format_args!("write {expected}"));
}

/// The word's meaning among a few, or a report with the nearest.
pub(super) fn one_of<T: Copy>(text: Text<'_>, what: &str, words: &[(&str, T)], sink: &mut Sink) -> Option<T> {
    let text = text.trim();
    if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == text.text) {
        return Some(*meaning);
    }
    let known = words.iter().map(|(word, _)| *word);
    let help = match nearest(text.text, known.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("write one of `{}`", known.collect::<Vec<_>>().join("`, `")),
    };
    sink.error(codes::UNKNOWN_WORD, text.place(), format_args!("`{}` is no {what}", text.text)).help(help);
    None
}
