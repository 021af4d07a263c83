//! The core pack keeps what it promises to those who rely on it.
#![cfg(feature = "author")]
#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

use std::collections::BTreeSet;
use std::path::Path;

use amends::model::{Grounds, Pack};
use amends::pack::{self, Reading};

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
            amends::model::Definition::Condition(condition) => {
                all.push((format!("condition {}", derived.id), &condition.grounds));
            }
            amends::model::Definition::Value(value) => all.push((format!("value {}", derived.id), &value.grounds)),
            amends::model::Definition::Output { .. } => {}
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
    let (reading, pack) = load("core");
    let mut carried: BTreeSet<&str> = BTreeSet::new();
    for (_, grounds) in grounds(&pack) {
        carried.extend(grounds.ideas.iter().map(String::as_str));
    }
    carried.extend(pack.evidence.iter().flat_map(|item| item.ideas.iter().map(String::as_str)));
    carried.extend(reading.scenarios.iter().flat_map(|scenario| scenario.ideas.iter().map(String::as_str)));
    let articles = [('B', 33), ('F', 51), ('U', 17), ('P', 60), ('G', 19)];
    let ideas = articles.into_iter().flat_map(|(letter, count)| (1..=count).map(move |at| format!("{letter}{at:02}")));
    let ideas: BTreeSet<String> = ideas.collect();
    let homeless: Vec<&String> = ideas.iter().filter(|idea| !carried.contains(idea.as_str())).collect();
    assert_eq!(homeless, Vec::<&String>::new());
    let unheard_of: Vec<&&str> = carried.iter().filter(|idea| !ideas.contains(**idea)).collect();
    assert_eq!(unheard_of, Vec::<&&str>::new());
}

#[test]
fn whatever_is_said_can_be_said_in_two_ways() {
    let (_, pack) = load("core");
    let said = pack.actions.iter().filter_map(|action| Some((action.id.as_str(), action.say.as_ref()?)));
    let monotonous: Vec<&str> = said.filter(|(_, say)| say.variants < 2).map(|(id, _)| id).collect();
    assert_eq!(monotonous, Vec::<&str>::new());
}

#[test]
fn what_is_sensitive_is_never_asked() {
    let (_, pack) = load("core");
    for fact in pack.facts.iter().filter(|fact| fact.sensitive) {
        assert_eq!(fact.ask, None, "{}", fact.id);
    }
}

#[test]
fn no_figure_of_a_vendor_stands_under_a_rule() {
    let (_, pack) = load("core");
    let figures: Vec<&str> = pack
        .rules
        .iter()
        .flat_map(|rule| &rule.grounds.evidence)
        .filter_map(|id| pack.evidence.get(id.index()))
        .filter(|item| item.tier == amends::model::Tier::VendorFigure)
        .map(|item| item.id.as_str())
        .collect();
    assert_eq!(figures, Vec::<&str>::new());
}
