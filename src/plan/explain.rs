//! Why something is in the plan, and why not.

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::diagram::Node;
use crate::engine::record::Record;
use crate::engine::world::World;
use crate::model::{ActionId, Definition, ParameterId, StepId, When};

use super::elements::Elements;
use super::target::{Target, UnknownName};
use super::{Why, reasons};
use crate::text::cut;

/// What an element stands on: the rules that conclude an action, skip a step or set a parameter (`action.parameter`),
/// the rows of a table or output, or the alternatives of a condition; and what keeps it out.
///
/// # Errors
/// If the pack has no element of that id.
pub fn explain<'pack>(engine: &'pack Engine, case: &Case, element: &str) -> Result<Why<'pack>, UnknownName> {
    let pack = &engine.pack;
    let record = Record::of(pack, &engine.layout, case);
    let (mut world, elements) = Elements::build(engine, case, &record);
    why(&mut world, &elements.rules, element).ok_or_else(|| {
        let mut names: Vec<&str> = pack.actions.iter().map(|action| action.id.as_str()).collect();
        names.extend(pack.steps.iter().map(|step| step.id.as_str()));
        UnknownName::new(pack, element, names)
    })
}

/// What a value tests.
const NO_CELLS: &When = &When(Vec::new());

fn why<'pack>(world: &mut World<'pack>, holds: &[Node], element: &str) -> Option<Why<'pack>> {
    let pack = world.pack;
    let action_of = |id: &str| pack.actions.iter().position(|action| action.id == id).map(ActionId::at);
    let mut against = Vec::new();
    let rules = if let Some((action, parameter)) = cut(element, b".") {
        let action = action_of(action)?;
        let parameter = ParameterId::at(pack.parameters.iter().position(|own| own.id == parameter)?);
        reasons::of_rules(world, holds, &|_, rule| {
            rule.recommend.contains(&action) && rule.with.iter().any(|(own, _)| *own == parameter)
        })
    } else if let Some(action) = action_of(element) {
        let step = pack.actions.get(action.index())?.step;
        against = reasons::of_rules(world, holds, &|_, rule| rule.avoid.contains(&action) || rule.skip.contains(&step));
        reasons::of_rules(world, holds, &|_, rule| rule.recommend.contains(&action))
    } else if let Some(step) = pack.steps.iter().position(|step| step.id == element) {
        reasons::of_rules(world, holds, &|_, rule| rule.skip.contains(&StepId::at(step)))
    } else {
        let target = Target::of(pack, element)?;
        let (cells, grounds, holds) = match target.definition(pack) {
            _ if let Some(table) = target.table(pack) => {
                return Some(Why { rules: reasons::of_rows(world, table), against });
            }
            Some(Definition::Condition(condition)) => {
                let cells = (&condition.when, &condition.unless);
                (cells, &condition.grounds, world.holds(cells.0, cells.1))
            }
            Some(Definition::Value(value)) => ((NO_CELLS, NO_CELLS), &value.grounds, Node::YES),
            _ => return None,
        };
        vec![reasons::reason(world, element.to_owned(), cells, grounds, holds)]
    };
    Some(Why { rules, against })
}
