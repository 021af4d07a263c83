//! W1: which questions a plan puts.
#![cfg(feature = "author")]
#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

mod sample;

use amends::case;
use amends::engine::Engine;
use amends::plan::{self, Settled};

const PACK: &str = r#"
[pack]
id = "supply"
version = "1.0.0"
language = "en"

[[fact]]
id = "event"
type = "choice"
values = ["outage", "drought"]
ask = "What happened?"

[[fact]]
id = "hours"
type = "number"
max = 10
applies = { event = "outage" }
ask = "For how many hours?"

[[fact]]
id = "days"
type = "number"
max = 10
applies = { event = "drought" }
ask = "For how many days?"

[[fact]]
id = "days_allowed"
type = "number"
max = 50
applies = { event = "drought" }
ask = "How many days did the permit allow?"

[[action]]
id = "pay"
step = "compensate"

[[rule]]
id = "too_long"
when = { days = "> days_allowed" }
do = ["pay"]
because = "No more was allowed."
"#;

/// How settled the plan of a case is, and what is worth asking.
fn asked(given: &str) -> (Settled, Vec<String>) {
    let engine = Engine::new(sample::read(PACK).pack.expect("a pack"), String::new());
    let case = case::from_json(given.as_bytes(), &engine.pack, 0).expect("a case that fits the pack");
    let plan = plan::recommend(&engine, &case);
    (plan.settled, plan.questions.iter().map(|question| question.fact.to_owned()).collect())
}

#[test]
fn two_facts_that_cannot_apply_are_not_asked_for_because_they_are_held_against_each_other() {
    assert_eq!(asked(r#"{ "event": "outage" }"#), (Settled::Yes, vec![]));
    // That hours are given says that it was an outage.
    assert_eq!(asked(r#"{ "hours": 7 }"#), (Settled::Yes, vec![]));
    let (settled, mut facts) = asked("{}");
    facts.sort_unstable();
    assert_eq!((settled, facts), (Settled::Open, ["days", "days_allowed", "event"].map(str::to_owned).to_vec()));
}

/// Whoever is heard is called too, and who is calm only where the failure is grave.
const ORDERED: &str = r#"
[pack]
id = "ordered"
version = "1.0.0"
language = "en"

[[fact]]
id = "angry"
type = "yes-no"
ask = "Is the customer angry?"

[[fact]]
id = "failure"
type = "choice"
values = ["slight", "grave"]
default = "slight"
ask = "How bad is it?"

[[action]]
id = "listen"
step = "understand"

[[action]]
id = "call"
step = "understand"

[[rule]]
id = "always"
do = ["listen"]
because = "Everybody is heard."

[[rule]]
id = "the_angry"
when = { angry = "yes" }
do = ["call"]
before = ["call", "listen"]
because = "A voice calms."

[[rule]]
id = "the_grave"
when = { angry = "no", failure = "grave" }
do = ["call"]
because = "It deserves a voice."
"#;

#[test]
fn e6_an_assumption_matters_where_its_release_lets_two_actions_stand_as_they_would_by_default() {
    let engine = Engine::new(sample::read(ORDERED).pack.expect("a pack"), String::new());
    let case = case::from_json(b"{}", &engine.pack, 0).expect("a case that fits the pack");
    let plan = plan::recommend(&engine, &case);
    // Whether somebody is called is open either way; that somebody listens first is so only of a grave failure.
    let mattering: Vec<bool> = plan.assumptions.iter().map(|assumption| assumption.matters).collect();
    assert_eq!(mattering, [true]);
}
