//! Phrases: Fluent messages that say an action, each with its variants and its arguments.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};

use crate::model::{Argument, ParameterId, Say};

use super::codes;
use super::diagnostic::{Sink, SourceFile};
use super::document::Place;
use super::names::{Names, Symbol};

/// A message of one language.
#[derive(Debug)]
pub(super) struct Phrase {
    place: Place,
    /// Its ways of saying it; 0 where it has neither a value nor attributes `v1`, `v2` and so on.
    variants: u8,
    arguments: BTreeSet<String>,
}

/// The messages of one language by id; a later file replaces a message of an earlier one.
pub(super) fn read(files: &[u16], all: &[SourceFile], sink: &mut Sink) -> BTreeMap<String, Phrase> {
    let mut phrases = BTreeMap::new();
    for at in files {
        let Some(file) = all.get(usize::from(*at)) else { continue };
        let text = file.text.as_str();
        let (resource, errors) = match fluent_syntax::parser::parse(text) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        for error in errors {
            let place = Place { file: *at, start: error.pos.start, end: error.pos.end };
            sink.error(
                codes::PHRASE,
                place,
                format!("this is no Fluent message: {}", lower_first(&error.kind.to_string())),
            )
            .help("a message reads `offer_a_call = May we call you?`, its further lines indented");
        }
        let mut own = BTreeSet::new();
        for message in resource.body.iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            _ => None,
        }) {
            let phrase = phrase(message, *at, text);
            if !own.insert(message.id.name) {
                sink.error(codes::DUPLICATE, phrase.place, format!("the message `{}` stands twice", message.id.name))
                    .help("write variants as attributes: `.v1 = …`, `.v2 = …`");
                continue;
            }
            phrases.insert(message.id.name.to_owned(), phrase);
        }
    }
    phrases
}

fn phrase(message: &Message<&str>, file: u16, text: &str) -> Phrase {
    let start = message.id.name.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    let place = Place { file, start, end: start.saturating_add(message.id.name.len()) };
    let numbered = |attribute: &&fluent_syntax::ast::Attribute<&str>| {
        attribute.id.name.strip_prefix('v').is_some_and(|number| number.parse::<u8>().is_ok())
    };
    let variants = message.attributes.iter().filter(numbered).count();
    let mut arguments = BTreeSet::new();
    message.value.iter().for_each(|pattern| arguments_of(pattern, &mut arguments));
    message.attributes.iter().for_each(|attribute| arguments_of(&attribute.value, &mut arguments));
    let variants = match u8::try_from(variants).unwrap_or(u8::MAX) {
        0 => u8::from(message.value.is_some()),
        variants => variants,
    };
    Phrase { place, variants, arguments }
}

fn arguments_of(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, found);
        }
    }
}

fn of_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, found),
        Expression::Select { selector, variants } => {
            of_inline(selector, found);
            variants.iter().for_each(|variant| arguments_of(&variant.value, found));
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|inline| of_inline(inline, found));
        }
        InlineExpression::Placeable { expression } => of_expression(expression, found),
        _ => {}
    }
}

/// The words of an action in the source language, its arguments resolved.
pub(super) fn say(action: &str, phrases: &BTreeMap<String, Phrase>, names: &Names, sink: &mut Sink) -> Option<Say> {
    let phrase = phrases.get(action).filter(|phrase| phrase.variants > 0)?;
    let mut args = Vec::new();
    for name in &phrase.arguments {
        match argument(name, names) {
            Some(argument) => args.push((name.clone(), argument)),
            None => {
                let known = names.readable_ids().chain(names.parameters.keys().map(String::as_str));
                let near = crate::model::value::nearest(name, known);
                sink.error(codes::ARGUMENT, phrase.place, format!("nothing fills the argument `${name}`")).help(
                    near.map_or_else(
                        || "name a fact, output, value, setting or parameter".to_owned(),
                        |near| format!("did you mean `${near}`?"),
                    ),
                );
            }
        }
    }
    Some(Say { message: action.to_owned(), variants: phrase.variants, args })
}

fn argument(name: &str, names: &Names) -> Option<Argument> {
    match names.symbol(name) {
        Some(Symbol::Name(name)) => Some(Argument::Name(name)),
        Some(Symbol::Setting(setting)) => Some(Argument::Setting(setting)),
        _ => names.parameters.get(name).map(|parameter: &ParameterId| Argument::Parameter(*parameter)),
    }
}

/// Compares another language with the source: missing messages and other arguments are warnings.
pub(super) fn compare(
    language: &str,
    source: &BTreeMap<String, Phrase>,
    other: &BTreeMap<String, Phrase>,
    sink: &mut Sink,
) {
    for (id, phrase) in source {
        let Some(translated) = other.get(id) else {
            sink.warning(codes::TRANSLATION, phrase.place, format!("`{id}` has no words in `{language}`"))
                .help(format!("add it to `phrases/{language}.ftl`"));
            continue;
        };
        if translated.arguments != phrase.arguments {
            let list = |of: &BTreeSet<String>| match of.is_empty() {
                true => "none".to_owned(),
                false => format!("`${}`", of.iter().cloned().collect::<Vec<_>>().join("`, `$")),
            };
            let (here, there) = (list(&translated.arguments), list(&phrase.arguments));
            sink.warning(
                codes::TRANSLATION,
                translated.place,
                format!("`{id}` has the arguments {here}, the source language {there}"),
            )
            .help("use the same arguments in all languages");
        }
    }
}

/// Reports messages whose id is of nothing in the pack.
pub(super) fn check_ids(phrases: &BTreeMap<String, Phrase>, known: &BTreeSet<String>, sink: &mut Sink) {
    for (id, phrase) in phrases {
        let stem = id.split_once('-').map_or(id.as_str(), |(stem, _)| stem);
        if !known.contains(stem) {
            let near = crate::model::value::nearest(stem, known.iter().map(String::as_str));
            sink.warning(codes::PHRASE, phrase.place, format!("the pack has no `{stem}` that these words are for"))
                .help(near.map_or_else(
                    || "a message bears the id of what it says".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                ));
        }
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_lowercase().collect::<String>()).unwrap_or_default();
    format!("{first}{}", letters.as_str().trim_end_matches('.'))
}
