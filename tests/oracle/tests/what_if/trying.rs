//! Every change of a case, tried.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use amends::case::Case;
use amends::model::{FactId, Pack, Value, When};
use oracle::World;
use oracle::complete::{Known, domain};
use oracle::plan::plan;

use crate::aims::Aim;

/// Cases with more changes than this are passed over, and so are those with more completions.
const LIMIT: usize = 1_200;

/// Values for some facts.
pub type Values = BTreeMap<FactId, Value>;

/// How something stands over the completions of a case.
#[derive(Debug, Clone)]
pub struct Had {
    pub is_certain: bool,
    pub is_excluded: bool,
    /// Whether some completion has it, and whether some lacks it.
    pub in_some: [bool; 2],
}

pub struct Tried {
    /// By change that is one: how every aim stands then.
    pub changes: BTreeMap<Values, Vec<Had>>,
    pub set_aside: Vec<FactId>,
}

/// Every change of a case; `None` if there are too many, or too many completions.
pub fn try_all(pack: &Pack, case: &Case, aims: &[Aim]) -> Option<Tried> {
    let mut all = vec![Values::new()];
    for (at, fact) in pack.facts.iter().enumerate() {
        let id = FactId::at(at);
        let values: Vec<Value> = match case.value(id) {
            Some(Value::None) if !fact.optional => continue,
            None if fact.ask.is_none() || fact.sensitive => continue,
            given => domain(&fact.kind, fact.optional).filter(|value| Some(value) != given).collect(),
        };
        let more: Vec<Values> = all
            .iter()
            .flat_map(|before| {
                values.iter().map(move |value| {
                    let mut with = before.clone();
                    with.insert(id, value.clone());
                    with
                })
            })
            .collect();
        all.extend(more);
        if all.len() > LIMIT {
            return None;
        }
    }
    let mut known: HashMap<World, Vec<Option<bool>>> = HashMap::new();
    let mut changes = BTreeMap::new();
    for change in all {
        let changed = with(case, &change, None);
        let held = Known::new(pack, &changed, LIMIT);
        if change.keys().any(|fact| held.set_aside.contains(fact)) || !can_be_asked(pack, case, &change)? {
            continue;
        }
        let worlds = held.released(&BTreeSet::new()).ok()?;
        let mut had = vec![Had { is_certain: true, is_excluded: true, in_some: [false; 2] }; aims.len()];
        for world in worlds {
            let has = known.entry(world).or_insert_with_key(|world| {
                let evaluation = world.evaluation(pack, case);
                let plan = plan(&evaluation);
                aims.iter().map(|aim| aim.is_there(&evaluation, &plan)).collect()
            });
            for (had, has) in had.iter_mut().zip(has) {
                had.is_certain &= *has == Some(true);
                had.is_excluded &= *has == Some(false);
                had.in_some[0] |= *has == Some(true);
                had.in_some[1] |= *has == Some(false);
            }
        }
        changes.insert(change, had);
    }
    let set_aside = Known::new(pack, case, LIMIT).set_aside;
    Some(Tried { changes, set_aside })
}

/// Whether every fact that is given anew applies in every completion of the case with the others.
fn can_be_asked(pack: &Pack, case: &Case, change: &Values) -> Option<bool> {
    for fact in change.keys().filter(|fact| case.value(**fact).is_none()) {
        if pack.facts[fact.index()].applies == When::always() {
            continue;
        }
        let others = with(case, change, Some(*fact));
        let worlds = Known::new(pack, &others, LIMIT).released(&BTreeSet::new()).ok()?;
        if !worlds.iter().all(|world| world.applies[fact.index()]) {
            return Some(false);
        }
    }
    Some(true)
}

fn with(case: &Case, change: &Values, without: Option<FactId>) -> Case {
    let mut changed = case.clone();
    for (fact, value) in change.iter().filter(|(fact, _)| Some(**fact) != without) {
        changed.given[fact.index()] = Some(value.clone());
    }
    changed
}
