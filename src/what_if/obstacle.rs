//! Why no change of facts is enough.

use serde::Serialize;

use crate::engine::diagram::{Node, leaf_id};
use crate::engine::world::World;
use crate::model::{ActionId, Pack, Rule};
use crate::sorted::Set;

use super::aim::Aim;
use super::changed::Changed;
use super::presence;
use super::standing::Standing;

/// What keeps every change of facts from being enough.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Obstacle<'pack> {
    /// No rule of the pack brings it about: of an order, one of the two actions is recommended by none.
    NoRule { id: &'pack str },
    /// No case has both actions in its plan.
    NeverTogether,
    /// Wherever both are in a plan, the other stands first.
    OtherFirst,
    /// It is so whatever the facts, or is not so whatever they are.
    WhateverTheFacts,
    /// It hangs on facts that the case does not give and nobody is to be sent to ask for.
    Unasked { facts: Vec<&'pack str> },
}

/// Why nothing adds an aim if it is `wanted`, or removes it; `None` where it is no more than that the case is as it is.
pub(super) fn obstacle<'pack>(
    pack: &'pack Pack,
    changed: &mut Changed<'_>,
    aim: &Aim,
    wanted: bool,
) -> Option<Obstacle<'pack>> {
    if let Some(id) = without_rule(pack, aim).filter(|_| wanted) {
        return Some(Obstacle::NoRule { id });
    }
    let leaves = changed.world.diagrams.leaves(changed.whole);
    if !leaves.contains(&u32::from(wanted)) && !leaves.contains(&leaf_id::BLURRED) {
        return Some(match aim {
            Aim::Order(first, second) if wanted => of_order(&mut changed.world, *first, *second),
            _ => Obstacle::WhateverTheFacts,
        });
    }
    let there = changed.world.diagrams.map(changed.truth, &mut |leaf| u32::from(leaf == u32::from(wanted)));
    let there = changed.world.diagrams.and(there, changed.completions);
    let somewhere = changed.in_some_completion(there);
    if changed.world.diagrams.and(changed.sound, somewhere) == Node::NO {
        return None;
    }
    let mut support = Set::default();
    changed.world.diagrams.support(changed.truth, &mut support);
    let hangs_on =
        |changed: &Changed<'_>, fact| support.iter().any(|variable| changed.world.decides_on(*variable) == [fact]);
    let closed =
        changed.facts().filter(|fact| *changed.standing(*fact) == Standing::Closed && hangs_on(changed, *fact));
    let facts: Vec<&str> =
        closed.filter_map(|fact| pack.facts.get(fact.index())).map(|fact| fact.id.as_str()).collect();
    (!facts.is_empty()).then_some(Obstacle::Unasked { facts })
}

fn of_order(world: &mut World<'_>, first: ActionId, second: ActionId) -> Obstacle<'static> {
    let present = [first, second].map(|action| presence::present(world, action));
    let both = world.diagrams.and(present[0], present[1]);
    match world.diagrams.leaves(both).contains(&leaf_id::YES) {
        true => Obstacle::OtherFirst,
        false => Obstacle::NeverTogether,
    }
}

/// What is brought about by rules alone, and by none of these.
fn without_rule<'pack>(pack: &'pack Pack, aim: &Aim) -> Option<&'pack str> {
    let is_any = |concludes: &dyn Fn(&Rule) -> bool| pack.rules.iter().any(concludes);
    let id = |action: &ActionId| pack.actions.get(action.index()).map(|action| action.id.as_str());
    let recommended = |action: &ActionId| is_any(&|rule| rule.recommend.contains(action));
    match aim {
        Aim::Action(action) => id(action).filter(|_| !recommended(action)),
        Aim::Order(first, second) => [first, second].into_iter().find(|action| !recommended(action)).and_then(id),
        Aim::Avoid(action) => id(action).filter(|_| !is_any(&|rule| rule.avoid.contains(action))),
        Aim::Skip(step) => {
            let skipped = is_any(&|rule| rule.skip.contains(step));
            pack.steps.get(step.index()).map(|step| step.id.as_str()).filter(|_| !skipped)
        }
        Aim::Set(action, parameter) | Aim::Parameter(action, parameter, _) => {
            let sets =
                |rule: &Rule| rule.recommend.contains(action) && rule.with.iter().any(|(own, _)| own == parameter);
            id(action).filter(|_| !is_any(&sets))
        }
        Aim::Conflict(_) | Aim::Approval(_) | Aim::Value(..) => None,
    }
}
