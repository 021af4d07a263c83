//! What a language lacks, or says otherwise than the source language. All are warnings: a face falls back on the source.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::value::nearest;
use crate::pack::codes;
use crate::pack::diagnostic::Sink;

use super::texts::Wanted;
use super::{Phrase, Phrases, REVIEWED, REVIEWED_FILE, WAYS, number};

/// Reports messages of the source language that no action says, and attributes that are no way of saying one.
pub(in crate::pack) fn check_source(phrases: &Phrases, actions: &BTreeSet<&str>, sink: &mut Sink) {
    for (id, phrase) in phrases {
        if !actions.contains(id.as_str()) {
            stray(id, phrase, actions.iter().copied(), sink);
            continue;
        }
        let is_way = |name: &str| name.is_empty() || WAYS.iter().any(|way| number(name, way).is_some());
        for name in phrase.forms.keys().filter(|name| !is_way(name)) {
            sink.warning(codes::PHRASE, phrase.place, format_args!("`.{name}` of `{id}` is no way of saying it"))
                .help("write `.v1`, `.v2` for what is written and `.spoken1`, `.spoken2` for what is said aloud");
        }
    }
}

/// Compares a language with what a complete translation has.
///
/// `file` is where a language without [`REVIEWED_FILE`] is told so.
pub(in crate::pack) fn compare(
    language: &str,
    wanted: &BTreeMap<String, Wanted>,
    phrases: &Phrases,
    file: u16,
    sink: &mut Sink,
) {
    for (id, wanted) in wanted {
        match phrases.get(id) {
            Some(phrase) => compare_message(language, id, wanted, phrase, sink),
            None => {
                sink.warning(codes::TRANSLATION, wanted.place, format_args!("`{id}` is missing in `{language}`"))
                    .help(format_args!("add it to `phrases/{language}.ftl` with {}", list(".", wanted.forms.keys())));
            }
        }
    }
    for (id, phrase) in phrases.iter().filter(|(id, _)| *id != REVIEWED_FILE && !wanted.contains_key(*id)) {
        stray(id, phrase, wanted.keys().map(String::as_str), sink);
    }
    check_reviewed(phrases, file, sink);
}

fn compare_message(language: &str, id: &str, wanted: &Wanted, phrase: &Phrase, sink: &mut Sink) {
    let missing: Vec<&String> = wanted.forms.keys().filter(|name| !phrase.forms.contains_key(*name)).collect();
    if !missing.is_empty() {
        let lacks = format!("`{id}` lacks {} in `{language}`", list(".", missing));
        sink.warning(codes::TRANSLATION, phrase.place, lacks)
            .help("say in every language what the source language says");
    }
    for (name, form) in phrase.forms.iter().filter(|(name, _)| *name != REVIEWED) {
        let Some(arguments) = wanted.forms.get(name) else {
            let more = format!("`{id}` has {}, the source language has not", list(".", [name]));
            sink.warning(codes::TRANSLATION, phrase.place, more).help("take it out, or add it to the source language");
            continue;
        };
        if form.arguments != *arguments {
            let (here, there) = (list("$", &form.arguments), list("$", arguments));
            let of = if name.is_empty() { format!("`{id}`") } else { format!("`.{name}` of `{id}`") };
            let differ = format!("{of} has the arguments {here}, the source language {there}");
            sink.warning(codes::TRANSLATION, phrase.place, differ).help("use the same arguments in all languages");
        }
    }
}

/// Every translation says whether a native reader has reviewed it, and says so in one of two words.
fn check_reviewed(phrases: &Phrases, file: u16, sink: &mut Sink) {
    const HELP: &str = "write `yes` once a native reader has reviewed it, else `no`";
    let whole = phrases.get(REVIEWED_FILE);
    let mut marks = phrases.values().filter_map(|phrase| Some((phrase.place, phrase.forms.get(REVIEWED)?)));
    let marks: Vec<_> =
        whole.into_iter().filter_map(|of| Some((of.place, of.forms.get("")?))).chain(&mut marks).collect();
    for (place, form) in marks {
        if !matches!(form.plain.as_deref(), Some("yes" | "no")) {
            sink.warning(codes::TRANSLATION, place, "this does not say whether it is reviewed").help(HELP);
        }
    }
    if whole.is_none() {
        let place = crate::pack::Place { file, start: 0, end: 0 };
        sink.warning(
            codes::TRANSLATION,
            place,
            format_args!("no message `{REVIEWED_FILE}` says whether this is reviewed"),
        )
        .help(HELP);
    }
}

fn stray<'a>(id: &str, phrase: &Phrase, known: impl Iterator<Item = &'a str>, sink: &mut Sink) {
    let help = nearest(id, known).map_or_else(
        || "a message bears the id of an action, or that of a text with its kind, as in `fact-anger`".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    sink.warning(codes::PHRASE, phrase.place, format_args!("the pack has nothing that `{id}` is the words for"))
        .help(help);
}

/// `.title`, `.ask`; the value of a message has no name.
fn list<'a>(mark: &str, names: impl IntoIterator<Item = &'a String>) -> String {
    let name = |name: &String| if name.is_empty() { "a value".to_owned() } else { format!("`{mark}{name}`") };
    match names.into_iter().map(name).collect::<Vec<_>>() {
        names if names.is_empty() => "none".to_owned(),
        names => names.join(", "),
    }
}
