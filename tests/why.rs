//! Why, and why not, for every kind of element.
#![cfg(feature = "author")]
#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

mod sample;

use amends::case::{self, Case};
use amends::engine::Engine;
use amends::model::date;
use amends::plan::{Holds, Reason, Why, explain, explain_all, recommend};

const PACK: &str = r#"
[pack]
id = "sample"
version = "1.0.0"
language = "en"
steps = ["fix", "close"]

[[parameter]]
id = "due"
type = "duration"
wins = "least"

[[fact]]
id = "broken"
type = "yes-no"
ask = "Is it broken?"

[[fact]]
id = "angry"
type = "yes-no"
ask = "Is the customer angry?"

[[action]]
id = "repair"
step = "fix"
must = true

[[action]]
id = "test_it"
step = "fix"

[[action]]
id = "say_goodbye"
step = "close"

[[rule]]
id = "what_is_broken_is_repaired"
when = { broken = "yes" }
do = ["repair", "test_it"]
with = { due = "2 h" }
because = "It is broken."

[[rule]]
id = "repaired_before_tested"
before = ["repair", "test_it"]
because = "There is nothing to test before."

[[rule]]
id = "nothing_is_broken"
when = { broken = "no" }
skip = "fix"
because = "There is nothing to mend."

[[rule]]
id = "no_cheer_for_the_angry"
when = { angry = "yes" }
avoid = ["say_goodbye"]
because = "It would mock them."

[[rule]]
id = "goodbye"
do = ["say_goodbye"]
because = "Every case ends."

[[rule]]
id = "goodbye_as_it_was"
do = ["say_goodbye"]
valid_until = 2020-12-31
because = "Every case ended."

[[table]]
id = "tone"
hit = "first"
when = { broken = "yes" }
outputs = [{ id = "tone_of_voice", type = "choice", values = ["warm", "plain"], optional = true }]
because = "The tone follows the mood."
rows = """
angry || tone_of_voice | because
yes   || plain         |
no    || warm          | They are in a good mood.
"""
"#;

/// The pack, and a case of it.
fn read(case: &str) -> (Engine, Case) {
    let pack = sample::read(PACK).pack.expect("no diagnostics");
    let today = date::parse("2026-11-22").expect("a date");
    let case: Case = case::from_json(case.as_bytes(), &pack, today).expect("the case reads");
    (Engine::new(pack, String::new()), case)
}

/// What is said of an element in a case.
fn said(element: &str, case: &str, look: impl Fn(&Why)) {
    let (engine, case) = read(case);
    look(&explain(&engine, &case, element).expect("an element"));
}

/// Rules, each with whether it holds.
fn named<'a>(reasons: &'a [Reason<'a>]) -> Vec<(&'a str, Holds)> {
    reasons.iter().map(|reason| (reason.rule.as_str(), reason.holds)).collect()
}

#[test]
fn every_action_of_a_plan_has_the_same_why_at_once_and_alone() {
    for case in ["{}", r#"{"angry": true}"#, r#"{"broken": true}"#, r#"{"broken": false, "angry": false}"#] {
        let (engine, case) = read(case);
        let at_once = explain_all(&engine, &case);
        let plan = recommend(&engine, &case);
        let mut planned = 0;
        for action in plan.steps.iter().flat_map(|step| &step.actions) {
            let alone = explain(&engine, &case, action.id).expect("an action");
            assert_eq!(at_once.get(action.id), Some(&alone), "{}", action.id);
            planned += 1;
        }
        assert_eq!(at_once.0.len(), planned, "and none of an action that is not planned");
    }
}

#[test]
fn what_avoids_an_action_is_an_element_of_its_own() {
    said("avoid:say_goodbye", r#"{"angry": false}"#, |why| {
        assert_eq!(named(&why.rules), [("no_cheer_for_the_angry", Holds::Never)]);
    });
    said("say_goodbye", r#"{"angry": true}"#, |why| {
        assert_eq!(named(&why.against), [("no_cheer_for_the_angry", Holds::Always)]);
    });
}

#[test]
fn a_rule_out_of_date_says_so_and_comes_last() {
    said("say_goodbye", "{}", |why| {
        assert_eq!(named(&why.rules), [("goodbye", Holds::Always), ("goodbye_as_it_was", Holds::Never)]);
        assert_eq!(why.rules.iter().map(|rule| rule.outdated).collect::<Vec<_>>(), [false, true]);
    });
}

#[test]
fn an_order_stands_on_the_demands_for_it_and_against_it() {
    said("repair<test_it", "{}", |why| {
        assert_eq!(named(&why.rules), [("repaired_before_tested", Holds::Always)]);
        assert!(why.against.is_empty());
    });
    said("test_it<repair", "{}", |why| assert_eq!(named(&why.against), [("repaired_before_tested", Holds::Always)]));
}

#[test]
fn what_must_be_done_keeps_its_step_from_being_left_out() {
    said("fix", r#"{"broken": true}"#, |why| {
        assert_eq!(named(&why.rules), [("nothing_is_broken", Holds::Never)]);
        assert_eq!(named(&why.against), [("what_is_broken_is_repaired", Holds::Always)]);
    });
}

#[test]
fn what_keeps_an_action_out_keeps_its_parameters_out() {
    said("repair.due", r#"{"broken": false}"#, |why| {
        assert_eq!(named(&why.rules), [("what_is_broken_is_repaired", Holds::Never)]);
        assert_eq!(named(&why.against), [("nothing_is_broken", Holds::Always)]);
    });
}

#[test]
fn the_gate_of_a_table_is_told_where_it_shuts_its_rows_out() {
    said("tone_of_voice", r#"{"broken": false, "angry": true}"#, |why| {
        assert_eq!(named(&why.rules), [("tone", Holds::Never), ("1", Holds::Never), ("2", Holds::Never)]);
    });
    said("tone_of_voice", r#"{"broken": true, "angry": true}"#, |why| {
        assert_eq!(named(&why.rules), [("1", Holds::Always), ("2", Holds::Never)]);
    });
}

#[test]
fn a_row_without_a_reason_of_its_own_names_the_table_that_it_has_it_from() {
    said("tone_of_voice", r#"{"broken": true, "angry": true}"#, |why| {
        let reasons: Vec<_> = why.rules.iter().map(|row| (row.because, row.table)).collect();
        assert_eq!(reasons, [("The tone follows the mood.", Some("tone")), ("They are in a good mood.", None)]);
    });
}
