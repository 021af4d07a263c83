//! The scenarios: a story to read aloud, what its plan must show, and what it teaches.

use amends::pack::{Kind, Scenario};

use super::Described;
use super::rules::place;
use super::sources::{escaped, joined};

pub fn stories(described: &Described) -> String {
    let scenarios = &described.reading.scenarios;
    if scenarios.is_empty() {
        return String::new();
    }
    let each = scenarios.iter().map(|scenario| story(described, scenario));
    format!("## Stories\n\n{}", each.collect::<Vec<_>>().join("\n"))
}

fn story(described: &Described, scenario: &Scenario) -> String {
    let pack = described.pack;
    let titles = |ids: &[String]| {
        let known = ids.iter().filter_map(|id| pack.actions.iter().find(|action| action.id == *id));
        known.map(|action| format!("“{}”", escaped(&action.title))).collect::<Vec<_>>().join(", ")
    };
    let said = |word: &str, ids: &[String]| match ids.is_empty() {
        true => String::new(),
        false => format!("{word} {}", titles(ids)),
    };
    let expect = &scenario.expect;
    let ordered = expect.order.iter().map(|(first, second)| {
        let named = |id: &str| super::rules::named(id, pack).map_or_else(String::new, |found| place(found, pack));
        format!("{} before {}", named(first), named(second))
    });
    let plan = joined(
        [
            said("do", &expect.recommend),
            said("never", &expect.never),
            said("avoid", &expect.avoid),
            ordered.collect::<Vec<_>>().join("; "),
        ],
        "; ",
    );
    let plan = if plan.is_empty() { plan } else { format!("**The plan:** {plan}.\n\n") };
    let teach = if scenario.teach.is_empty() {
        String::new()
    } else {
        format!("**What it teaches:** {}\n\n", escaped(&scenario.teach))
    };
    let source = described.sources.of(Kind::Scenario, &scenario.id);
    let title = escaped(&scenario.title);
    let paragraphs: Vec<String> =
        scenario.story.split("\n\n").map(escaped).filter(|paragraph| !paragraph.is_empty()).collect();
    format!("### {title}\n\n{}\n\n{plan}{teach}{source}\n", paragraphs.join("\n\n"))
}
