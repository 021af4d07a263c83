//! What a case says once `applies` and defaults have been held against it.

use super::diagram::Node;
use super::layout::Layout;
use super::world::World;
use crate::case::Case;
use crate::model::{FactId, Pack, Value};
use crate::sorted::Set;

/// What is fixed of a case: what it gives and what is assumed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// By fact: the value that it is fixed at.
    pub fixed: Vec<Option<Value>>,
    /// By fact: whether the case gives it, and it was not set aside.
    pub given: Vec<bool>,
    /// Facts that are fixed at their default, in declared order.
    pub assumed: Vec<FactId>,
    /// Facts that the case gives and that cannot apply, in declared order.
    pub set_aside: Vec<FactId>,
}

impl Record {
    /// Holds a case against `applies`, then assumes the defaults that set no given value aside.
    pub fn of(pack: &Pack, layout: &Layout, case: &Case) -> Record {
        Record::in_world(pack, layout, case).0
    }

    /// The same, and all completions of what is fixed then.
    pub fn in_world<'p>(pack: &'p Pack, layout: &'p Layout, case: &Case) -> (Record, World<'p>) {
        let mut record = Record {
            fixed: case.given.clone(),
            given: case.given.iter().map(Option::is_some).collect(),
            assumed: Vec::new(),
            set_aside: Vec::new(),
        };
        record.fixed.resize(pack.facts.len(), None);
        record.given.resize(pack.facts.len(), false);
        let mut set_aside = Set::default();
        let mut world = loop {
            let mut world = World::build(pack, layout, case.now, &record, &mut |_| {});
            if world.at_odds.is_empty() {
                break world;
            }
            for fact in std::mem::take(&mut world.at_odds) {
                record.forget(fact);
                set_aside.insert(fact);
            }
        };
        record.set_aside = set_aside.into();
        record.assume(&mut world);
        (record, world)
    }

    fn forget(&mut self, fact: FactId) {
        if let Some(fixed) = self.fixed.get_mut(fact.index()) {
            *fixed = None;
        }
        if let Some(given) = self.given.get_mut(fact.index()) {
            *given = false;
        }
    }

    /// Assumes defaults in the order in which facts are held against `applies`, unless that leaves no completion.
    fn assume(&mut self, world: &mut World<'_>) {
        let mut assumed_facts = Set::default();
        let mut constraint = world.constraint;
        for id in world.layout.dependency.iter().copied() {
            let at = id.index();
            let default = world.pack.facts.get(at).and_then(|fact| fact.default.as_ref());
            let (Some(default), Some(None)) = (default, self.fixed.get(at)) else { continue };
            let assumed = if constraint.as_leaf().is_some() {
                constraint
            } else {
                let atoms = world.atoms_of(id, default);
                world.diagrams.restrict(constraint, &|variable| {
                    atoms.iter().find(|(own, _)| *own == variable).map(|(_, atom)| *atom)
                })
            };
            if assumed == Node::NO {
                continue;
            }
            constraint = assumed;
            if let Some(fixed) = self.fixed.get_mut(at) {
                *fixed = Some(default.clone());
            }
            assumed_facts.insert(id);
        }
        self.assumed = assumed_facts.into();
        world.fix(&self.assumed, &self.fixed);
    }
}
