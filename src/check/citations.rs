//! Evidence that nothing cites.

use std::collections::BTreeSet;

use crate::model::{Definition, Grounds, Pack};
use crate::pack::{Kind, Places, Scenario, Sink, codes};

/// Reports evidence that no part of the pack and no scenario names.
pub(super) fn check(pack: &Pack, scenarios: &[Scenario], places: &Places, sink: &mut Sink) {
    let mut cited: BTreeSet<&str> =
        scenarios.iter().flat_map(|scenario| &scenario.evidence).map(String::as_str).collect();
    for grounds in all_grounds(pack) {
        let ids = grounds.evidence.iter().filter_map(|evidence| pack.evidence.get(evidence.index()));
        cited.extend(ids.map(|evidence| evidence.id.as_str()));
    }
    for evidence in pack.evidence.iter().filter(|evidence| !cited.contains(evidence.id.as_str())) {
        let Some(place) = places.of.get(&(Kind::Evidence, evidence.id.clone())) else { continue };
        sink.warning(codes::UNCITED, *place, format_args!("nothing cites the evidence `{}`", evidence.id))
            .help("cite it where it supports something, or take it out");
    }
}

/// The grounds of everything that has them, rows included.
pub(super) fn all_grounds(pack: &Pack) -> impl Iterator<Item = &Grounds> {
    let derived = pack.derived.iter().filter_map(|derived| match &derived.definition {
        Definition::Condition(condition) => Some(&condition.grounds),
        Definition::Value(value) => Some(&value.grounds),
        Definition::Output { .. } => None,
    });
    let tables = pack.tables.iter().flat_map(|table| table.rows.iter().map(|row| &row.grounds).chain([&table.grounds]));
    let facts = pack.facts.iter().map(|fact| &fact.grounds);
    let settings = pack.settings.iter().map(|setting| &setting.grounds);
    let actions = pack.actions.iter().map(|action| &action.grounds);
    let rules = pack.rules.iter().map(|rule| &rule.grounds);
    let guarantees = pack.guarantees.iter().map(|guarantee| &guarantee.grounds);
    facts.chain(settings).chain(derived).chain(tables).chain(actions).chain(rules).chain(guarantees)
}
