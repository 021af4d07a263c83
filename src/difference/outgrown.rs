//! Which differences rest on what was too much to be worked out for all cases of a pack.

use crate::engine::part::Part;
use crate::engine::world::World;
use crate::model::{ActionId, Name, ParameterId, StepId};
use crate::space::Outgrown;

use super::subject::Subject;

/// What outgrew its room of what a subject rests on, in the world of one pack.
pub fn behind(world: &World<'_>, subject: &Subject) -> Vec<Outgrown> {
    let pack = world.pack;
    let action = |id: &String| pack.actions.iter().position(|action| action.id == *id).map(ActionId::at);
    let paid = pack.compensation.as_ref();
    let part = match subject {
        Subject::Action { action: id } => action(id).map(Part::Action),
        Subject::Avoid { action: id } => action(id).map(Part::Avoid),
        Subject::Skip { step } => {
            pack.steps.iter().position(|own| own.id == *step).map(|at| Part::Skip(StepId::at(at)))
        }
        Subject::Parameter { action: id, parameter } => {
            let parameter = pack.parameters.iter().position(|own| own.id == *parameter).map(ParameterId::at);
            action(id).zip(parameter).map(|(action, parameter)| Part::Parameter(action, parameter))
        }
        Subject::Amount => paid.and_then(|paid| Part::of(pack, Name::Derived(paid.amount))),
        Subject::Form => paid.and_then(|paid| Part::of(pack, Name::Derived(paid.form?))),
        Subject::LegalMinimum => paid.and_then(|paid| Part::of(pack, paid.legal_minimum?)),
        Subject::Approval { .. } => Some(Part::Approval),
        Subject::AtMost => Some(Part::Limit),
        Subject::Order { .. } | Subject::Conflict { .. } => return Outgrown::all(world),
    };
    part.map_or_else(Vec::new, |part| Outgrown::behind(world, &[part]))
}
