//! Ids: short names in small letters, by which one definition names another.

use std::collections::BTreeMap;

use super::codes;
use super::diagnostic::Sink;
use super::document::{Node, Text};
use super::item;
use super::keys::Kind;

/// Words of the language, which nothing can bear as its id.
pub(super) const RESERVED: [&str; 5] = ["none", "unknown", "undecided", "otherwise", "now"];

/// The id of a table of some kind, if it is to have one and has.
pub(super) fn read_id<'a>(kind: Kind, node: &'a Node, sink: &mut Sink) -> Option<Text<'a>> {
    if !kind.has_id() {
        return None;
    }
    let Some(written) = node.get("id") else {
        // A rule that is a row of a table is known by its number.
        if !(kind == Kind::Rule && node.get("table").is_some()) {
            sink.error(codes::MISSING_KEY, node.place, format_args!("this {} has no `id`", kind.word()))
                .help("give it a short name in small letters, such as `id = \"late_again\"`");
        }
        return None;
    };
    let id = item::text(written, sink)?.trim();
    check_id(id, sink);
    Some(id)
}

/// Reports an id that is reserved or no `snake_case`.
pub(super) fn check_id(id: Text<'_>, sink: &mut Sink) {
    if RESERVED.contains(&id.text) {
        sink.error(codes::RESERVED, id.place(), format_args!("`{}` is a word of the language", id.text))
            .help("choose another id");
    } else if !is_id(id.text) {
        let meant = meant_id(id.text);
        let such_as = if is_id(&meant) { meant } else { "late_again".to_owned() };
        sink.error(codes::BAD_ID, id.place(), format_args!("`{}` is no id", id.text))
            .help(format_args!("ids are small letters, digits and `_`, such as `{such_as}`"));
    }
}

fn is_id(text: &str) -> bool {
    let is_small = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    text.starts_with(|first: char| first.is_ascii_lowercase()) && text.bytes().all(is_small)
}

/// The id that is meant by what was written in its place: a mistaken one is told once, and stands for what it should have
/// been, so that what reads it is not mistaken too. What no id could be made of is itself.
pub(super) fn meant_id(text: &str) -> String {
    if is_id(text) {
        return text.to_owned();
    }
    let letters = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '_' };
    let id: String = text.chars().map(letters).collect();
    let id = id.trim_matches(|letter: char| letter == '_' || letter.is_ascii_digit());
    if id.is_empty() { text.to_owned() } else { id.to_owned() }
}

/// What was written in the place of an id and was reported, and the id that was meant.
pub(super) type Mistaken = BTreeMap<String, String>;

/// The id that a declaration is meant to have; what is none is reported, and noted.
pub(super) fn declared_id(id: Text<'_>, mistaken: &mut Mistaken, sink: &mut Sink) -> String {
    check_id(id, sink);
    let meant = meant_id(id.text);
    if meant != id.text {
        mistaken.insert(id.text.to_owned(), meant.clone());
    }
    meant
}

/// Lets each mistaken id stand for what the one that was meant does.
pub(super) fn accept<T: Copy>(ids: &mut BTreeMap<String, T>, mistaken: &Mistaken) {
    for (written, meant) in mistaken {
        if let Some(found) = ids.get(meant).copied() {
            ids.entry(written.clone()).or_insert(found);
        }
    }
}
