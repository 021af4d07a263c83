//! What the phrases of two packs say otherwise: language by language, message by message.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Attribute, Entry, Identifier, Message, Pattern, Resource};
use fluent_syntax::{parser, serializer};
use serde::Serialize;

/// A text of the phrases that two packs do not have alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "web-author", derive(tsify::Tsify))]
pub struct PhraseChange {
    /// The tag of the language.
    pub language: String,
    /// The message by its id; a term with the `-` before its name.
    pub message: String,
    /// Which way of saying it, such as `v1`; absent where the message itself says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "web-author", tsify(optional))]
    pub attribute: Option<String>,
    /// What it said, as Fluent text; absent where it is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "web-author", tsify(optional))]
    pub before: Option<String>,
    /// What it says; absent where it is lost.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "web-author", tsify(optional))]
    pub after: Option<String>,
}

/// The texts that are added, lost or changed between two packs, by language, message and attribute. Both give their Fluent
/// texts by language, as [`crate::pack::Reading`] does; how these are laid out, their comments, and what is no message in
/// them do not count.
pub fn phrase_changes(old: &BTreeMap<String, String>, new: &BTreeMap<String, String>) -> Vec<PhraseChange> {
    let languages: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let mut changes = Vec::new();
    for language in languages {
        let [before, after] = [old, new].map(|phrases| texts(phrases.get(language).map_or("", String::as_str)));
        let all: BTreeSet<&Key> = before.keys().chain(after.keys()).collect();
        for key in all.into_iter().filter(|key| before.get(key) != after.get(key)) {
            let (message, attribute) = key.clone();
            changes.push(PhraseChange {
                language: language.clone(),
                message,
                attribute,
                before: before.get(key).cloned(),
                after: after.get(key).cloned(),
            });
        }
    }
    changes
}

/// A message and the attribute of it, if not its value.
type Key = (String, Option<String>);

/// What each message and each of its attributes says. A later message replaces an earlier one of its id as a whole, as that
/// of an overlay does.
fn texts(source: &str) -> BTreeMap<Key, String> {
    let Resource { body } = parser::parse(source).unwrap_or_else(|(readable, _)| readable);
    let mut messages = BTreeMap::new();
    for entry in body {
        match entry {
            Entry::Message(Message { id, value, attributes, .. }) => {
                messages.insert(id.name.to_owned(), (value, attributes));
            }
            Entry::Term(term) => {
                messages.insert(format!("-{}", term.id.name), (Some(term.value), term.attributes));
            }
            _ => {}
        }
    }
    let mut texts = BTreeMap::new();
    for (message, (value, attributes)) in messages {
        for Attribute { id, value } in attributes {
            texts.insert((message.clone(), Some(id.name.to_owned())), written(value));
        }
        if let Some(value) = value {
            texts.insert((message, None), written(value));
        }
    }
    texts
}

/// A text as Fluent writes it, without the indentation of its further lines.
fn written(pattern: Pattern<&str>) -> String {
    const NAME: &str = "text";
    let message =
        Message { id: Identifier { name: NAME }, value: Some(pattern), attributes: Vec::new(), comment: None };
    let written = serializer::serialize(&Resource { body: vec![Entry::Message(message)] });
    let text = written.strip_prefix(NAME).and_then(|text| text.trim_start().strip_prefix('=')).unwrap_or(&written);
    let lines = text.trim().lines().map(|line| line.strip_prefix("    ").unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes(old: &str, new: &str) -> Vec<PhraseChange> {
        let of = |text: &str| BTreeMap::from([("en".to_owned(), text.to_owned())]);
        phrase_changes(&of(old), &of(new))
    }

    #[test]
    fn layout_comments_and_the_order_of_messages_do_not_count() {
        let old = "# Warm.\nregret =\n    .v1 = I am sorry\n        about this.\nbye = Good bye.\n";
        let new = "bye   =   Good bye.\n### All words\n\nregret =\n  .v1 =\n    I am sorry\n    about this.\n";
        assert_eq!(changes(old, new), []);
    }

    #[test]
    fn each_text_that_is_added_lost_or_changed_is_told() {
        let old = "regret =\n    .v1 = I am sorry.\n    .v2 = That was wrong.\nbye = Good bye.\n-firm = Acme\n";
        let new = "regret =\n    .v1 = I am very sorry.\nbye = { $count ->\n    [one] Bye.\n   *[other] Byes.\n }\n-firm = Acme\n\
                   thanks = Thank you.\n";
        let told: Vec<_> = changes(old, new)
            .into_iter()
            .map(|PhraseChange { message, attribute, before, after, .. }| {
                let none = || "-".to_owned();
                format!(
                    "{message}.{}: {} / {}",
                    attribute.unwrap_or_default(),
                    before.unwrap_or_else(none),
                    after.unwrap_or_else(none)
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                "bye.: Good bye. / { $count ->\n    [one] Bye.\n   *[other] Byes.\n}",
                "regret.v1: I am sorry. / I am very sorry.",
                "regret.v2: That was wrong. / -",
                "thanks.: - / Thank you.",
            ]
        );
    }

    #[test]
    fn the_words_of_an_overlay_stand_for_those_that_it_replaces() {
        let replaced = "regret =\n    .v1 = I am sorry.\n    .v2 = That was wrong.\n\nregret = We are sorry.\n";
        assert_eq!(changes(replaced, "regret = We are sorry.\n"), []);
    }

    #[test]
    fn a_language_that_only_one_pack_speaks_is_told_text_by_text() {
        let old = BTreeMap::from([("pl".to_owned(), "regret = Przepraszam.\n".to_owned())]);
        let told = phrase_changes(&old, &BTreeMap::new());
        let [PhraseChange { language, before: Some(before), after: None, .. }] = told.as_slice() else {
            panic!("{told:?}")
        };
        assert_eq!((language.as_str(), before.as_str()), ("pl", "Przepraszam."));
    }
}
