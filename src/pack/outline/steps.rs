//! The steps of a recovery.

use crate::pack::codes;
use crate::pack::diagnostic::Sink;
use crate::pack::document::{Text, Written};
use crate::pack::ids::{Mistaken, declared_id};
use crate::pack::item::{self, Item, in_words};

/// The steps of a pack that names none.
const STEPS: [&str; 7] = ["understand", "apologise", "explain", "fix", "compensate", "close", "learn"];

/// The ids and titles of the steps.
pub fn steps(header: Option<&Item>, mistaken: &mut Mistaken, sink: &mut Sink) -> Vec<(String, String)> {
    let usual = || STEPS.iter().map(|step| ((*step).to_owned(), in_words(step))).collect();
    let Some(node) = header.and_then(|header| header.get("steps")) else { return usual() };
    let Written::List(nodes) = &node.value else {
        item::wrong_shape(node, "a list of steps", sink);
        return usual();
    };
    let mut steps: Vec<(String, String)> = Vec::new();
    for node in nodes {
        let id = node.get("id").unwrap_or(node);
        let Some(id) = item::text(id, sink).map(Text::trim) else { continue };
        let meant = declared_id(id, mistaken, sink);
        let title = node.get("title").and_then(|title| item::text(title, sink));
        if steps.iter().any(|(earlier, _)| *earlier == meant) {
            sink.error(codes::DUPLICATE, id.place(), format_args!("the step `{}` stands twice", id.text))
                .help("take one of them out");
            continue;
        }
        steps.push((meant, title.map_or_else(|| in_words(id.text), |title| title.text.to_owned())));
    }
    steps
}
