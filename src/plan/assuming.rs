//! Which assumptions the actions of a plan rest on.

use crate::case::Case;
use crate::engine::diagram::{Node, Variable, leaf_id};
use crate::engine::record::Record;
use crate::engine::world::World;
use crate::model::FactId;

use super::elements::Elements;

/// The assumed facts that the presence of each of some actions rests on, which is certain. In declared order each assumption
/// is dropped if certainty survives without it and those dropped before; the rest are what it rests on.
pub fn assuming(
    case: &Case,
    record: &Record,
    world: &mut World<'_>,
    base: &Elements,
    actions: &[usize],
) -> Vec<(usize, Vec<FactId>)> {
    // All assumptions are released at once, as variables that are fixed again.
    let (elements, restoring) = base.releasing(world, case, &record.assumed);
    let mut atoms: Vec<(FactId, Variable, u16)> = Vec::new();
    for id in &record.assumed {
        if let Some(default) = world.pack.facts.get(id.index()).and_then(|fact| fact.default.as_ref()) {
            for (variable, atom) in world.atoms_of(*id, default) {
                atoms.push((*id, variable, atom));
            }
        }
    }
    let constraint = world.recording(world.constraint, None);
    let mut assuming = Vec::new();
    for action in actions {
        let presence = elements.presence.get(*action).copied().unwrap_or(Node::NO);
        let presence = world.recording(presence, None);
        let (mut kept, mut dropped) = (Vec::new(), Vec::new());
        for fact in &record.assumed {
            dropped.push(*fact);
            let atom = |variable: Variable| {
                let is_fixed = |(of, own, _): &&(FactId, Variable, u16)| *own == variable && !dropped.contains(of);
                atoms.iter().find(is_fixed).map(|(_, _, atom)| *atom)
            };
            let there = world.diagrams.restrict(constraint, &atom);
            let holds = world.diagrams.restrict(presence, &atom);
            if world.diagrams.leaves_under(there, holds) != [leaf_id::YES] {
                dropped.pop();
                kept.push(*fact);
            }
        }
        assuming.push((*action, kept));
    }
    world.restore(restoring);
    assuming
}
