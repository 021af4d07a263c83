//! C: what a case gives, what is assumed, and what is left open.

use amends::case::Case;
use amends::model::{ActionId, Fact, FactId, Pack, Test, Type, Value};
use oracle::build::{action, cell, choices, fact, is, name, number, rule, step, when};
use oracle::complete::Known;
use oracle::{Answer, Element, Status, World, ask};
use std::collections::BTreeSet;

const LIMIT: usize = 1_000;
const EVENT: usize = 0;
const ARRIVED: usize = 1;
const DAYS: usize = 2;

/// An event of three kinds; whether somebody arrived matters for the first, the days for the second.
fn visits() -> Pack {
    let mut pack = Pack {
        facts: vec![fact("event", Type::Choice(choices(3))), fact("arrived", Type::YesNo), fact("days", number(0, 2))],
        ..Pack::default()
    };
    pack.facts[ARRIVED].applies = when(vec![is(&pack, name(EVENT), 0)]);
    pack.facts[DAYS].applies = when(vec![is(&pack, name(EVENT), 1)]);
    pack
}

fn given(pack: &Pack, facts: &[(usize, Value)]) -> Case {
    let mut case = Case::empty(pack.facts.len(), 0);
    for (fact, value) in facts {
        case.given[*fact] = Some(value.clone());
    }
    case
}

fn completions(pack: &Pack, case: &Case) -> Vec<Vec<Value>> {
    let worlds = Known::new(pack, case, LIMIT).released(&BTreeSet::new()).expect("few");
    worlds.into_iter().map(|world: World| world.values).collect()
}

fn scalar(scalar: i64) -> Value {
    Value::Scalar(scalar)
}

fn set_aside(pack: &Pack, case: &Case) -> Vec<FactId> {
    ask(pack, case, LIMIT).expect("few").set_aside.into_iter().collect()
}

#[test]
fn c4_a_fact_that_does_not_apply_is_none() {
    let pack = visits();
    let all = completions(&pack, &given(&pack, &[]));
    assert_eq!(all.len(), 2 + 3 + 1);
    assert!(all.contains(&vec![scalar(2), Value::None, Value::None]));
    assert!(all.iter().all(|world| (world[ARRIVED] == Value::None) == (world[EVENT] != scalar(0))));
}

#[test]
fn c5_an_optional_fact_may_be_none_where_it_applies() {
    let mut pack = visits();
    pack.facts[ARRIVED].optional = true;
    assert_eq!(completions(&pack, &given(&pack, &[(EVENT, scalar(0))])).len(), 3);
}

#[test]
fn c6_a_given_value_restricts_the_completions_to_those_where_it_applies() {
    let pack = visits();
    let case = given(&pack, &[(ARRIVED, scalar(1))]);
    assert_eq!(completions(&pack, &case), [vec![scalar(0), scalar(1), Value::None]]);
}

#[test]
fn c6_given_as_none_a_fact_does_not_apply() {
    let pack = visits();
    let all = completions(&pack, &given(&pack, &[(ARRIVED, Value::None)]));
    assert!(all.iter().all(|world| world[EVENT] != scalar(0)));
    assert_eq!(all.len(), 3 + 1);
}

#[test]
fn c6_a_value_that_cannot_apply_is_set_aside() {
    let pack = visits();
    let case = given(&pack, &[(EVENT, scalar(1)), (ARRIVED, scalar(1))]);
    assert_eq!(set_aside(&pack, &case), [FactId::at(ARRIVED)]);
    assert_eq!(completions(&pack, &case).len(), 3, "as if it had not been given");
}

#[test]
fn c8_of_two_values_that_cannot_both_apply_the_later_is_set_aside() {
    let pack = visits();
    assert_eq!(set_aside(&pack, &given(&pack, &[(ARRIVED, scalar(1)), (DAYS, scalar(2))])), [FactId::at(DAYS)]);
}

#[test]
fn c8_dependency_goes_before_declaration() {
    let mut pack = visits();
    // `arrived` now rests on a fact that is declared after `days`, and so is held after it.
    pack.facts.push(fact("home", Type::YesNo));
    pack.facts[ARRIVED].applies = when(vec![is(&pack, name(EVENT), 0), is(&pack, name(3), 1)]);
    assert_eq!(set_aside(&pack, &given(&pack, &[(ARRIVED, scalar(1)), (DAYS, scalar(2))])), [FactId::at(ARRIVED)]);
}

#[test]
fn c7_a_default_stands_in_where_the_fact_applies_and_restricts_nothing() {
    let mut pack = visits();
    pack.facts[DAYS].default = Some(scalar(0));
    let all = completions(&pack, &given(&pack, &[]));
    assert_eq!(all.len(), 2 + 1 + 1);
    assert!(all.contains(&vec![scalar(1), Value::None, scalar(0)]));
}

#[test]
fn c7_a_default_that_would_set_a_given_value_aside_is_not_assumed() {
    let mut pack = visits();
    pack.facts[EVENT].default = Some(scalar(2));
    let case = given(&pack, &[(ARRIVED, scalar(1))]);
    let answer = ask(&pack, &case, LIMIT).expect("few");
    assert!(answer.assumptions.is_empty() && answer.set_aside.is_empty());
    assert_eq!(completions(&pack, &case)[0][EVENT], scalar(0));
}

#[test]
fn c7_an_assumption_is_listed_where_its_fact_applies_in_some_completion() {
    let mut pack = visits();
    pack.facts[DAYS].default = Some(scalar(0));
    let listed = |event| {
        let answer = ask(&pack, &given(&pack, &[(EVENT, scalar(event))]), LIMIT).expect("few");
        answer.assumptions.contains_key(&FactId::at(DAYS))
    };
    assert!(listed(1));
    assert!(!listed(0));
}

#[test]
fn c3_a_list_of_values_is_complete_knowledge_even_if_it_is_empty() {
    let pack = Pack { facts: vec![fact("faults", Type::Several(choices(3)))], ..Pack::default() };
    assert_eq!(completions(&pack, &given(&pack, &[])).len(), 8);
    assert_eq!(completions(&pack, &given(&pack, &[(0, Value::Set(0))])), [[Value::Set(0)]]);
}

/// One rule that concludes one action where the case does not give the fact.
fn until_known(fact: Fact) -> Pack {
    let mut pack = Pack {
        facts: vec![fact],
        steps: vec![step("understand")],
        actions: vec![action("ask_about_it", 0)],
        ..Pack::default()
    };
    let mut ask_about_it = rule("ask_about_it", when(vec![cell(&pack, name(0), vec![Test::Unknown])]));
    ask_about_it.recommend = vec![ActionId::at(0)];
    pack.rules = vec![ask_about_it];
    pack
}

fn only(pack: &Pack, case: &Case) -> (Answer, Status) {
    let answer = ask(pack, case, LIMIT).expect("few");
    let status = answer.status(&Element::Action(ActionId::at(0)));
    (answer, status)
}

#[test]
fn l8_e5_what_rests_on_the_record_is_certain_and_provisional() {
    let pack = until_known(fact("hurt", Type::YesNo));
    let (answer, status) = only(&pack, &given(&pack, &[]));
    assert_eq!(status, Status::Certain);
    assert_eq!(answer.provisional, BTreeSet::from([ActionId::at(0)]));
    assert_eq!(answer.asked, [FactId::at(0)], "W3");
    let (answer, status) = only(&pack, &given(&pack, &[(0, scalar(0))]));
    assert_eq!(status, Status::Excluded);
    assert!(answer.asked.is_empty());
}

#[test]
fn l8_an_assumed_fact_is_still_unknown_to_the_record() {
    let pack = until_known(Fact { default: Some(scalar(0)), ..fact("hurt", Type::YesNo) });
    assert_eq!(only(&pack, &given(&pack, &[])).1, Status::Certain);
}

#[test]
fn w4_what_is_declined_or_never_asked_keeps_nothing_open() {
    let mut pack = until_known(fact("hurt", Type::YesNo));
    let case = Case { declined: vec![FactId::at(0)], ..given(&pack, &[]) };
    let (answer, _) = only(&pack, &case);
    assert_eq!((answer.settled, answer.asked.len()), (oracle::Settled::Yes, 0));
    pack.facts[0].ask = None;
    let (answer, _) = only(&pack, &given(&pack, &[]));
    assert_eq!((answer.settled, answer.unaskable), (oracle::Settled::Yes, vec![FactId::at(0)]));
}
