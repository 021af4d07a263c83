//! Whoever opens a ticket of the core pack's scenarios knows what to do first after four questions.
#![cfg(feature = "command")]

use std::path::Path;

use amends::case::{self, Case};
use amends::engine::Engine;
use amends::model::{FactId, From, date};
use amends::pack;
use amends::plan::{self, Settled};

const QUESTIONS: [&str; 4] = ["what_happened", "anger", "asks_for", "need"];

#[test]
fn half_of_the_scenarios_settle_their_first_step_within_four_questions() {
    let reading = pack::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/core")).expect("a readable folder");
    let engine = Engine::new(reading.pack.expect("a pack without errors"), String::new());
    let pack = &engine.pack;
    let today = date::parse("2026-04-01").expect("a date");
    let mut settled = 0;
    for scenario in &reading.scenarios {
        let given = scenario.case.iter().map(|(name, given)| (name.clone(), given.clone()));
        let told = case::read(given, pack, today).expect("a case that fits the pack");
        let mut case = Case::empty(pack.facts.len(), today);
        for ((fact, told), at) in pack.facts.iter().zip(&told.given).zip(0..) {
            let is_answered = QUESTIONS.contains(&fact.id.as_str());
            if is_answered || fact.from == From::Ticket {
                case.given[usize::from(at)].clone_from(told);
                // What neither the ticket nor the story says, nobody knows.
                if told.is_none() && fact.default.is_none() {
                    case.declined.push(FactId(at));
                }
            }
        }
        let plan = plan::recommend(&engine, &case);
        let understand = plan.steps.iter().find(|step| step.step == "understand").expect("every plan begins so");
        settled += usize::from(understand.settled != Settled::Open);
    }
    let all = reading.scenarios.len();
    assert!(settled * 2 >= all, "only {settled} of {all}");
}
