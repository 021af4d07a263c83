//! The core pack keeps what it promises to those who rely on it.
#![cfg(feature = "command")]
#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use amends::case::{self, Case};
use amends::check::ideas;
use amends::engine::Engine;
use amends::model::{Definition, Grounds, Pack, Tier, date};
use amends::pack::{self, Expectation, Reading, Scenario, SourceFile};
use amends::plan::{self, Plan, Settled, Why};
use amends::proof::guarantees::{self, Verdict};

fn load(name: &str) -> (Reading, Pack) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules").join(name);
    let mut reading = pack::load(&folder).expect("a readable folder");
    assert_eq!(reading.diagnostics, [], "{name}");
    let pack = reading.pack.take().expect("a pack without errors");
    (reading, pack)
}

/// What carries grounds, with what a message calls it.
fn grounds(pack: &Pack) -> Vec<(String, &Grounds)> {
    let mut all = Vec::new();
    all.extend(pack.facts.iter().map(|fact| (format!("fact {}", fact.id), &fact.grounds)));
    all.extend(pack.settings.iter().map(|setting| (format!("setting {}", setting.id), &setting.grounds)));
    all.extend(pack.actions.iter().map(|action| (format!("action {}", action.id), &action.grounds)));
    all.extend(pack.rules.iter().map(|rule| (format!("rule {}", rule.id), &rule.grounds)));
    all.extend(pack.tables.iter().map(|table| (format!("table {}", table.id), &table.grounds)));
    for table in &pack.tables {
        all.extend(table.rows.iter().zip(1..).map(|(row, at)| (format!("row {at} of {}", table.id), &row.grounds)));
    }
    all.extend(pack.guarantees.iter().map(|guarantee| (format!("guarantee {}", guarantee.id), &guarantee.grounds)));
    for derived in &pack.derived {
        match &derived.definition {
            Definition::Condition(condition) => {
                all.push((format!("condition {}", derived.id), &condition.grounds));
            }
            Definition::Value(value) => all.push((format!("value {}", derived.id), &value.grounds)),
            Definition::Output { .. } => {}
        }
    }
    all
}

#[test]
fn the_core_pack_and_its_example_overlay_read_without_a_diagnostic() {
    load("core");
    load("example_overlay");
}

#[test]
fn every_scenario_goes_as_it_is_told() {
    for name in ["core", "example_overlay"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules").join(name);
        let told =
            Command::new(env!("CARGO_BIN_EXE_amends")).arg("test").arg(folder).output().expect("the command runs");
        assert!(told.status.success(), "{name}\n{}", String::from_utf8_lossy(&told.stdout));
    }
}

#[test]
fn of_a_case_of_which_nothing_is_known_no_sum_is_named() {
    let core = concat!(env!("CARGO_MANIFEST_DIR"), "/rules/core");
    let told = Command::new(env!("CARGO_BIN_EXE_amends")).args(["recommend", core]).output().expect("the command runs");
    let told = String::from_utf8_lossy(&told.stdout);
    let compensation = told.split("Compensation\n").nth(1).expect("a plan that speaks of money");
    assert!(compensation.trim_start().starts_with("◐ no sum"), "{compensation}");
    assert!(!compensation.contains("1500000"), "{compensation}");
}

#[test]
fn every_rule_row_and_guarantee_says_why_and_on_what_it_stands() {
    let (_, pack) = load("core");
    let speaks = ["rule ", "row ", "guarantee "];
    let silent: Vec<String> = grounds(&pack)
        .into_iter()
        .filter(|(name, _)| speaks.iter().any(|kind| name.starts_with(kind)))
        .filter(|(_, grounds)| grounds.because.is_empty() || grounds.evidence.is_empty())
        .map(|(name, _)| name)
        .collect();
    assert_eq!(silent, Vec::<String>::new());
}

#[test]
fn every_guarantee_is_proved_for_every_case() {
    let (_, pack) = load("core");
    let verdicts = guarantees::prove(&pack, date::parse("2026-04-01").expect("a date"));
    let ids = pack.guarantees.iter().map(|guarantee| guarantee.id.as_str());
    let unproved: Vec<_> = ids.zip(&verdicts).filter(|(_, verdict)| **verdict != Verdict::Proved).collect();
    assert_eq!(unproved, []);
    assert_eq!(verdicts.len(), pack.guarantees.len());
}

#[test]
fn every_source_is_cited() {
    let (reading, pack) = load("core");
    let mut cited: BTreeSet<&str> = BTreeSet::new();
    for (_, grounds) in grounds(&pack) {
        cited.extend(
            grounds.evidence.iter().filter_map(|id| pack.evidence.get(id.index())).map(|item| item.id.as_str()),
        );
    }
    cited.extend(reading.scenarios.iter().flat_map(|scenario| scenario.evidence.iter().map(String::as_str)));
    let uncited: Vec<&str> =
        pack.evidence.iter().map(|item| item.id.as_str()).filter(|id| !cited.contains(id)).collect();
    assert_eq!(uncited, Vec::<&str>::new());
}

/// The ideas of the five articles that the product grew from, by the letter of the article.
#[test]
fn every_idea_has_a_home() {
    let (mut reading, pack) = load("core");
    reading.pack = Some(pack);
    let articles = [('B', 33), ('F', 51), ('U', 17), ('P', 60), ('G', 19)];
    let ideas =
        articles.into_iter().flat_map(|(letter, count)| (1..=count).map(move |at| format!("{letter}{at:02}\n")));
    let list = SourceFile { name: "ideas".to_owned(), text: ideas.collect() };
    assert_eq!(ideas::check(&mut reading, list), []);
}

#[test]
fn whatever_is_said_can_be_said_in_two_ways() {
    let (_, pack) = load("core");
    let said = pack.actions.iter().filter_map(|action| Some((action.id.as_str(), action.say.as_ref()?)));
    let monotonous: Vec<&str> = said.filter(|(_, say)| say.variants < 2).map(|(id, _)| id).collect();
    assert_eq!(monotonous, Vec::<&str>::new());
}

#[test]
fn all_that_is_said_is_said_in_six_languages() {
    let (reading, pack) = load("core");
    let languages: Vec<&str> = reading.phrases.keys().map(String::as_str).collect();
    assert_eq!(languages, ["bg", "el", "en", "fa", "pl", "uk"]);
    // What is said on the page of others, or invites away from it, is never said aloud.
    let written_only = ["answer_in_public", "move_to_private"];
    for (language, source) in &reading.phrases {
        let messages: BTreeMap<&str, &str> =
            source.split("\n\n").filter_map(|message| message.trim_start().split_once(" =\n")).collect();
        for action in pack.actions.iter().filter(|action| action.say.is_some()) {
            let is_spoken = messages.get(action.id.as_str()).is_some_and(|message| message.contains(".spoken1 = "));
            assert_eq!(is_spoken, !written_only.contains(&action.id.as_str()), "{language}: {}", action.id);
        }
    }
}

#[test]
fn what_is_sensitive_is_never_asked() {
    let (_, pack) = load("core");
    for fact in pack.facts.iter().filter(|fact| fact.sensitive) {
        assert_eq!(fact.ask, None, "{}", fact.id);
    }
}

#[test]
fn no_figure_of_a_vendor_stands_under_what_shapes_a_plan() {
    let (_, pack) = load("core");
    let shapes = ["rule ", "row ", "table ", "condition ", "value ", "setting ", "guarantee "];
    let figures: Vec<String> = grounds(&pack)
        .into_iter()
        .filter(|(name, _)| shapes.iter().any(|kind| name.starts_with(kind)))
        .filter(|(_, grounds)| {
            let mut evidence = grounds.evidence.iter().filter_map(|id| pack.evidence.get(id.index()));
            evidence.any(|item| item.tier == Tier::VendorFigure)
        })
        .map(|(name, _)| name)
        .collect();
    assert_eq!(figures, Vec::<String>::new());
}

/// What counts of a plan when two are compared: not why, not the words, the assumptions or the questions.
fn elements(mut plan: Plan) -> Plan {
    plan.pack.hash.clear();
    plan.settled = Settled::Yes;
    plan.questions.clear();
    plan.unaskable.clear();
    plan.assumptions.clear();
    for step in &mut plan.steps {
        step.settled = Settled::Yes;
        step.moved = None;
        step.skipped = step.skipped.take().map(|_| Why { rules: Vec::new(), against: Vec::new() });
        step.actions.iter_mut().for_each(|action| {
            action.assuming.clear();
            action.say = None;
        });
    }
    plan.avoid.iter_mut().for_each(|avoidance| avoidance.because = "");
    plan
}

/// The scenarios and what the pack says of them.
struct Told<'a> {
    engine: &'a Engine,
    /// Those of which most is known come first: their plans are made soonest.
    scenarios: Vec<(&'a Scenario, Case, OnceCell<Plan<'a>>)>,
}

impl<'a> Told<'a> {
    fn new(reading: &'a Reading, engine: &'a Engine) -> Self {
        let today = date::parse("2026-04-01").expect("a date");
        let read = |scenario: &'a Scenario| {
            let given = scenario.case.iter().map(|(name, given)| (name.clone(), given.clone()));
            (scenario, case::read(given, &engine.pack, today).expect("a case that fits the pack"), OnceCell::new())
        };
        let mut scenarios: Vec<_> = reading.scenarios.iter().map(read).collect();
        scenarios.sort_by_key(|(scenario, _, _)| Reverse(scenario.case.len()));
        Told { engine, scenarios }
    }

    /// Whether the plan of some scenario changes with the pack. The `likely` ones are tried first.
    fn notices(&self, changed: Pack, likely: impl Fn(&Scenario, &Case) -> bool) -> bool {
        let engine = Engine::new(changed, String::new());
        let (likely, others): (Vec<_>, Vec<_>) =
            self.scenarios.iter().partition(|(scenario, case, _)| likely(scenario, case));
        likely.into_iter().chain(others).any(|(_, case, plan)| {
            let before = plan.get_or_init(|| elements(plan::recommend(self.engine, case)));
            elements(plan::recommend(&engine, case)) != *before
        })
    }
}

#[test]
fn every_rule_is_needed_by_a_scenario() {
    let (reading, pack) = load("core");
    let engine = Engine::new(pack.clone(), String::new());
    let told = Told::new(&reading, &engine);
    let mut idle = Vec::new();
    for (at, rule) in pack.rules.iter().enumerate() {
        let mut without = pack.clone();
        without.rules.remove(at);
        let actions = rule.recommend.iter().chain(&rule.avoid).filter_map(|id| pack.actions.get(id.index()));
        let actions: BTreeSet<&String> = actions.map(|action| &action.id).collect();
        let speaks_of = |scenario: &Scenario, _: &Case| {
            let Expectation { recommend, avoid, .. } = &scenario.expect;
            recommend.iter().chain(avoid).any(|action| actions.contains(action))
        };
        if !told.notices(without, speaks_of) {
            idle.push(rule.id.as_str());
        }
    }
    assert_eq!(idle, Vec::<&str>::new(), "no plan changes when these rules are gone");
}

#[test]
fn every_row_of_a_table_is_needed_by_a_scenario() {
    let (reading, pack) = load("core");
    let engine = Engine::new(pack.clone(), String::new());
    let told = Told::new(&reading, &engine);
    let mut idle = Vec::new();
    for (at, table) in pack.tables.iter().enumerate() {
        for row in 0..table.rows.len() {
            let mut without = pack.clone();
            let gone = without.tables[at].rows.remove(row);
            let name = gone.id.unwrap_or_else(|| row.saturating_add(1).to_string());
            let fits = |_: &Scenario, case: &Case| {
                plan::decide(told.engine, case, &table.id).expect("a table of the pack").rows == [name.as_str()]
            };
            if !told.notices(without, fits) {
                idle.push(format!("{} {name}", table.id));
            }
        }
    }
    assert_eq!(idle, Vec::<String>::new(), "no plan changes when these rows are gone");
}
