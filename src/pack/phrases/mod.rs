//! Phrases: Fluent messages that say the pack's actions, and the pack's texts in further languages. `docs/PHRASES.md` is the
//! scheme as authors know it.
//!
//! [`read`] (files → messages) → [`say()`] (what fills the words of an action) → [`texts::all`] (what a translation has to say)
//! → [`mod@compare`] (what a language lacks or says otherwise).

mod changes;
mod compare;
mod say;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Attribute, Entry, Expression, InlineExpression, Message, Pattern, PatternElement};

use super::codes;
use super::diagnostic::{Sink, SourceFile};
use super::document::Place;

pub use changes::{PhraseChange, phrase_changes};
pub(super) use compare::{check_source, compare};
pub(super) use say::say;
pub(super) use texts::all as texts;
pub use texts::value_attribute;

/// Says in an attribute of a message, or for a whole file in the message [`REVIEWED_FILE`], whether a native reader has
/// reviewed it: `yes` or `no`.
const REVIEWED: &str = "reviewed";
const REVIEWED_FILE: &str = "phrases-reviewed";
/// What the numbered ways of saying an action are called.
const WAYS: [&str; 2] = ["v", "spoken"];

/// The messages of one language by id.
pub(super) type Phrases = BTreeMap<String, Phrase>;

/// A message of one language.
#[derive(Debug)]
pub(super) struct Phrase {
    place: Place,
    /// Its attributes by name; its value, if it has one, stands under the empty name.
    forms: BTreeMap<String, Form>,
}

/// A value or an attribute.
#[derive(Debug)]
struct Form {
    /// The text where nothing in it is filled or selected.
    plain: Option<String>,
    arguments: BTreeSet<String>,
}

impl Phrase {
    /// Its ways of writing it: as many as it has `.v1`, `.v2` and so on, else its value alone.
    fn variants(&self) -> u8 {
        let numbered = self.forms.keys().filter(|name| number(name, "v").is_some()).count();
        match u8::try_from(numbered).unwrap_or(u8::MAX) {
            0 => u8::from(self.forms.contains_key("")),
            variants => variants,
        }
    }
}

/// The number of the attribute `v2` or `spoken2`.
fn number(attribute: &str, way: &str) -> Option<u8> {
    attribute.strip_prefix(way)?.parse().ok()
}

/// The messages of one language by id; a later file replaces a message of an earlier one.
pub(super) fn read(files: &[u16], all: &[SourceFile], sink: &mut Sink) -> Phrases {
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
                format_args!("this is no Fluent message: {}", lower_first(&error.kind.to_string())),
            )
            .help("a message reads `offer_a_call = May we call you?`, its further lines indented");
        }
        let mut own = BTreeSet::new();
        for message in resource.body.iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            _ => None,
        }) {
            let phrase = phrase(message, *at, text, sink);
            if !own.insert(message.id.name) {
                sink.error(
                    codes::DUPLICATE,
                    phrase.place,
                    format_args!("the message `{}` stands twice", message.id.name),
                )
                .help("write variants as attributes: `.v1 = …`, `.v2 = …`");
                continue;
            }
            phrases.insert(message.id.name.to_owned(), phrase);
        }
    }
    phrases
}

fn phrase(message: &Message<&str>, file: u16, text: &str, sink: &mut Sink) -> Phrase {
    let place_of = |name: &str| {
        let start = name.as_ptr().addr().saturating_sub(text.as_ptr().addr());
        Place { file, start, end: start.saturating_add(name.len()) }
    };
    let mut forms = BTreeMap::new();
    if let Some(value) = &message.value {
        forms.insert(String::new(), form(value));
    }
    for Attribute { id, value } in &message.attributes {
        if forms.insert(id.name.to_owned(), form(value)).is_some() {
            sink.error(codes::DUPLICATE, place_of(id.name), format_args!("the attribute `.{}` stands twice", id.name))
                .help("number the ways of saying it: `.v1`, `.v2`, `.spoken1`");
        }
    }
    for (Attribute { id, .. }, way) in message.attributes.iter().flat_map(|own| WAYS.map(|way| (own, way))) {
        let Some(number) = number(id.name, way) else { continue };
        let before = format!("{way}{}", number.saturating_sub(1));
        if id.name != format!("{way}1") && !forms.contains_key(&before) {
            sink.error(codes::PHRASE, place_of(id.name), format_args!("`.{}` follows no `.{before}`", id.name))
                .help("number the ways of saying it from 1, without a gap");
        }
    }
    Phrase { place: place_of(message.id.name), forms }
}

fn form(pattern: &Pattern<&str>) -> Form {
    let mut arguments = BTreeSet::new();
    arguments_of(pattern, &mut arguments);
    let texts = pattern.elements.iter().map(|element| match element {
        PatternElement::TextElement { value } => Some(*value),
        PatternElement::Placeable { .. } => None,
    });
    Form { plain: texts.collect::<Option<String>>(), arguments }
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

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_lowercase().collect::<String>()).unwrap_or_default();
    format!("{first}{}", letters.as_str().trim_end_matches('.'))
}
