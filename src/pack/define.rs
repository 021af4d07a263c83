//! From declarations to the typed pack.

use std::collections::BTreeMap;

use crate::model::{
    ActionId, Condition, Definition, Derived, DerivedId, Formula, Pack, Role, Step, StepId, TableId, Type,
    ValueDefinition, When,
};

use super::codes;
use super::diagnostic::Sink;
use super::document::Text;
use super::ids;
use super::item::{self, Item};
use super::keys::Kind;
use super::outline::Outline;
use super::{Part, Places, action, calendar, cell, entry, fact, formula, promise, table};

/// Reads all definitions, in the order that the outline has its derived in.
pub(super) fn define(outline: &mut Outline<'_>, places: &mut Places, sink: &mut Sink) -> Pack {
    let mut pack = Pack {
        currency: outline.names.currency.clone(),
        steps: outline.steps.iter().map(|(id, title)| Step { id: id.clone(), title: title.clone() }).collect(),
        ..Pack::default()
    };
    header(outline, &mut pack, sink);
    let actions = actions_in_order(outline, sink);
    outline.names.actions =
        actions.iter().zip(0..).map(|((item, _), at)| (item.id.clone(), ActionId::at(at))).collect();
    ids::accept(&mut outline.names.actions, &outline.names.mistaken);
    for item in outline.items {
        if !item.id.is_empty() || item.kind.is_single() {
            places.of.insert((item.kind, item.id.clone()), item.place);
        }
    }
    let names = &outline.names;
    pack.calendar = outline.of_kind(Kind::Calendar).next().and_then(|item| calendar::read(item, sink));
    pack.roles = outline.of_kind(Kind::Role).map(|item| action::role(item, names, sink)).collect();
    check_roles(&pack.roles, outline, sink);
    pack.evidence = outline.of_kind(Kind::Evidence).filter_map(|item| promise::evidence(item, sink)).collect();
    let settings =
        outline.of_kind(Kind::Setting).zip(0..).filter_map(|(item, at)| fact::setting(item, at, names, sink));
    pack.settings = settings.collect();
    let parameters =
        outline.of_kind(Kind::Parameter).zip(0..).filter_map(|(item, at)| action::parameter(item, at, names, sink));
    pack.parameters = parameters.collect();
    let facts = outline.of_kind(Kind::Fact).zip(0..).filter_map(|(item, at)| fact::read(item, at, names, sink));
    pack.facts = facts.collect();
    pack.actions = actions.iter().map(|(item, step)| action::action(item, *step, names, sink)).collect();
    pack.derived = derived(outline, places, sink);
    tables_and_rules(outline, &mut pack, places, sink);
    pack.compensation =
        outline.of_kind(Kind::Compensation).next().and_then(|item| action::compensation(item, names, sink));
    inherit_at_most(&mut pack);
    pack.guarantees =
        outline.of_kind(Kind::Guarantee).filter_map(|item| promise::guarantee(item, names, sink)).collect();
    let language = pack.language.clone();
    pack.cues = outline.of_kind(Kind::Cue).filter_map(|item| promise::cue(item, &language, names, sink)).collect();
    pack
}

fn header(outline: &Outline<'_>, pack: &mut Pack, sink: &mut Sink) {
    let Some(item) = outline.of_kind(Kind::Pack).next() else { return };
    pack.id.clone_from(&item.id);
    pack.title = item.title(sink);
    pack.version = item.text("version", sink);
    pack.language = item.text("language", sink);
    item.require("version", "give it one, as in `version = \"1.0.0\"`", sink);
    if item.require("language", "name the language of its texts, as in `language = \"en\"`", sink).is_some() {
        let is_tag =
            !pack.language.is_empty() && pack.language.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if let (false, Some(node)) = (is_tag, item.get("language")) {
            sink.error(codes::BAD_VALUE, node.place, format_args!("`{}` is no language", pack.language))
                .help("write its tag, such as `en` or `pt-BR`");
        }
    }
}

/// Actions with their steps: by step, then as declared. An action without a step stands in the first, and is reported.
fn actions_in_order<'a>(outline: &Outline<'a>, sink: &mut Sink) -> Vec<(&'a Item, StepId)> {
    let steps =
        outline.of_kind(Kind::Action).map(|item| (item, action::step(item, &outline.names, sink).unwrap_or(StepId(0))));
    let mut actions: Vec<_> = steps.collect();
    actions.sort_by_key(|(_, step)| *step);
    for (item, _) in &actions {
        if outline.names.steps.contains_key(&item.id) {
            sink.error(codes::DUPLICATE, item.place, format_args!("`{}` is a step and an action", item.id))
                .help("steps and actions share their ids; give the action another");
        }
    }
    actions
}

fn check_roles(roles: &[Role], outline: &Outline<'_>, sink: &mut Sink) {
    if roles.is_empty() || roles.iter().any(|role| role.id == "agent") {
        return;
    }
    if let Some(first) = outline.of_kind(Kind::Role).next() {
        sink.warning(codes::UNKNOWN_NAME, first.place, "no role is `agent`")
            .help("a case that names no role is held by the role `agent`; declare it with what it `may_give`");
    }
}

/// Conditions and values; outputs refer to their tables.
fn derived(outline: &Outline<'_>, places: &mut Places, sink: &mut Sink) -> Vec<Derived> {
    let names = &outline.names;
    let mut derived = Vec::new();
    for (outlined, at) in outline.derived.iter().zip(0..) {
        let item = outlined.item;
        places.derived.insert(outlined.typed.id.clone(), outlined.typed.place);
        let kind = outlined.typed.kind.clone().unwrap_or(Type::Text);
        let definition = match (outlined.output, item.kind) {
            (Some((table, column)), _) => Definition::Output { table: TableId::at(table), column },
            (None, Kind::Condition) => {
                item.require("when", "say when it holds, as in `when = { contacts = \"> 1\" }`", sink);
                Definition::Condition(Condition {
                    when: cell::when(item, "when", When::always(), names, sink),
                    unless: cell::when(item, "unless", When::never(), names, sink),
                    grounds: entry::grounds(item, names, sink),
                })
            }
            (None, _) => Definition::Value(Box::new(value(outline, item, &kind, DerivedId::at(at), places, sink))),
        };
        let optional = outlined.optional;
        derived.push(Derived {
            id: outlined.typed.id.clone(),
            title: outlined.title.clone(),
            kind,
            optional,
            definition,
        });
    }
    derived
}

fn value(
    outline: &Outline<'_>,
    item: &Item,
    kind: &Type,
    at: DerivedId,
    places: &mut Places,
    sink: &mut Sink,
) -> ValueDefinition {
    let names = &outline.names;
    let known = outline.names.derived.get(at.index()).is_some_and(|typed| typed.kind.is_some());
    let text = |key: &str, sink: &mut Sink| item.get(key).and_then(|node| item::text(node, sink)).map(Text::trim);
    item.require("formula", "say how it is reckoned, as in `formula = \"price * 20 / 100\"`", sink);
    let mut read = |key: &str, part: Part| {
        let text = text(key, sink).filter(|_| known)?;
        places.formulas.insert((at, 0, part), text.place());
        formula::formula(text, kind, names, sink)
    };
    let formula = read("formula", Part::Formula);
    let (at_most, at_least) = (read("at_most", Part::AtMost), read("at_least", Part::AtLeast));
    let round = text("round", sink).filter(|_| known).and_then(|text| formula::rounding(text, kind, names, sink));
    ValueDefinition {
        formula: formula.unwrap_or(Formula::Constant { digits: 0, decimals: 0 }),
        at_most,
        at_least,
        round,
        grounds: entry::grounds(item, names, sink),
    }
}

/// Rules are rows of their table where they name one, else they choose actions.
fn tables_and_rules(outline: &Outline<'_>, pack: &mut Pack, places: &mut Places, sink: &mut Sink) {
    const OF_ROWS: [&str; 1] = ["set"];
    const OF_ACTIONS: [&str; 6] = ["do", "avoid", "with", "before", "first", "skip"];
    let mut rows: BTreeMap<usize, Vec<&Item>> = BTreeMap::new();
    for item in outline.of_kind(Kind::Rule) {
        let is_row = item.get("table").is_some();
        let (wrong, help): (&[&str], _) = match is_row {
            true => (
                &OF_ACTIONS,
                "a rule with `table` is a row of it, and gives outputs by `set`; write another rule for actions",
            ),
            false => (&OF_ROWS, "add `table`, the table whose row this is; for actions write `do`"),
        };
        for key in wrong {
            if let Some(pair) = item.node.table().unwrap_or(&[]).iter().find(|pair| pair.key == **key) {
                sink.error(codes::ROW_OR_RULE, pair.key_place, format_args!("`{key}` does not go with this rule"))
                    .help(help);
            }
        }
        if !is_row {
            let rule = action::rule(item, &outline.names, sink);
            pack.rules.push(rule);
        } else if let Some(table) = table::of_rule(item, &outline.table_ids, sink) {
            rows.entry(table).or_default().push(item);
        }
    }
    for (outlined, at) in outline.tables.iter().zip(0..) {
        let outputs: Vec<DerivedId> = outlined.outputs.iter().map(|output| DerivedId::at(*output)).collect();
        let reader = table::Reader {
            item: outlined.item,
            rules: rows.get(&at).map(Vec::as_slice).unwrap_or_default(),
            hit: outlined.hit,
            outputs: &outputs,
            names: &outline.names,
            derived: &pack.derived,
        };
        let table = reader.read(places, sink);
        pack.tables.push(table);
    }
}

/// The most that is paid is the amount's own cap, rounded as the amount is, unless the pack says otherwise.
fn inherit_at_most(pack: &mut Pack) {
    let Some(compensation) = pack.compensation.as_mut().filter(|compensation| compensation.at_most.is_none()) else {
        return;
    };
    let amount = pack.derived.get(compensation.amount.index()).map(|derived| &derived.definition);
    let Some(Definition::Value(value)) = amount else { return };
    compensation.at_most = value.at_most.clone().map(|cap| match value.round.clone() {
        Some((mode, step)) => Formula::Round { of: Box::new(cap), step: Box::new(step), mode },
        None => cap,
    });
}
