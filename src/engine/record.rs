//! What a case says once `applies` and defaults have been held against it.

use super::diagram::Node;
use super::layout::Layout;
use super::world::World;
use crate::case::Case;
use crate::model::{FactId, Pack, Value};
use crate::sorted;

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
        let mut record = Record {
            fixed: case.given.clone(),
            given: case.given.iter().map(Option::is_some).collect(),
            assumed: Vec::new(),
            set_aside: Vec::new(),
        };
        record.fixed.resize(pack.facts.len(), None);
        record.given.resize(pack.facts.len(), false);
        let constraint = loop {
            match record.first_set_aside(pack, layout, case.now) {
                Ok(constraint) => break constraint,
                Err(fact) => {
                    record.forget(fact);
                    record.set_aside.push(fact);
                }
            }
        };
        sorted::sort(&mut record.set_aside);
        record.assume(pack, layout, constraint);
        sorted::sort(&mut record.assumed);
        record
    }

    /// The same record with a fact that is assumed left unknown.
    pub fn releasing(&self, facts: &[FactId]) -> Record {
        let mut record = self.clone();
        record.assumed.retain(|fact| !facts.contains(fact));
        facts.iter().for_each(|fact| record.forget(*fact));
        record
    }

    fn forget(&mut self, fact: FactId) {
        if let Some(fixed) = self.fixed.get_mut(fact.index()) {
            *fixed = None;
        }
        if let Some(given) = self.given.get_mut(fact.index()) {
            *given = false;
        }
    }

    /// Holds the given facts against `applies` in dependency order: where they all apply, or the first that cannot.
    fn first_set_aside<'p>(&self, pack: &'p Pack, layout: &'p Layout, now: i64) -> Result<(World<'p>, Node), FactId> {
        let held = |fact: &FactId| self.given.get(fact.index()).copied().unwrap_or(false);
        let (mut constraint, mut set_aside) = (Node::YES, None);
        let world = World::build(pack, layout, now, self, &mut |world| {
            (constraint, set_aside) = (Node::YES, None);
            for fact in layout.dependency.iter().copied().filter(held) {
                let agrees = world.agrees(fact);
                constraint = world.diagrams.and(constraint, agrees);
                if constraint == Node::NO {
                    set_aside = Some(fact);
                    break;
                }
            }
        });
        set_aside.map_or(Ok((world, constraint)), Err)
    }

    /// Assumes defaults in the order in which facts are held against `applies`, unless that leaves no completion.
    fn assume(&mut self, pack: &Pack, layout: &Layout, (mut world, mut constraint): (World<'_>, Node)) {
        for id in layout.dependency.iter().copied() {
            let at = id.index();
            let default = pack.facts.get(at).and_then(|fact| fact.default.as_ref());
            let (Some(default), Some(None)) = (default, self.fixed.get(at)) else { continue };
            let atoms = world.atoms_of(id, default);
            let assumed = world.diagrams.restrict(constraint, &|variable| {
                atoms.iter().find(|(own, _)| *own == variable).map(|(_, atom)| *atom)
            });
            if assumed == Node::NO {
                continue;
            }
            constraint = assumed;
            if let Some(fixed) = self.fixed.get_mut(at) {
                *fixed = Some(default.clone());
            }
            self.assumed.push(id);
        }
    }
}
