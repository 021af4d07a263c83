//! Why something is in the plan, and why not.

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::diagram::Node;
use crate::engine::world::World;
use crate::model::{ActionId, Definition, Pack, ParameterId, Rule, StepId};

use super::elements::Elements;
use super::reasons::NO_CELLS;
#[cfg(feature = "proofs")]
use super::relations;
use super::target::{Target, UnknownName};
use super::{Entries, Why, reasons, recommend};
use crate::text::cut;

/// What an element stands on: the rules that conclude an action, set a parameter (`action.parameter`) or leave a step out;
/// the rows of a table or output, or the alternatives of a condition; beyond the browser's runtime also the rules that avoid
/// an action (`avoid:action`) or put one before another (`action<action`). And what keeps it out.
///
/// # Errors
/// If the pack has no element of that id.
pub fn explain<'pack>(engine: &'pack Engine, case: &Case, element: &str) -> Result<Why<'pack>, UnknownName> {
    let pack = &engine.pack;
    let (_, mut world, elements) = Elements::build(engine, case);
    #[cfg(feature = "proofs")]
    if let Some(why) = relations::why(&mut world, &elements.rules, element) {
        return Ok(why);
    }
    why(&mut world, &elements.rules, element).ok_or_else(|| {
        let mut names: Vec<&str> = pack.actions.iter().map(|action| action.id.as_str()).collect();
        names.extend(pack.steps.iter().map(|step| step.id.as_str()));
        UnknownName::new(pack, element, names)
    })
}

/// Why each action of the plan of a case is there, by its id in declared order: the rules that conclude it, and what keeps
/// it out.
pub fn explain_all<'pack>(engine: &'pack Engine, case: &Case) -> Entries<Why<'pack>> {
    let pack = &engine.pack;
    let (_, mut world, elements) = Elements::build(engine, case);
    world.constraint = world.recording(world.constraint, None);
    let mut whys = Vec::new();
    for (at, (action, presence)) in pack.actions.iter().zip(&elements.presence).enumerate() {
        if recommend::status(&mut world, *presence).is_some() {
            whys.push((action.id.clone(), why_action(&mut world, &elements.rules, ActionId::at(at))));
        }
    }
    Entries(whys)
}

fn why_action<'pack>(world: &mut World<'pack>, holds: &[Node], action: ActionId) -> Why<'pack> {
    let keeps_out = keeping_out(world.pack, action);
    Why {
        rules: reasons::of_rules(world, holds, &|_, rule| rule.recommend.contains(&action)),
        against: reasons::of_rules(world, holds, &|_, rule| keeps_out(rule)),
    }
}

/// Whether a rule avoids an action, or leaves out its step.
fn keeping_out(pack: &Pack, action: ActionId) -> impl Fn(&Rule) -> bool + use<> {
    let step = pack.actions.get(action.index()).map(|action| action.step);
    move |rule: &Rule| rule.avoid.contains(&action) || step.is_some_and(|step| rule.skip.contains(&step))
}

fn why<'pack>(world: &mut World<'pack>, holds: &[Node], element: &str) -> Option<Why<'pack>> {
    let pack = world.pack;
    let action_of = |id: &str| pack.actions.iter().position(|action| action.id == id).map(ActionId::at);
    let mut rules_that =
        |concludes: &dyn Fn(&Rule) -> bool| reasons::of_rules(world, holds, &|_, rule| concludes(rule));
    if let Some((action, parameter)) = cut(element, b".") {
        let action = action_of(action)?;
        let parameter = ParameterId::at(pack.parameters.iter().position(|own| own.id == parameter)?);
        let sets = |rule: &Rule| rule.recommend.contains(&action) && rule.with.iter().any(|(own, _)| *own == parameter);
        return Some(Why { rules: rules_that(&sets), against: rules_that(&keeping_out(pack, action)) });
    }
    if let Some(action) = action_of(element) {
        return Some(why_action(world, holds, action));
    }
    if let Some(step) = pack.steps.iter().position(|step| step.id == element) {
        let step = StepId::at(step);
        // A step with something in it that must be done is not left out.
        let must = |action: &ActionId| {
            pack.actions.get(action.index()).is_some_and(|action| action.must && action.step == step)
        };
        return Some(Why {
            rules: rules_that(&|rule| rule.skip.contains(&step)),
            against: rules_that(&|rule| rule.recommend.iter().any(must)),
        });
    }
    let target = Target::of(pack, element)?;
    let (cells, grounds, holds) = match target.definition(pack) {
        _ if let Some(table) = target.table(pack) => {
            return Some(Why { rules: reasons::of_rows(world, table), against: Vec::new() });
        }
        Some(Definition::Condition(condition)) => {
            let cells = (&condition.when, &condition.unless);
            (cells, &condition.grounds, world.holds(cells.0, cells.1))
        }
        Some(Definition::Value(value)) => ((NO_CELLS, NO_CELLS), &value.grounds, Node::YES),
        _ => return None,
    };
    let rules = vec![reasons::reason(world, element.to_owned(), cells, grounds, holds)];
    Some(Why { rules, against: Vec::new() })
}
