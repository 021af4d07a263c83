//! Why an action is to be avoided, and why one stands before another. A panel asks for neither, so the browser's runtime
//! goes without.

use crate::engine::diagram::Node;
use crate::engine::world::World;
use crate::model::{ActionId, Demand, Pack, Place, Rule};
use crate::text::cut;

use super::{Why, reasons};

/// The rules behind `avoid:action` or `action<action`, given when each rule of the pack holds; `None` for anything else.
pub fn why<'pack>(world: &mut World<'pack>, holds: &[Node], element: &str) -> Option<Why<'pack>> {
    let pack = world.pack;
    let action_of = |id: &str| pack.actions.iter().position(|action| action.id == id).map(ActionId::at);
    let mut rules_that =
        |concludes: &dyn Fn(&Rule) -> bool| reasons::of_rules(world, holds, &|_, rule| concludes(rule));
    if let Some(("avoid", action)) = cut(element, b":") {
        let action = action_of(action)?;
        return Some(Why { rules: rules_that(&|rule| rule.avoid.contains(&action)), against: Vec::new() });
    }
    let (first, second) = cut(element, b"<")?;
    let (first, second) = (action_of(first)?, action_of(second)?);
    let demands = |first: ActionId, second: ActionId| {
        move |rule: &Rule| rule.demands.iter().any(|demand| puts(pack, demand, first, second))
    };
    Some(Why { rules: rules_that(&demands(first, second)), against: rules_that(&demands(second, first)) })
}

/// Whether a demand puts an action before another.
fn puts(pack: &Pack, demand: &Demand, first: ActionId, second: ActionId) -> bool {
    let stands_at = |action: ActionId, place: Place| match place {
        Place::Action(own) => own == action,
        Place::Step(step) => pack.actions.get(action.index()).is_some_and(|action| action.step == step),
    };
    match *demand {
        Demand::Before(earlier, later) => stands_at(first, earlier) && stands_at(second, later),
        Demand::First(place) => stands_at(first, place) && !stands_at(second, place),
    }
}
