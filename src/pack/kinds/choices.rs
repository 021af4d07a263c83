//! The declared values of a choice, `several` or level.

use std::collections::BTreeSet;

use crate::model::Choice;
use crate::pack::codes;
use crate::pack::diagnostic::Sink;
use crate::pack::document::{Node, Place, Text, Written};
use crate::pack::ids::{RESERVED, check_id};
use crate::pack::item::{self, in_words};

/// A `several` is counted as a word of bits.
pub const MOST_SEVERAL: usize = 64;

/// More values than anybody chooses from.
const MOST_CHOICES: usize = 10_000;

/// The values that a table declares, at the most so many.
pub fn choices(node: &Node, place: Place, name: &str, most: usize, sink: &mut Sink) -> Option<Vec<Choice>> {
    let most = most.min(MOST_CHOICES);
    let Some(values) = node.get("values") else {
        sink.error(codes::BAD_CHOICES, place, format_args!("{name} has no `values`"))
            .help("list them, the least first, as in `values = [\"calm\", \"annoyed\", \"angry\"]`");
        return None;
    };
    let Written::List(items) = &values.value else {
        item::wrong_shape(values, "a list such as `[\"calm\", \"angry\"]`", sink);
        return None;
    };
    let mut seen = BTreeSet::new();
    let mut choices = Vec::new();
    for written in items {
        let (id, title) = match written.table() {
            Some(_) => (written.get("id"), written.get("title")),
            None => (Some(written), None),
        };
        let Some(id) = id else {
            sink.error(codes::MISSING_KEY, written.place, "this value has no `id`")
                .help("write `{ id = \"calm\", title = \"…\" }`");
            continue;
        };
        let Some(id) = item::text(id, sink).map(Text::trim) else { continue };
        if RESERVED.contains(&id.text) {
            check_id(id, sink);
        } else if id.text.is_empty() || id.text.chars().any(char::is_control) || id.text.contains('"') {
            sink.error(codes::BAD_CHOICES, id.place(), "a value is a word or a few, without quotes or line breaks")
                .help("give it a `title` for anything longer");
        } else if !seen.insert(id.text.to_owned()) {
            sink.error(codes::BAD_CHOICES, id.place(), format_args!("`{}` stands twice", id.text))
                .help("take one of them out");
        } else {
            let title = title.and_then(|title| item::text(title, sink)).map(|title| title.text.to_owned());
            choices.push(Choice { id: id.text.to_owned(), title: title.unwrap_or_else(|| in_words(id.text)) });
        }
    }
    if choices.is_empty() && items.is_empty() {
        sink.error(codes::BAD_CHOICES, values.place, "at least one value is needed").help("list the values");
    }
    if choices.len() > most {
        sink.error(
            codes::BAD_CHOICES,
            values.place,
            format_args!("{} values are too many; at most {most}", choices.len()),
        )
        .help("divide them among several facts");
        return None;
    }
    (!choices.is_empty()).then_some(choices)
}
