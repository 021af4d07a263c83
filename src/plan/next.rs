//! The next questions alone, without the plan: for interviews by the thousand.

use crate::case::Case;
use crate::engine::Engine;
use crate::model::{FactId, StepId};
use crate::sorted::{self, Set};

use super::asking;
use super::elements::Elements;

/// The facts that are worth asking for a step, or for the whole plan, best first: those that nothing is assumed of and
/// that may be asked. None where that is settled, if perhaps under assumptions. For the plan they are in the order of
/// its questions; for a step only the uncertainty of the step's own elements counts.
pub fn next_questions(engine: &Engine, case: &Case, step: Option<StepId>) -> Vec<FactId> {
    let pack = &engine.pack;
    let (record, mut world, elements) = Elements::build(engine, case);
    let mut all = elements.all(pack);
    let relevance = asking::find(&mut world, &elements, &all, None, &Set::default());
    let mut facts: Vec<FactId> = match step.map(|step| relevance.get(step.index())) {
        Some(facts) => facts.map_or_else(Vec::new, |facts| facts.to_vec()),
        None => asking::union(&relevance).into(),
    };
    facts.retain(|fact| asking::may_ask(pack, case, *fact) && !record.assumed.contains(fact));
    if facts.len() < 2 {
        return facts;
    }
    all.retain(|element| step.is_none() || element.step == step);
    let mut drops = vec![0.0; pack.facts.len()];
    asking::note_drops(&mut world, &all, &facts, &mut drops);
    let score = |id: &FactId| pack.facts.get(id.index()).map_or(0.0, |fact| asking::score(fact, *id, &drops));
    sorted::sort_by(&mut facts, &|a, b| score(b).total_cmp(&score(a)));
    facts
}
