//! What rows and rules conclude, and the grounds that they stand on.

use crate::model::{Entry, EvidenceId, Formula, Grounds, Type, Value};

use super::codes;
use super::diagnostic::Sink;
use super::document::{Node, Text, Written};
use super::formula;
use super::item::{self, Item};
use super::literal;
use super::names::{self, Names, Symbol};

/// Reads an output cell: a value, `none`, `undecided`, or `=` and a formula.
pub(super) fn entry(text: Text<'_>, kind: &Type, names: &Names, sink: &mut Sink) -> Option<Entry> {
    let text = text.trim();
    match text.text {
        "none" => return Some(Entry::Value(Value::None)),
        "undecided" => return Some(Entry::Undecided),
        _ if text.text.starts_with('=') => return formula::formula(text, kind, names, sink).map(Entry::Formula),
        _ => {}
    }
    if kind.is_quantity() && names.symbol(text.text).is_some() {
        sink.error(codes::BAD_VALUE, text.place(), format_args!("`{}` is a name, where a value is due", text.text))
            .help(format_args!("write `= {}` for what it stands for", text.text));
        return None;
    }
    if kind.is_quantity() && is_reckoned(text.text, names) {
        sink.error(codes::BAD_VALUE, text.place(), format_args!("`{}` is a formula, where a value is due", text.text))
            .help(format_args!("write `= {}` for what it comes to", text.text));
        return None;
    }
    literal::value(text, kind, names, sink).map(Entry::Value)
}

/// Whether it can only be meant as a formula: a name, and an operation.
fn is_reckoned(text: &str, names: &Names) -> bool {
    let mut words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
    let has_operation =
        text.contains(['+', '*', '/', '(']) || [" - ", "days between "].iter().any(|sign| text.contains(sign));
    has_operation && words.any(|word| names.symbol(word).is_some())
}

/// [`entry`] for a value of a rule file: a text, number, yes-no or date, or a list for a `several`.
pub(super) fn entry_of_node(node: &Node, kind: &Type, names: &Names, sink: &mut Sink) -> Option<Entry> {
    match (&node.value, kind) {
        (Written::List(_), Type::Several(_)) => literal::set(&item::texts(node, sink), kind, sink).map(Entry::Value),
        _ => entry(item::text(node, sink)?, kind, names, sink),
    }
}

/// What a rule sets a parameter to: [`entry_of_node`], or the id of a setting.
pub(super) fn parameter(node: &Node, kind: &Type, names: &Names, sink: &mut Sink) -> Option<Entry> {
    let setting = node.scalar().map(Text::trim).and_then(|text| match names.symbol(text.text) {
        Some(Symbol::Setting(setting)) if !kind.choices().iter().any(|choice| choice.id == text.text) => {
            Some((text, setting))
        }
        _ => None,
    });
    let Some((text, setting)) = setting else { return entry_of_node(node, kind, names, sink) };
    let (typed, value) = names.settings.get(setting.index())?;
    let of_setting = typed.kind.as_ref()?;
    if kind.is_quantity() && super::kinds::are_alike(kind, of_setting) {
        return Some(Entry::Formula(Formula::Setting(setting)));
    }
    if super::kinds::are_alike(kind, of_setting) || kind.id() == of_setting.id() && kind.choices().is_empty() {
        return value.clone().map(Entry::Value);
    }
    sink.error(
        codes::DIFFERENT_TYPES,
        text.place(),
        format_args!("the setting `{}` is of the type `{}`, and `{}` is due", text.text, of_setting.id(), kind.id()),
    )
    .help("name a setting of the same type");
    None
}

/// The reason, evidence, validity and review of an item.
pub(super) fn grounds(item: &Item, names: &Names, sink: &mut Sink) -> Grounds {
    let day = |key: &str, sink: &mut Sink| item.get(key).and_then(|node| item::day(node, sink));
    let (valid_from, valid_until) = (day("valid_from", sink), day("valid_until", sink));
    if let (Some(from), Some(until), Some(node)) = (valid_from, valid_until, item.get("valid_until")) {
        check_validity(from, until, node.place, sink);
    }
    Grounds {
        because: item.text("because", sink),
        evidence: item.get("evidence").map(|node| evidence(&item::texts(node, sink), names, sink)).unwrap_or_default(),
        valid_from,
        valid_until,
        review_by: day("review_by", sink),
        approved_by: item.get("approved_by").and_then(|node| item::text(node, sink)).map(|text| text.text.to_owned()),
        ideas: ideas(item, sink),
    }
}

/// Reports a validity that ends before it begins.
pub(super) fn check_validity(from: i64, until: i64, place: super::document::Place, sink: &mut Sink) {
    if from > until {
        sink.error(codes::BAD_BOUNDS, place, "this validity ends before it begins").help("exchange the two dates");
    }
}

/// Evidence ids, with commas between.
pub(super) fn evidence(texts: &[Text<'_>], names: &Names, sink: &mut Sink) -> Vec<EvidenceId> {
    let ids = texts.iter().flat_map(|text| text.split(','));
    ids.filter_map(|id| names::find(&names.evidence, id, "evidence", sink)).collect()
}

/// The ids of the ideas that an item carries.
pub(super) fn ideas(item: &Item, sink: &mut Sink) -> Vec<String> {
    item.get("ideas")
        .map(|node| item::texts(node, sink))
        .unwrap_or_default()
        .iter()
        .map(|text| text.text.to_owned())
        .collect()
}
