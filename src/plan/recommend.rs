//! The recovery plan of a case.

mod actions;
mod compensation;
mod steps;

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::diagram::{Node, leaf_id};
use crate::engine::possible::Certainty;
use crate::engine::record::Record;
use crate::engine::world::World;
use crate::model::{ActionId, FactId, date};

use super::asking::{Asking, asking};
use super::assuming::assuming;
use super::conflicts::conflicts;
use super::elements::Elements;
use super::ordering;
use super::sequence::Sequence;
use super::{Assumption, Avoidance, PackIdentity, Plan, Question, Shown, Status};

/// The recovery plan of a case, exact over all its completions.
pub fn recommend<'pack>(engine: &'pack Engine, case: &Case) -> Plan<'pack> {
    let (record, world, elements) = Elements::build(engine, case);
    of_world(engine, case, &record, world, &elements)
}

/// The plan of a case once its elements are built.
pub fn of_world<'pack>(
    engine: &'pack Engine,
    case: &Case,
    record: &Record,
    mut world: World<'pack>,
    elements: &Elements,
) -> Plan<'pack> {
    let asking = asking(engine, case, record, &mut world, elements);
    let recorded = world.recordable();
    let mut provisional = Vec::new();
    for presence in &elements.presence {
        provisional.push(is_provisional(&mut world, *presence, &recorded));
    }
    world.constraint = world.recording(world.constraint, None);
    let mut certain = Vec::new();
    for (action, presence) in elements.presence.iter().enumerate() {
        if status(&mut world, *presence) == Some(Status::Certain) {
            certain.push(action);
        }
    }
    let assuming = match record.assumed.as_slice() {
        [] => Vec::new(),
        _ => assuming(case, record, &mut world, elements, &certain),
    };
    let sequence = ordering::shown(&mut world, elements.truths());
    let (world, asking) = (&mut world, &asking);
    Planning { engine, record, world, elements, asking, assuming, provisional, sequence }.plan()
}

/// Whether recording one more fact removes an action in some completion.
fn is_provisional(world: &mut World<'_>, presence: Node, recorded: &[FactId]) -> bool {
    if presence.as_leaf().is_some() {
        return false;
    }
    let now = world.recording(presence, None);
    recorded.iter().any(|fact| {
        let then = world.recording(presence, Some(*fact));
        let there = world.recordable_where(*fact);
        let is_lost =
            world.diagrams.combine(now, then, &mut |now, then| u32::from(now == leaf_id::YES && then != leaf_id::YES));
        world.diagrams.leaves_under(there, is_lost).contains(&leaf_id::YES)
    })
}

/// What a plan is shown from: the world, what its diagrams say, and what else was found.
struct Planning<'p, 'w> {
    engine: &'w Engine,
    record: &'p Record,
    world: &'p mut World<'w>,
    elements: &'p Elements,
    asking: &'p Asking,
    /// The assumptions that actions rest on.
    assuming: Vec<(usize, Vec<FactId>)>,
    /// By action.
    provisional: Vec<bool>,
    sequence: Sequence,
}

impl<'w> Planning<'_, 'w> {
    fn plan(&mut self) -> Plan<'w> {
        let pack = &self.engine.pack;
        Plan {
            pack: PackIdentity { id: pack.id.clone(), version: pack.version.clone(), hash: self.engine.hash.clone() },
            now: date::print(self.world.now),
            settled: self.asking.settled,
            steps: self.steps(),
            avoid: self.avoid(),
            compensation: self.compensation(),
            questions: self.questions(),
            unaskable: self.fact_ids(&self.asking.unaskable),
            assumptions: assumptions(self.world, &self.record.assumed, &self.asking.mattering),
            set_aside: self.fact_ids(&self.record.set_aside),
            conflicts: conflicts(self.world, &self.elements.clashes),
        }
    }

    fn fact_ids(&self, facts: &[FactId]) -> Vec<&'w str> {
        let mut ids = Vec::new();
        for fact in facts {
            if let Some(fact) = self.engine.pack.facts.get(fact.index()) {
                ids.push(fact.id.as_str());
            }
        }
        ids
    }

    /// How sure an action is; `None` where it is excluded.
    fn status(&mut self, action: usize) -> Option<Status> {
        self.elements.presence.get(action).and_then(|truth| status(self.world, *truth))
    }

    /// What is to be avoided, each with the reason of the first of the rules that are surest of it.
    fn avoid(&mut self) -> Vec<Avoidance<'w>> {
        let pack = &self.engine.pack;
        let mut avoid = Vec::new();
        for (at, (action, truth)) in pack.actions.iter().zip(&self.elements.avoid).enumerate() {
            let Some(status) = status(self.world, *truth) else { continue };
            let mut surest: Option<(Status, &str)> = None;
            for (rule, holds) in pack.rules.iter().zip(&self.elements.rules) {
                if rule.avoid.contains(&ActionId::at(at))
                    && let Some(own) = self::status(self.world, *holds)
                    && surest.is_none_or(|(known, _)| own < known)
                {
                    surest = Some((own, &rule.grounds.because));
                }
            }
            let because = surest.map_or("", |(_, because)| because);
            avoid.push(Avoidance { id: &action.id, title: &action.title, status, because });
        }
        avoid
    }

    fn questions(&self) -> Vec<Question<'w>> {
        let mut questions = Vec::new();
        for (id, score) in &self.asking.questions {
            if let Some(fact) = self.engine.pack.facts.get(id.index()) {
                questions.push(Question {
                    fact: &fact.id,
                    ask: fact.ask.as_deref().unwrap_or_default(),
                    from: fact.from.id(),
                    score: rounded(*score),
                });
            }
        }
        questions
    }
}

/// How sure a truth is as the record stands; `None` where it is excluded.
pub(super) fn status(world: &mut World<'_>, truth: Node) -> Option<Status> {
    let truth = world.recording(truth, None);
    match world.certainty(truth) {
        Certainty::Certain => Some(Status::Certain),
        Certainty::Possible => Some(Status::Possible),
        Certainty::Undetermined => Some(Status::Undetermined),
        Certainty::Excluded => None,
    }
}

/// Assumed facts that apply in some completion, with their defaults; `mattering` are those whose release alone changes
/// the answer.
pub fn assumptions<'pack>(
    world: &mut World<'pack>,
    assumed: &[FactId],
    mattering: &[FactId],
) -> Vec<Assumption<'pack>> {
    let pack = world.pack;
    let mut shown = Vec::new();
    for id in assumed {
        let applies = world.applies(*id);
        let (Some(fact), true) = (pack.facts.get(id.index()), world.is_possible(applies)) else { continue };
        if let Some(default) = &fact.default {
            let value = Shown::value(default, &fact.kind, pack);
            shown.push(Assumption { fact: &fact.id, value, matters: mattering.contains(id) });
        }
    }
    shown
}

/// To six decimals: further ones are noise of floating point, and the plan is compared byte for byte.
fn rounded(score: f64) -> f64 {
    (score * 1e6).round() / 1e6
}
