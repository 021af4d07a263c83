//! The word of a type.

use super::Owner;
use crate::pack::codes;
use crate::pack::diagnostic::Sink;
use crate::pack::document::{Node, Place};
use crate::pack::item;

/// The word behind `type`, if whoever declares it may be of that type.
pub fn type_word(node: &Node, place: Place, name: &str, owner: Owner, sink: &mut Sink) -> Option<&'static str> {
    const WORDS: [(&str, &str); 10] = [
        ("yes-no", "yes-no"),
        ("choice", "choice"),
        ("several", "several"),
        ("level", "level"),
        ("number", "number"),
        ("duration", "duration"),
        ("money", "money"),
        ("date", "date"),
        ("text", "text"),
        ("role", "role"),
    ];
    let Some(written) = node.get("type") else {
        let help = match node.get("values") {
            Some(_) => "add `type = \"choice\"`, or `level` if the values have an order",
            None => "add one, such as `type = \"yes-no\"`, `\"number\"` or `\"date\"`",
        };
        sink.error(codes::MISSING_KEY, place, format_args!("{name} has no `type`")).help(help);
        return None;
    };
    let text = item::text(written, sink)?.trim();
    let meant = match text.text {
        "yes_no" | "boolean" | "bool" | "yesno" => Some("yes-no"),
        "string" => Some("text"),
        "enum" | "enumeration" => Some("choice"),
        "integer" | "decimal" | "float" => Some("number"),
        "set" => Some("several"),
        "time" => Some("duration"),
        _ => None,
    };
    if let Some(meant) = meant {
        sink.error(codes::UNKNOWN_TYPE, text.place(), format_args!("there is no type `{}`", text.text))
            .help(format_args!("write `{meant}`"));
        return None;
    }
    let words = WORDS.iter().filter(|(word, _)| match owner {
        Owner::Parameter => true,
        Owner::Value => matches!(*word, "number" | "duration" | "money" | "date"),
        Owner::Fact | Owner::Output | Owner::Setting => *word != "role",
    });
    let words: Vec<(&str, &'static str)> = words.copied().collect();
    if owner == Owner::Value
        && WORDS.iter().any(|(word, _)| *word == text.text)
        && !words.iter().any(|(word, _)| *word == text.text)
    {
        sink.error(
            codes::UNKNOWN_TYPE,
            text.place(),
            format_args!("a value is a quantity, and `{}` is none", text.text),
        )
        .help(
            "a formula gives a `number`, `money`, `duration` or `date`; for another type write a table or a condition",
        );
        return None;
    }
    item::one_of(text, "type", &words, sink)
}
