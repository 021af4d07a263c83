//! Half of the core pack's scenarios settle their current step within four questions, as the tool itself asks them.
//!
//! - The *current step* is the first with an action that is not done. At the beginning nothing is done, so it is the first
//!   step of the plan that has an action.
//! - *Known at the beginning* is what the story tells of what stands in the ticket (`from = "ticket"`), of what nobody is
//!   asked, and of the rare exceptions that have a default. Of a ticket's field on which the story is silent nothing is
//!   known.
//! - A *question* is each that the measure of the step puts, best first: also those to which the story has no answer, so
//!   that the agent says "don't know".
//! - The step is *settled* when no question is left that could change it. It may then rest on defaults, which the plan
//!   shows as assumptions.
#![cfg(feature = "command")]
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop where its own data is wrong")]

use std::path::Path;

use amends::case::{self, Case};
use amends::engine::Engine;
use amends::model::{Fact, From, StepId, date};
use amends::pack;
use amends::plan::{self, Settled};

#[test]
fn half_of_the_scenarios_settle_their_current_step_within_four_questions() {
    let reading = pack::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/core")).expect("a readable folder");
    let engine = Engine::new(reading.pack.expect("a pack without errors"), String::new());
    let today = date::parse("2026-04-01").expect("a date");
    let mut within_four = 0;
    let mut asked = Vec::new();
    for scenario in &reading.scenarios {
        let given = scenario.case.iter().map(|(name, given)| (name.clone(), given.clone()));
        let told = case::read(given, &engine.pack, today).expect("a case that fits the pack");
        let questions = questions_until_settled(&engine, &told);
        within_four += usize::from(questions <= 4);
        asked.push(format!("{} {questions}", scenario.id));
    }
    let all = reading.scenarios.len();
    assert!(within_four * 2 >= all, "only {within_four} of {all}: {}", asked.join(", "));
}

/// How many questions are put until the current step is settled.
fn questions_until_settled(engine: &Engine, told: &Case) -> usize {
    let mut case = told.clone();
    for (fact, given) in engine.pack.facts.iter().zip(&mut case.given) {
        if !is_known_before(fact) {
            *given = None;
        }
    }
    let opening = plan::recommend(engine, &case);
    let current = opening.steps.iter().find(|step| !step.actions.is_empty()).expect("a plan with an action").step;
    let step = engine.pack.steps.iter().position(|step| step.id == current).map(StepId::at);
    let mut questions = 0_usize;
    while let Some(fact) = plan::next_questions(engine, &case, step).first().copied() {
        questions = questions.saturating_add(1);
        case.given[fact.index()].clone_from(&told.given[fact.index()]);
        if told.given[fact.index()].is_none() {
            case.declined.push(fact);
            case.declined.sort_unstable();
        }
    }
    let plan = plan::recommend(engine, &case);
    let settled = plan.steps.iter().find(|step| step.step == current).map(|step| step.settled);
    assert!(settled.is_some_and(|settled| settled != Settled::Open), "{current} is open without a question");
    questions
}

fn is_known_before(fact: &Fact) -> bool {
    fact.from == From::Ticket || fact.ask.is_none() || fact.default.is_some()
}
