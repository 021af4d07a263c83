//! Actions, roles, parameters, and the rules that choose among actions.

use crate::model::{
    Action, ActionId, Compensation, Demand, Justice, Name, Parameter, Place, Role, Rule, StepId, Type, When, Wins,
};

use super::codes;
use super::diagnostic::Sink;
use super::document::{Node, Text, Written};
use super::entry;
use super::item::{self, Item};
use super::names::{self, Names, Symbol, find};
use super::{cell, formula, literal};

const JUSTICES: [(&str, Justice); 3] = [
    ("distributive", Justice::Distributive),
    ("procedural", Justice::Procedural),
    ("interactional", Justice::Interactional),
];

/// The step of an action: what it says itself, else that of its file.
pub(super) fn step(item: &Item, names: &Names, sink: &mut Sink) -> Option<StepId> {
    if let Some(node) = item.get("step") {
        return find(&names.steps, item::text(node, sink)?, "step", sink);
    }
    let step = item.step_of_file.as_ref().and_then(|step| names.steps.get(step)).copied();
    if step.is_none() {
        let steps = names.steps.keys().map(String::as_str).collect::<Vec<_>>().join("`, `");
        sink.error(codes::NO_STEP, item.place, format_args!("{} belongs to no step", item.name())).help(format_args!(
            "add `step`, or put it into the file of a step, such as `steps/fix.toml`; the steps are `{steps}`"
        ));
    }
    step
}

pub(super) fn action(item: &Item, step: StepId, names: &Names, sink: &mut Sink) -> Action {
    let justice = item.get("justice").map(|node| item::texts(node, sink)).unwrap_or_default();
    let kind = item.text("kind", sink);
    Action {
        id: item.id.clone(),
        title: item.title(sink),
        step,
        justice: justice.into_iter().filter_map(|text| item::one_of(text, "justice", &JUSTICES, sink)).collect(),
        must: item.flag("must", sink),
        kind: (!kind.is_empty()).then_some(kind),
        say: None,
        grounds: entry::grounds(item, names, sink),
    }
}

pub(super) fn role(item: &Item, names: &Names, sink: &mut Sink) -> Role {
    let may_give = item.get("may_give").and_then(|node| {
        let text = item::text(node, sink)?.trim();
        let Some(currency) = names.currency.as_ref() else {
            sink.error(codes::NO_CURRENCY, node.place, "this is money, but the pack has no currency")
                .help("add `currency = \"EUR\"`, or another, to `[pack]`");
            return None;
        };
        let kind = Type::Money { decimals: currency.decimals, min: 0, max: i64::MAX };
        let scalar = literal::scalar(text, &kind, Some(currency));
        scalar.map_err(|problem| problem.report(text, &kind, sink)).ok()
    });
    Role { id: item.id.clone(), title: item.title(sink), may_give }
}

pub(super) fn parameter(item: &Item, at: usize, names: &Names, sink: &mut Sink) -> Option<Parameter> {
    const WINS: [(&str, Wins); 3] =
        [("least", Wins::Least), ("greatest", Wins::Greatest), ("conflict", Wins::Conflict)];
    let wins = item
        .get("wins")
        .and_then(|node| item::text(node, sink))
        .and_then(|text| item::one_of(text, "way to win", &WINS, sink));
    let wins = wins.unwrap_or_default();
    let (title, kind) = (item.title(sink), names.parameter_types.get(at)?.clone()?);
    if wins != Wins::Conflict && matches!(kind, Type::Choice(_) | Type::Several(_) | Type::Text | Type::YesNo) {
        let place = item.get("wins").map_or(item.place, |node| node.place);
        sink.error(
            codes::TEST_OF_OTHER_TYPE,
            place,
            format_args!("the type `{}` has no order, so none is least or greatest", kind.id()),
        )
        .help("write `conflict`, or make it a `level`");
    }
    Some(Parameter { id: item.id.clone(), title, kind, wins })
}

/// Reads a rule that chooses actions.
pub(super) fn rule(item: &Item, names: &Names, sink: &mut Sink) -> Rule {
    let when = cell::when(item, "when", When::always(), names, sink);
    let unless = cell::when(item, "unless", When::never(), names, sink);
    let recommend = actions(item, "do", names, sink);
    let avoid = actions(item, "avoid", names, sink);
    let mut with = Vec::new();
    for pair in item.get("with").map(|node| item::table(node, sink)).unwrap_or_default() {
        let Some(parameter) = find(&names.parameters, pair.key_text(), "parameter", sink) else { continue };
        let kind = names.parameter_types.get(parameter.index()).and_then(Option::as_ref);
        let value = kind.and_then(|kind| entry::parameter(&pair.value, kind, names, sink));
        with.extend(value.map(|value| (parameter, value)));
    }
    let mut demands = before(item, names, sink);
    let firsts = item.get("first").map(|node| item::texts(node, sink)).unwrap_or_default();
    demands.extend(firsts.into_iter().filter_map(|text| place(text, names, sink)).map(Demand::First));
    let skips = item.get("skip").map(|node| item::texts(node, sink)).unwrap_or_default();
    let skip: Vec<StepId> = skips.into_iter().filter_map(|text| find(&names.steps, text, "step", sink)).collect();
    let says_something = ["do", "avoid", "before", "first", "skip", "set"].iter().any(|key| item.get(key).is_some());
    if !says_something {
        sink.warning(codes::IDLE_RULE, item.place, format_args!("{} concludes nothing", item.name()))
            .help("add `do`, `avoid`, `before`, `first` or `skip`; for a row of a table `table` and `set`");
    } else if let (None, Some(node)) = (item.get("do"), item.get("with")) {
        sink.warning(codes::IDLE_RULE, node.place, "`with` sets something on what the rule does, and it does nothing")
            .help("add `do`");
    }
    let grounds = entry::grounds(item, names, sink);
    Rule { id: item.id.clone(), when, unless, recommend, avoid, with, demands, skip, grounds }
}

/// The actions that a list names, each once.
fn actions(item: &Item, key: &str, names: &Names, sink: &mut Sink) -> Vec<ActionId> {
    let mut actions = Vec::new();
    for text in item.get(key).map(|node| item::texts(node, sink)).unwrap_or_default() {
        let Some(action) = find(&names.actions, text, "action", sink) else { continue };
        if actions.contains(&action) {
            sink.error(codes::DUPLICATE, text.place(), format_args!("the action `{}` stands twice", text.trim().text))
                .help("take one of them out");
        } else {
            actions.push(action);
        }
    }
    actions
}

/// An action or a step.
pub(super) fn place(text: Text<'_>, names: &Names, sink: &mut Sink) -> Option<Place> {
    let text = text.trim();
    let action = names.actions.get(text.text).map(|action| Place::Action(*action));
    let place = action.or_else(|| names.steps.get(text.text).map(|step| Place::Step(*step)));
    if place.is_none() {
        let known = names.actions.keys().chain(names.steps.keys()).map(String::as_str);
        names::unknown(text, "action or step", known, sink);
    }
    place
}

/// One pair of texts, or a list of such pairs.
fn before(item: &Item, names: &Names, sink: &mut Sink) -> Vec<Demand> {
    let Some(node) = item.get("before") else { return Vec::new() };
    let pairs: Vec<&Node> = match &node.value {
        Written::List(nodes) if nodes.iter().any(|node| matches!(node.value, Written::List(_))) => {
            nodes.iter().collect()
        }
        _ => vec![node],
    };
    let mut demands = Vec::new();
    for pair in pairs {
        let [earlier, later] = item::texts(pair, sink)[..] else {
            sink.error(codes::ORDER, pair.place, "expected two: what stands before what")
                .help("write `before = [\"contain_hazard\", \"understand\"]`, or a list of such pairs");
            continue;
        };
        let (earlier, later) = (place(earlier, names, sink), place(later, names, sink));
        demands.extend(earlier.zip(later).map(|(earlier, later)| Demand::Before(earlier, later)));
    }
    demands
}

/// Reads what the plan pays.
pub(super) fn compensation(item: &Item, names: &Names, sink: &mut Sink) -> Option<Compensation> {
    let mut named = |key: &str, what: &str, fits: fn(&Type) -> bool| {
        let text = item::text(item.get(key)?, sink)?.trim();
        let name = names.tested(text, sink)?;
        if names.kind(name).is_some_and(|kind| !fits(kind)) {
            sink.error(codes::COMPENSATION, text.place(), format_args!("`{}` is no {what}", text.text))
                .help(format_args!("name an output or value whose type is that of a {what}"));
            return None;
        }
        Some((name, text))
    };
    let is_money = |kind: &Type| matches!(kind, Type::Money { .. });
    let amount = named("amount", "amount of money", is_money);
    let legal_minimum = named("legal_minimum", "amount of money", is_money);
    let form = named("form", "choice of forms", |kind| {
        matches!(kind, Type::Choice(_) | Type::Level(_) | Type::Several(_) | Type::Text)
    });
    let mut derived = |named: Option<(Name, Text<'_>)>| match named {
        Some((Name::Derived(derived), _)) => Some(derived),
        Some((_, text)) => {
            sink.error(codes::COMPENSATION, text.place(), format_args!("`{}` is a fact", text.text))
                .help("name a value, or an output of a table");
            None
        }
        None => None,
    };
    let (amount, form) = (derived(amount), derived(form));
    item.require("amount", "name the money that is paid, as in `amount = \"goodwill_amount\"`", sink);
    let of_amount = amount.and_then(|amount| names.kind(Name::Derived(amount)));
    let at_most = item
        .get("at_most")
        .zip(of_amount)
        .and_then(|(node, kind)| formula::formula(item::text(node, sink)?, kind, names, sink));
    Some(Compensation { amount: amount?, form, legal_minimum: legal_minimum.map(|(name, _)| name), at_most })
}

/// Actions and parameters share no namespace; a promise may name either.
pub(super) fn is_parameter(text: Text<'_>, names: &Names) -> bool {
    !names.actions.contains_key(text.text) && names.parameters.contains_key(text.text)
}

/// The name of a quantity or other thing that promises speak of.
pub(super) fn subject(text: Text<'_>, names: &Names, sink: &mut Sink) -> Option<Name> {
    let text = text.trim();
    match names.symbol(text.text) {
        Some(Symbol::Name(name)) => Some(name),
        _ => names.tested(text, sink),
    }
}
