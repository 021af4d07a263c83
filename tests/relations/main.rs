//! What research and fairness predict of any two complaints that differ in one fact, and of any one, tried on random ones.
//!
//! The guarantees of the core pack are proved for all cases; what is held here speaks of whole plans (which acts stay, by
//! when, by whom), for which the pack language has no sentence.
#![cfg(feature = "command")]
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop where its own data is wrong, and counts within small bounds"
)]

mod expected;
mod outline;
mod random;

use std::collections::BTreeSet;

use amends::model::Pack;
use amends::plan;

use expected::{EXPECTED, Expected, PLAIN, SUSPENDED};
use outline::{Outline, recommend};
use random::{core, fact, random, told, written};

/// So many random cases are tried for each relation of two, and a quarter as many for each expectation of one.
const CASES: usize = 40;
const SEED: u64 = 0x00A3_E4D5;

/// How much a role counts for: what it may give.
fn weight(pack: &Pack, role: &str) -> i64 {
    let role = pack.roles.iter().find(|of| of.id == role);
    role.map_or(-1, |role| role.may_give.unwrap_or(i64::MAX))
}

/// What stands in one plan and is worse in the other: slower, a lower rung of the ladder, or less money.
fn worse(pack: &Pack, before: &Outline, after: &Outline) -> Vec<String> {
    let mut found = Vec::new();
    for (action, due) in &before.due {
        if let Some(later) = after.due.get(action).filter(|later| *later > due) {
            found.push(format!("`{action}` within {later} minutes instead of {due}"));
        }
    }
    let ladder = ["one_owner", "escalate", "offer_mediator", "superior_apologises", "tell_director"];
    for rung in ladder.into_iter().filter(|rung| before.has(rung)) {
        let by = |outline: &Outline| outline.who.get(rung).map_or(-1, |who| weight(pack, who));
        if !after.has(rung) {
            found.push(format!("no `{rung}` any more"));
        } else if by(after) < by(before) {
            found.push(format!("`{rung}` by somebody of less weight"));
        }
    }
    let money = ["pay", "repay_loss", "give_back_price", "exchange", "do_again", "same_for_all"];
    for act in money.into_iter().filter(|act| before.has(act) && !after.has(act)) {
        found.push(format!("no `{act}` any more"));
    }
    if before.amount > after.amount {
        found.push(format!("{:?} cents instead of {:?}", after.amount, before.amount));
    }
    found
}

/// Changes a fact of each random case to each of the values in turn and compares the plans of neighbours.
fn compare(id: &str, values: &[&str], differ: impl Fn(&Pack, &Outline, &Outline) -> Vec<String>) -> Vec<String> {
    let engine = core();
    let pack = &engine.pack;
    let mut rng = fastrand::Rng::with_seed(SEED);
    let mut found = Vec::new();
    for _ in 0..CASES {
        let mut case = random(pack, &mut rng);
        let outlines = values.iter().map(|value| {
            case.given[fact(pack, id).index()] = Some(written(pack, id, value));
            (*value, recommend(&engine, &case))
        });
        let outlines: Vec<_> = outlines.collect();
        for pair in outlines.windows(2) {
            let [(from, before), (to, after)] = pair else { continue };
            let how = differ(pack, before, after);
            if !how.is_empty() {
                found.push(format!("{id} {from} → {to}: {}\n    {}", how.join(", "), told(pack, &case)));
            }
        }
    }
    found
}

fn assert_none(found: Vec<String>) {
    assert!(
        found.is_empty(),
        "{} of them:\n{}",
        found.len(),
        found.into_iter().take(12).collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn what_gets_worse_for_the_customer_never_lowers_speed_escalation_or_compensation() {
    let worsening: &[(&str, &[&str])] = &[
        ("impact", &["nuisance", "disruption", "serious"]),
        ("days_without", &["1 h", "3 days", "7 days", "30 days"]),
        ("recurrence", &["first", "repeated", "failed_recovery"]),
        ("contacts", &["1", "2", "3", "9"]),
        ("transfers", &["0", "1", "4"]),
        ("waited", &["0 min", "5 min", "10 min", "2 h"]),
        ("promise", &["kept", "missed"]),
        ("loss_growing", &["no", "yes"]),
        ("need", &["can_wait", "today", "live"]),
        ("crowd", &["no", "yes"]),
        ("vulnerable", &["no", "yes"]),
        ("bot", &["no", "yes"]),
        ("auto_reply", &["no", "yes"]),
        ("loss", &["0", "1", "500"]),
        ("price", &["1", "20", "900"]),
    ];
    assert_none(worsening.iter().flat_map(|(id, values)| compare(id, values, worse)).collect());
}

#[test]
fn who_the_customer_is_and_how_they_complain_never_changes_what_they_get() {
    let standing: &[(&str, &[&str])] = &[
        ("anger", &["calm", "annoyed", "angry", "furious"]),
        ("staff_abuse", &["civil", "abusive", "abusive_after_warning"]),
        ("channel", &["phone", "email", "social", "review", "in_person", "letter"]),
        ("asks_for", &["", "compensation", "refund, supervisor", "explanation", "improvement"]),
        ("language_shared", &["yes", "no"]),
        ("prefers_writing", &["no", "yes"]),
        ("regular", &["no", "yes"]),
        ("segment", &["home", "business"]),
        ("jurisdiction", &["elsewhere", "gb", "pl", "bg"]),
        ("talks_failed", &["no", "yes"]),
        ("verification", &["not_needed", "needed", "done"]),
        ("story_told", &["no", "yes"]),
        ("leaves", &["worse", "unmoved", "relieved", "pleased"]),
    ];
    let acts = [
        "pay",
        "repay_loss",
        "give_back_price",
        "exchange",
        "do_again",
        "personal_gesture",
        "same_for_all",
        "correct_bill",
        "regret",
        "take_responsibility",
        "explain_cause",
        "offer_alternatives",
        "explain_the_decision",
        "say_rights_stay",
    ];
    let differ = |_: &Pack, before: &Outline, after: &Outline| {
        let mut found: Vec<String> = acts
            .into_iter()
            .filter(|act| before.has(act) != after.has(act))
            .map(|act| format!("`{act}` is in one plan only"))
            .collect();
        if before.amount != after.amount || before.form != after.form {
            found.push(format!("{:?} {} and {:?} {}", before.amount, before.form, after.amount, after.form));
        }
        found
    };
    assert_none(standing.iter().flat_map(|(id, values)| compare(id, values, differ)).collect());
}

/// Tries what is expected on random cases, of which half are known in part only.
fn hold(expected: &[Expected], plain: &[(&str, &str)]) -> Vec<String> {
    let engine = core();
    let pack = &engine.pack;
    let mut rng = fastrand::Rng::with_seed(SEED);
    let mut found = Vec::new();
    for Expected { given, done, never, avoided } in expected {
        for number in 0..CASES / 4 {
            let mut case = random(pack, &mut rng);
            if number % 2 == 0 {
                case.given.iter_mut().for_each(|given| *given = given.take().filter(|_| rng.bool()));
            }
            for (id, value) in plain.iter().chain(*given) {
                case.given[fact(pack, id).index()] = Some(written(pack, id, value));
            }
            let plan = plan::recommend(&engine, &case);
            let outline = Outline::of(&plan);
            let possible: BTreeSet<&str> =
                plan.steps.iter().flat_map(|step| &step.actions).map(|action| action.id).collect();
            let missing = done.iter().filter(|act| !outline.has(act)).map(|act| format!("no `{act}`"));
            let wrong = never.iter().filter(|act| possible.contains(**act)).map(|act| format!("`{act}`"));
            let tempting = avoided
                .iter()
                .filter(|act| !outline.avoided.contains(**act))
                .map(|act| format!("no warning of `{act}`"));
            let wrong: Vec<String> = missing.chain(wrong).chain(tempting).collect();
            if !wrong.is_empty() {
                found.push(format!("{given:?}: {}\n    {}", wrong.join(", "), told(pack, &case)));
            }
        }
    }
    found
}

#[test]
fn a_plan_does_what_its_facts_ask_for_whatever_else_is_known() {
    assert_none(hold(EXPECTED, PLAIN));
}

#[test]
fn what_suspends_the_sequence_does_so_whatever_else_is_known() {
    assert_none(hold(SUSPENDED, &[]));
}
