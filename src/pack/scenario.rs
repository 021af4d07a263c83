//! Scenarios: stories with their cases and the plans expected of them.

use std::collections::BTreeMap;

use crate::case::{self, Given};
use crate::model::value::ValueError;
use crate::model::{Name, ParameterId, Type};

use super::codes;
use super::decimals;
use super::diagnostic::Sink;
use super::document::{Node, Text, Written};
use super::entry;
use super::item::{self, Item};
use super::literal::Problem;
use super::names::{Names, Symbol, find, unknown};
use super::{action, promise};

/// A story that trains people and tests the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    pub id: String,
    pub title: String,
    pub story: String,
    /// By fact; `now` and `role` may stand among them.
    pub case: BTreeMap<String, Given>,
    pub expect: Expectation,
    pub teach: String,
    pub evidence: Vec<String>,
    pub ideas: Vec<String>,
}

/// What the plan of a scenario must show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expectation {
    /// `do`: actions that are certain.
    pub recommend: Vec<String>,
    /// Actions that are not in the plan, and not possible.
    pub never: Vec<String>,
    /// Things that the plan says to avoid.
    pub avoid: Vec<String>,
    /// Steps that are left out.
    pub skip: Vec<String>,
    /// Of two actions or steps, the first before the second.
    pub order: Vec<(String, String)>,
    /// Outputs, conditions and values.
    pub values: BTreeMap<String, Given>,
    /// Parameters by action.
    pub with: BTreeMap<String, BTreeMap<String, Given>>,
    /// `yes`, `under assumptions` or `open`.
    pub settled: Option<String>,
}

/// The keys of what is expected.
pub(super) const EXPECTED: [&str; 8] = ["do", "never", "avoid", "skip", "order", "values", "with", "settled"];

/// What a plan can be.
pub(super) const SETTLED: [(&str, &str); 3] =
    [("yes", "yes"), ("under assumptions", "under assumptions"), ("open", "open")];

pub(super) fn read(item: &Item, names: &Names, sink: &mut Sink) -> Scenario {
    let mut case = BTreeMap::new();
    if let Some(node) = item.require("case", "give the facts, as in `case = { channel = \"email\" }`", sink) {
        for pair in item::table(node, sink) {
            let key = pair.key_text();
            let fact = names.facts.iter().find(|fact| fact.id == names.meant(key.text));
            if let Some(fact) = fact {
                fact.kind.iter().for_each(|kind| check_value(key.text, &pair.value, kind, names, sink));
            } else if key.text == "now" {
                check_value(key.text, &pair.value, &Type::NOW, names, sink);
            } else if key.text == "role" {
                check_value(key.text, &pair.value, &Type::Role, names, sink);
            } else {
                let facts = names.facts.iter().map(|fact| fact.id.as_str());
                if names.symbol(key.text).is_some() {
                    sink.error(
                        codes::WRONG_NAME,
                        key.place(),
                        format_args!("`{}` is no fact, and follows from the facts", key.text),
                    )
                    .help("give the facts; what follows from them can stand in `expect`, under `values`");
                } else {
                    unknown(key, "fact", facts, sink);
                }
            }
            case.insert(pair.key.clone(), given(&pair.value));
        }
    }
    let expect = item.get("expect").map(|node| expectation(node, names, sink)).unwrap_or_default();
    let evidence = item.get("evidence").map(|node| item::texts(node, sink)).unwrap_or_default();
    for id in &evidence {
        find(&names.evidence, *id, "evidence", sink);
    }
    Scenario {
        id: item.id.clone(),
        title: item.title(sink),
        story: item.text("story", sink).trim().to_owned(),
        case,
        expect,
        teach: item.text("teach", sink).trim().to_owned(),
        evidence: evidence.iter().map(|id| id.text.to_owned()).collect(),
        ideas: entry::ideas(item, sink),
    }
}

fn expectation(node: &Node, names: &Names, sink: &mut Sink) -> Expectation {
    item::table(node, sink);
    let texts = |key: &str, sink: &mut Sink| node.get(key).map(|node| item::texts(node, sink)).unwrap_or_default();
    let mut actions = |key: &str| -> Vec<String> {
        let ids = texts(key, sink).into_iter().filter(|id| find(&names.actions, *id, "action", sink).is_some());
        ids.map(|id| id.text.to_owned()).collect()
    };
    let (recommend, never, avoid) = (actions("do"), actions("never"), actions("avoid"));
    let skip = texts("skip", sink).into_iter().filter(|id| find(&names.steps, *id, "step", sink).is_some());
    let skip = skip.map(|id| id.text.to_owned()).collect();
    let mut order = Vec::new();
    for text in texts("order", sink) {
        let Some((earlier, later)) = promise::pair(text, sink) else { continue };
        if action::place(earlier, names, sink).is_some() && action::place(later, names, sink).is_some() {
            order.push((earlier.text.to_owned(), later.text.to_owned()));
        }
    }
    let mut values = BTreeMap::new();
    for pair in node.get("values").map(|node| item::table(node, sink)).unwrap_or_default() {
        match names.symbol(pair.key.as_str()) {
            None => unknown(pair.key_text(), "output, condition, value or table", names.testable(), sink),
            Some(Symbol::Name(name)) => check_result(name, &pair.key, &pair.value, names, sink),
            Some(Symbol::Setting(_) | Symbol::Table) => {}
        }
        values.insert(pair.key.clone(), given(&pair.value));
    }
    let with = node.get("with").map(|node| parameters(node, names, sink)).unwrap_or_default();
    let settled = node.get("settled").and_then(|node| item::text(node, sink)).map(Text::trim);
    let settled = settled.and_then(|text| item::one_of(text, "state of a plan", &SETTLED, sink)).map(str::to_owned);
    Expectation { recommend, never, avoid, skip, order, values, with, settled }
}

/// `{ "offer_a_call.due" = "2 h" }`, or a table of parameters for each action.
fn parameters(node: &Node, names: &Names, sink: &mut Sink) -> BTreeMap<String, BTreeMap<String, Given>> {
    let mut with: BTreeMap<String, BTreeMap<String, Given>> = BTreeMap::new();
    for pair in item::table(node, sink) {
        let key = pair.key_text();
        let (action, dotted) = match key.text.split_once('.') {
            Some((action, parameter)) => (action, Some(parameter)),
            None => (key.text, None),
        };
        find(&names.actions, key.slice(0..action.len()), "action", sink);
        let of_action = with.entry(action.to_owned()).or_default();
        if let Some(parameter) = dotted {
            let start = key.text.len().saturating_sub(parameter.len());
            let found = find(&names.parameters, key.slice(start..key.text.len()), "parameter", sink);
            check_parameter(found, key.text, &pair.value, names, sink);
            of_action.insert(parameter.to_owned(), given(&pair.value));
            continue;
        }
        for inner in item::table(&pair.value, sink) {
            let found = find(&names.parameters, inner.key_text(), "parameter", sink);
            check_parameter(found, &inner.key, &inner.value, names, sink);
            of_action.insert(inner.key.clone(), given(&inner.value));
        }
    }
    with
}

fn check_parameter(found: Option<ParameterId>, name: &str, node: &Node, names: &Names, sink: &mut Sink) {
    let kind = found.and_then(|parameter| names.parameter_types.get(parameter.index())?.as_ref());
    kind.into_iter().for_each(|kind| check_value(name, node, kind, names, sink));
}

/// Reports what `name` cannot come to; a hit policy may give a list of values.
fn check_result(of: Name, name: &str, node: &Node, names: &Names, sink: &mut Sink) {
    let Some(kind) = names.kind(of) else { return };
    match &node.value {
        Written::List(items) if names.is_list(of) => {
            items.iter().for_each(|item| check_value(name, item, kind, names, sink));
        }
        _ => check_value(name, node, kind, names, sink),
    }
}

/// Reports what no case could give for `name`, and no plan show of it.
fn check_value(name: &str, node: &Node, kind: &Type, names: &Names, sink: &mut Sink) {
    match (kind, &node.value) {
        (_, Written::Text(text)) if text == "none" => {}
        (Type::Role, Written::Text(_)) => {
            if let Some(role) = item::text(node, sink) {
                find(&names.roles, role, "role", sink);
            }
        }
        _ if let Some(written) =
            node.scalar().map(Text::trim).filter(|text| decimals::are_needless(text.text, kind)) =>
        {
            Problem::Value(ValueError::TooFine).report(written, kind, sink);
        }
        _ => {
            if let Err(error) = case::value_of(name, kind, &given(node)) {
                let help = error.help.unwrap_or_else(|| "write such a value, or mend the type of it".to_owned());
                sink.error(codes::BAD_VALUE, node.place, error.message).help(help);
            }
        }
    }
}

/// A value as a case would give it.
fn given(node: &Node) -> Given {
    match &node.value {
        Written::Text(text) | Written::Date(text) => Given::Text(text.clone()),
        Written::Number(number) => Given::Number(number.clone()),
        Written::YesNo(yes) => Given::YesNo(*yes),
        Written::List(nodes) => Given::List(nodes.iter().map(given).collect()),
        Written::Table(_) => Given::Other("a table"),
    }
}
