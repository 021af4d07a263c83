//! Edits that rule authors make, some of which change no plan.

use amends::model::{
    ActionId, Cell, Definition, Demand, End, Entry, Formula, Hit, Name, Pack, Place, Row, Rule, Test, Type, Value,
    When, Wins,
};
use fastrand::Rng;

/// Changes a pack; false where there is nothing of the kind to change.
pub type Edit = fn(&mut Pack, &mut Rng) -> bool;

pub const EDITS: &[(&str, Edit)] = &[
    ("bound moved", move_bound),
    ("row dropped", drop_row),
    ("rows swapped", swap_rows),
    ("output changed", change_output),
    ("rule dropped", drop_rule),
    ("action taken from a rule", take_action),
    ("avoided action added", avoid),
    ("demand added", demand),
    ("demand dropped", drop_demand),
    ("setting changed", change_setting),
    ("limit changed", change_limit),
    ("must turned", turn_must),
    ("applies dropped", drop_applies),
    ("winner changed", change_winner),
    ("actions swapped", swap_actions),
    ("parameter set otherwise", set_otherwise),
    ("formula bounded", bound_formula),
    ("nothing renamed: default dropped", drop_default),
    ("renamed", rename),
    ("rows of a table without order swapped", swap_unordered),
    ("rule said twice", say_twice),
    ("rule parted in two", part_rule),
    ("clauses turned round", turn_clauses),
    ("rule through a condition", name_condition),
    ("most that may be paid shown", show_most),
    ("legal minimum shown", show_minimum),
];

/// Whether an edit changes no plan.
pub fn is_refactoring(kind: &str) -> bool {
    let first = EDITS.iter().position(|(own, _)| *own == "nothing renamed: default dropped").expect("listed");
    EDITS[first..].iter().any(|(own, _)| *own == kind)
}

/// Whether an edit changes what stands beside plans.
pub fn is_beside(kind: &str) -> bool {
    let first = EDITS.iter().position(|(own, _)| *own == "most that may be paid shown").expect("listed");
    EDITS[first..].iter().any(|(own, _)| *own == kind)
}

/// Rows are known by an id, so that numbers may change.
pub fn name_rows(pack: &mut Pack) {
    for table in &mut pack.tables {
        for (at, row) in table.rows.iter_mut().enumerate() {
            row.id = Some(format!("row{at}"));
        }
    }
}

fn pick<'a, T>(all: impl IntoIterator<Item = &'a mut T>, random: &mut Rng) -> Option<&'a mut T> {
    let all: Vec<&mut T> = all.into_iter().collect();
    let at = random.usize(0..all.len().max(1));
    all.into_iter().nth(at)
}

fn move_bound(pack: &mut Pack, random: &mut Rng) -> bool {
    let facts = pack.facts.clone();
    let mut whens: Vec<&mut When> = pack.rules.iter_mut().flat_map(|rule| [&mut rule.when, &mut rule.unless]).collect();
    whens.extend(pack.tables.iter_mut().flat_map(|table| table.rows.iter_mut()).map(|row| &mut row.when));
    let cells = whens.into_iter().flat_map(|when| when.0.iter_mut()).flat_map(|clause| clause.0.iter_mut());
    let ends = cells.flat_map(|cell: &mut Cell| {
        let kind = match cell.of {
            Name::Fact(fact) => Some(facts[fact.index()].kind.clone()),
            _ => None,
        };
        let mut ends = Vec::new();
        cell.tests.iter_mut().for_each(|test| each_end(test, &mut ends));
        ends.into_iter().map(move |end| (end, kind.clone()))
    });
    let mut all: Vec<(&mut End, Option<Type>)> = ends
        .filter(|(end, kind)| matches!(end, End::Constant(_)) && kind.as_ref().is_some_and(Type::is_quantity))
        .collect();
    if all.is_empty() {
        return false;
    }
    let at = random.usize(0..all.len());
    if let End::Constant(scalar) = &mut *all[at].0 {
        *scalar += if random.bool() { 1 } else { -1 };
    }
    true
}

fn each_end<'a>(test: &'a mut Test, into: &mut Vec<&'a mut End>) {
    match test {
        Test::Is(end) => into.push(end),
        Test::Range { low, high } => into.extend([low, high].into_iter().flatten().map(|bound| &mut bound.end)),
        Test::Not(tests) => tests.iter_mut().for_each(|test| each_end(test, into)),
        Test::Any | Test::None | Test::Unknown => {}
    }
}

fn drop_row(pack: &mut Pack, random: &mut Rng) -> bool {
    let Some(table) = pick(pack.tables.iter_mut().filter(|table| table.rows.len() > 1), random) else { return false };
    table.rows.remove(random.usize(0..table.rows.len()));
    true
}

fn swap_rows(pack: &mut Pack, random: &mut Rng) -> bool {
    let ordered = pack.tables.iter_mut().filter(|table| matches!(table.hit, Hit::First | Hit::RuleOrder));
    let Some(table) = pick(ordered.filter(|table| table.rows.len() > 1), random) else { return false };
    let at = random.usize(1..table.rows.len());
    table.rows.swap(at - 1, at);
    true
}

fn swap_unordered(pack: &mut Pack, random: &mut Rng) -> bool {
    let is_free = |hit| matches!(hit, Hit::Unique | Hit::Any | Hit::CollectSum | Hit::CollectMin | Hit::CollectCount);
    let free = pack.tables.iter_mut().filter(|table| is_free(table.hit) && table.rows.len() > 1);
    let Some(table) = pick(free, random) else { return false };
    table.rows.rotate_left(1);
    true
}

fn change_output(pack: &mut Pack, random: &mut Rng) -> bool {
    let entries =
        pack.tables.iter_mut().flat_map(|table| table.rows.iter_mut()).flat_map(|row: &mut Row| &mut row.entries);
    let Some(entry) = pick(entries.filter(|entry| matches!(entry, Entry::Value(Value::Scalar(_)))), random) else {
        return false;
    };
    if let Entry::Value(Value::Scalar(scalar)) = entry {
        *scalar = if *scalar == 0 { 1 } else { 0 };
    }
    true
}

fn drop_rule(pack: &mut Pack, random: &mut Rng) -> bool {
    pack.rules.remove(random.usize(0..pack.rules.len()));
    true
}

fn take_action(pack: &mut Pack, random: &mut Rng) -> bool {
    let Some(rule) = pick(pack.rules.iter_mut().filter(|rule| !rule.recommend.is_empty()), random) else {
        return false;
    };
    rule.recommend.remove(random.usize(0..rule.recommend.len()));
    true
}

fn avoid(pack: &mut Pack, random: &mut Rng) -> bool {
    let action = ActionId::at(random.usize(0..pack.actions.len()));
    pick(&mut pack.rules, random).is_some_and(|rule| {
        rule.avoid.push(action);
        true
    })
}

fn demand(pack: &mut Pack, random: &mut Rng) -> bool {
    let mut action = || Place::Action(ActionId::at(random.usize(0..pack.actions.len())));
    let (first, second) = (action(), action());
    let demand = if random.bool() { Demand::First(first) } else { Demand::Before(first, second) };
    pick(&mut pack.rules, random).is_some_and(|rule| {
        rule.demands.push(demand);
        true
    })
}

fn drop_demand(pack: &mut Pack, random: &mut Rng) -> bool {
    let Some(rule) = pick(pack.rules.iter_mut().filter(|rule| !rule.demands.is_empty()), random) else { return false };
    rule.demands.pop();
    true
}

fn change_setting(pack: &mut Pack, random: &mut Rng) -> bool {
    let Some(setting) = pick(&mut pack.settings, random) else { return false };
    setting.value = match setting.value {
        Value::Scalar(scalar) => Value::Scalar(scalar + 1),
        _ => return false,
    };
    true
}

fn change_limit(pack: &mut Pack, random: &mut Rng) -> bool {
    let Some(role) = pick(&mut pack.roles, random) else { return false };
    role.may_give = role.may_give.map_or(Some(7), |limit| Some(limit + 4));
    true
}

fn turn_must(pack: &mut Pack, random: &mut Rng) -> bool {
    pick(&mut pack.actions, random).is_some_and(|action| {
        action.must = !action.must;
        true
    })
}

fn drop_applies(pack: &mut Pack, random: &mut Rng) -> bool {
    let Some(fact) = pick(pack.facts.iter_mut().filter(|fact| !fact.applies.is_always()), random) else { return false };
    fact.applies = When::always();
    true
}

fn change_winner(pack: &mut Pack, random: &mut Rng) -> bool {
    let Some(parameter) = pick(&mut pack.parameters, random) else { return false };
    parameter.wins = if parameter.wins == Wins::Least { Wins::Greatest } else { Wins::Least };
    true
}

/// Two actions of one step change places in default order.
fn swap_actions(pack: &mut Pack, random: &mut Rng) -> bool {
    let at = random.usize(1..pack.actions.len());
    if pack.actions[at].step != pack.actions[at - 1].step {
        return false;
    }
    pack.actions.swap(at - 1, at);
    let swapped = |action: &mut ActionId| match action.index() {
        own if own == at => *action = ActionId::at(at - 1),
        own if own == at - 1 => *action = ActionId::at(at),
        _ => {}
    };
    for rule in &mut pack.rules {
        rule.recommend.iter_mut().chain(&mut rule.avoid).for_each(swapped);
        for demand in &mut rule.demands {
            let places = match demand {
                Demand::Before(first, second) => vec![first, second],
                Demand::First(first) => vec![first],
            };
            for place in places {
                if let Place::Action(action) = place {
                    swapped(action);
                }
            }
        }
    }
    true
}

fn set_otherwise(pack: &mut Pack, random: &mut Rng) -> bool {
    let entries = pack.rules.iter_mut().flat_map(|rule: &mut Rule| &mut rule.with).map(|(_, entry)| entry);
    let Some(entry) = pick(entries.filter(|entry| matches!(entry, Entry::Value(Value::Scalar(_)))), random) else {
        return false;
    };
    if let Entry::Value(Value::Scalar(scalar)) = entry {
        *scalar = if *scalar == 0 { 1 } else { 0 };
    }
    true
}

fn bound_formula(pack: &mut Pack, random: &mut Rng) -> bool {
    let values = pack.derived.iter_mut().filter_map(|derived| match &mut derived.definition {
        Definition::Value(value) if matches!(derived.kind, Type::Money { .. }) => Some(value),
        _ => None,
    });
    let Some(value) = pick(values, random) else { return false };
    value.at_most = Some(Formula::Constant { digits: 1, decimals: 0 });
    true
}

fn drop_default(pack: &mut Pack, random: &mut Rng) -> bool {
    let Some(fact) = pick(pack.facts.iter_mut().filter(|fact| fact.default.is_some()), random) else { return false };
    fact.default = None;
    true
}

fn rename(pack: &mut Pack, _: &mut Rng) -> bool {
    let ids = pack.tables.iter_mut().map(|table| &mut table.id);
    let ids = ids.chain(pack.derived.iter_mut().map(|derived| &mut derived.id));
    for id in ids.chain(pack.rules.iter_mut().map(|rule| &mut rule.id)) {
        *id = format!("renamed_{id}");
    }
    true
}

/// The same clauses once more.
fn say_twice(pack: &mut Pack, random: &mut Rng) -> bool {
    pick(&mut pack.rules, random).is_some_and(|rule| {
        let again = rule.when.0.clone();
        rule.when.0.extend(again);
        true
    })
}

/// A rule of which each half holds for some of the clauses. What sets nothing and demands nothing is in no conflict.
fn part_rule(pack: &mut Pack, random: &mut Rng) -> bool {
    let plain = |rule: &Rule| rule.when.0.len() > 1 && rule.with.is_empty() && rule.demands.is_empty();
    let Some(rule) = pick(pack.rules.iter_mut().filter(|rule| plain(rule)), random) else { return false };
    let mut half = rule.clone();
    half.id.push_str("_half");
    half.when.0.truncate(1);
    rule.when.0.remove(0);
    pack.rules.push(half);
    true
}

fn turn_clauses(pack: &mut Pack, random: &mut Rng) -> bool {
    pick(&mut pack.rules, random).is_some_and(|rule| {
        rule.when.0.reverse();
        rule.when.0.iter_mut().for_each(|clause| clause.0.reverse());
        true
    })
}

/// What stands beside a plan and reads nothing that it does not read is no element of it.
fn show_most(pack: &mut Pack, random: &mut Rng) -> bool {
    let Some(compensation) = &mut pack.compensation else { return false };
    let amount = Formula::Name(Name::Derived(compensation.amount));
    let seven = Formula::Constant { digits: 7, decimals: 0 };
    compensation.at_most = Some(if random.bool() { amount } else { seven });
    true
}

fn show_minimum(pack: &mut Pack, _: &mut Rng) -> bool {
    let Some(compensation) = &mut pack.compensation else { return false };
    compensation.legal_minimum = Some(Name::Derived(compensation.amount));
    true
}

fn name_condition(pack: &mut Pack, random: &mut Rng) -> bool {
    let at = random.usize(0..pack.rules.len());
    let (when, unless) = (pack.rules[at].when.clone(), pack.rules[at].unless.clone());
    let name = oracle::build::add_condition(pack, "named", when, unless);
    let cell = oracle::build::is(pack, name, 1);
    pack.rules[at].when = oracle::build::when(vec![cell]);
    pack.rules[at].unless = When::never();
    true
}
