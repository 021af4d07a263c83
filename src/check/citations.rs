//! Evidence that nothing cites.

use std::collections::BTreeSet;

use crate::model::Pack;
use crate::pack::{Kind, Places, Scenario, Sink, codes};

/// Reports evidence that no part of the pack and no scenario names.
pub(super) fn check(pack: &Pack, scenarios: &[Scenario], places: &Places, sink: &mut Sink) {
    let mut cited: BTreeSet<&str> =
        scenarios.iter().flat_map(|scenario| &scenario.evidence).map(String::as_str).collect();
    for grounds in pack.all_grounds() {
        let ids = grounds.evidence.iter().filter_map(|evidence| pack.evidence.get(evidence.index()));
        cited.extend(ids.map(|evidence| evidence.id.as_str()));
    }
    for evidence in pack.evidence.iter().filter(|evidence| !cited.contains(evidence.id.as_str())) {
        let Some(place) = places.of.get(&(Kind::Evidence, evidence.id.clone())) else { continue };
        sink.warning(codes::UNCITED, *place, format_args!("nothing cites the evidence `{}`", evidence.id))
            .help("cite it where it supports something, or take it out");
    }
}
