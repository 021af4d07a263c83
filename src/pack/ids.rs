//! Ids: short names in small letters, by which one definition names another.

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
    let small = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    let starts = id.text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
    if RESERVED.contains(&id.text) {
        sink.error(codes::RESERVED, id.place(), format_args!("`{}` is a word of the language", id.text))
            .help("choose another id");
    } else if !starts || !id.text.bytes().all(small) {
        sink.error(codes::BAD_ID, id.place(), format_args!("`{}` is no id", id.text))
            .help(format_args!("ids are small letters, digits and `_`, such as `{}`", suggested_id(id.text)));
    }
}

fn suggested_id(text: &str) -> String {
    let letters = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '_' };
    let id: String = text.chars().take(40).map(letters).collect();
    let id = id.trim_matches(|letter: char| letter == '_' || letter.is_ascii_digit());
    if id.is_empty() { "late_again".to_owned() } else { id.to_owned() }
}
