//! Which actions are wanted and which steps are left out, without the rest of the plan.

use crate::engine::diagram::Node;
use crate::engine::world::World;
use crate::model::{ActionId, Rule, StepId};

/// Where an action is in the plan.
pub(super) fn present(world: &mut World<'_>, action: ActionId) -> Node {
    let step = world.pack.actions.get(action.index()).map(|action| action.step);
    let wanted = wanted(world, action);
    let skipped = step.map_or(Node::NO, |step| skipped(world, step));
    without(world, wanted, skipped)
}

/// Where some rule says to avoid an action.
pub(super) fn avoided(world: &mut World<'_>, action: ActionId) -> Node {
    any(world, &|rule| rule.avoid.contains(&action))
}

/// Where a step is left out (S5).
pub(super) fn skipped(world: &mut World<'_>, step: StepId) -> Node {
    let mut skipped = any(world, &|rule| rule.skip.contains(&step));
    for (at, action) in world.pack.actions.iter().enumerate() {
        if action.must && action.step == step && skipped != Node::NO {
            let wanted = wanted(world, ActionId::at(at));
            skipped = without(world, skipped, wanted);
        }
    }
    skipped
}

/// Where an action would be in the plan if its step is not left out (P1).
fn wanted(world: &mut World<'_>, action: ActionId) -> Node {
    let wanted = any(world, &|rule| rule.recommend.contains(&action));
    let avoided = avoided(world, action);
    without(world, wanted, avoided)
}

/// Where some rule holds of those that conclude something.
fn any(world: &mut World<'_>, concludes: &dyn Fn(&Rule) -> bool) -> Node {
    let mut any = Node::NO;
    for rule in &world.pack.rules {
        if concludes(rule) && world.is_valid(&rule.grounds) {
            let holds = world.holds(&rule.when, &rule.unless);
            any = world.diagrams.or(any, holds);
        }
    }
    any
}

fn without(world: &mut World<'_>, truth: Node, other: Node) -> Node {
    let not = world.diagrams.not(other);
    world.diagrams.and(truth, not)
}
