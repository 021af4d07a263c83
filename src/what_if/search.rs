//! From the diagram of all changes to sets of facts with their values, each tried.

use crate::case::Case;
use crate::engine::diagram::{Node, Variable};
use crate::model::{FactId, Pack, Value};
use crate::plan::Shown;

use super::changed::Changed;
use super::fewest::{Facts, fewest};
#[cfg(feature = "author")]
use super::obstacle::obstacle;
use super::replay::Replay;
use super::values::{self, combinations};
use super::{Becomes, ChangeSet, Changes, Completeness, Way, cells, joining};

/// Sets of more facts are not looked for.
const MOST_FACTS: usize = 4;

/// Once so many sets are found, larger ones are not looked for.
const ENOUGH_SETS: usize = 5;

/// So many sets of the smallest size are told.
const MOST_SETS: usize = 12;

/// Whether all sets of at most [`MOST_FACTS`] were found, or there may be more.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    All,
    Cut,
}

/// Looks for changes of a case.
pub(super) struct Search<'a, 'pack, 'layout> {
    case: &'a Case,
    replay: Replay<'a, 'pack>,
    changed: Changed<'layout>,
}

impl<'a, 'pack, 'layout> Search<'a, 'pack, 'layout> {
    pub fn of(case: &'a Case, replay: Replay<'a, 'pack>, changed: Changed<'layout>) -> Self {
        Search { case, replay, changed }
    }

    /// The sets whose change adds the aim if it is `wanted`, else removes it.
    pub fn changes(&mut self, wanted: bool) -> Changes<'pack> {
        let works = self.changed.works(wanted);
        let is_blurred = self.changed.is_blurred();
        let (found, reach) = self.smallest(works);
        let mut sets = Vec::new();
        let mut is_doubtful = found.is_empty() && reach == Reach::Cut;
        for facts in found {
            match self.change(works, &facts, wanted) {
                Some(change) => sets.push(change),
                // Only where the limits were reached does a case of its own say otherwise than all of them together.
                None => is_doubtful = true,
            }
        }
        let extent = match sets.is_empty() {
            _ if is_blurred || is_doubtful => Completeness::Limits,
            true if works == Node::NO => Completeness::Impossible,
            true => Completeness::TooMany,
            false if reach == Reach::All => Completeness::All,
            false => Completeness::Smallest,
        };
        #[cfg(feature = "author")]
        let because = match extent {
            Completeness::Impossible => obstacle(&self.replay.engine.pack, &mut self.changed, self.replay.aim, wanted),
            _ => None,
        };
        Changes {
            sets,
            extent,
            #[cfg(feature = "author")]
            because,
        }
    }

    /// All sets of the smallest size, and larger ones until there are enough.
    fn smallest(&self, works: Node) -> (Vec<Facts>, Reach) {
        let changes = |variable: Variable, atom: u16| self.changed.changes(variable, atom);
        let mut found = Vec::new();
        let mut reach = Reach::All;
        for most in 1..=MOST_FACTS {
            let Some(more) = fewest(&self.changed.world.diagrams, works, most, &changes) else {
                reach = Reach::Cut;
                break;
            };
            found = more;
            if found.len() >= ENOUGH_SETS && most < MOST_FACTS {
                reach = Reach::Cut;
                break;
            }
        }
        let least = found.first().map_or(0, Vec::len);
        let of_least = found.iter().filter(|facts| facts.len() == least).count();
        let told = of_least.clamp(ENOUGH_SETS, MOST_SETS);
        if found.len() > told {
            found.truncate(told);
            reach = Reach::Cut;
        }
        (found, reach)
    }

    /// A set of facts with the values that do; `None` where a case of its own does not bear it out.
    fn change(&mut self, works: Node, facts: &[FactId], wanted: bool) -> Option<ChangeSet<'pack>> {
        let pack = &self.replay.engine.pack;
        let values = self.changed.values_of(works, facts);
        let changed = &mut self.changed;
        let near: Vec<(Variable, u16)> = facts
            .iter()
            .filter_map(|fact| Some((*fact, now(self.case, pack, *fact)?)))
            .flat_map(|(fact, now)| changed.world.atoms_of(fact, now))
            .collect();
        let near = |variable: Variable| near.iter().find(|(own, _)| *own == variable).map(|(_, atom)| *atom);
        let (combinations, is_all) = combinations(&mut changed.world, values, facts, &near);
        let mut ways = Vec::new();
        for of in &combinations {
            let all = |far: bool| -> Vec<(FactId, Value)> {
                let value =
                    |fact: &FactId| values::example(&self.changed.world, of, *fact, now(self.case, pack, *fact), far);
                facts.iter().map(|fact| (*fact, value(fact))).collect()
            };
            if ![false, true].into_iter().all(|far| self.replay.bears_out(self.case, &all(far), wanted)) {
                return None;
            }
            let becomes = all(false).into_iter().filter_map(|(fact, value)| {
                let declared = pack.facts.get(fact.index())?;
                let shown = |value: &Value| Shown::value(value, &declared.kind, pack);
                Some(Becomes {
                    fact: &declared.id,
                    now: now(self.case, pack, fact).map_or(Shown::Undetermined, shown),
                    tests: Vec::new(),
                    value: shown(&value),
                    cells: cells::cells(&self.changed.world, of, fact),
                })
            });
            ways.push(Way(becomes.collect()));
        }
        let is_short = joining::join(pack, &mut ways);
        let facts = facts.iter().filter_map(|fact| pack.facts.get(fact.index())).map(|fact| fact.id.as_str()).collect();
        Some(ChangeSet { facts, ways, more: !is_all || !is_short })
    }
}

/// What a case gives of a fact, else what is assumed of it.
fn now<'a>(case: &'a Case, pack: &'a Pack, fact: FactId) -> Option<&'a Value> {
    case.value(fact).or_else(|| pack.facts.get(fact.index()).and_then(|fact| fact.default.as_ref()))
}
