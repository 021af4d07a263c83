//! The actions of a plan: what is set on them, and what they say.

use super::Planning;
use crate::engine::diagram::Node;
use crate::engine::leaf::Leaf;
use crate::model::{ActionId, Argument, ParameterId, Say};
use crate::plan::{Entries, PlannedAction, Shown, Status, Words, showing};

impl<'w> Planning<'_, 'w> {
    /// An action of the pack as the plan has it; `None` where it is excluded.
    pub(super) fn action(&mut self, at: usize) -> Option<PlannedAction<'w>> {
        let engine = self.engine;
        let action = engine.pack.actions.get(at)?;
        let status = self.status(at)?;
        let assuming = self.assuming.iter().find(|(own, _)| *own == at).map_or(&[][..], |(_, facts)| facts);
        Some(PlannedAction {
            id: &action.id,
            title: &action.title,
            status,
            provisional: self.provisional.get(at).copied().unwrap_or(false),
            assuming: self.fact_ids(assuming),
            with: self.parameters(ActionId::at(at)),
            justice: action.justice.iter().map(|justice| justice.id()).collect(),
            say: action.say.as_ref().map(|say| self.words(ActionId::at(at), &action.id, say)),
        })
    }

    fn parameters(&mut self, action: ActionId) -> Entries<Shown> {
        let pack = &self.engine.pack;
        let mut with = Vec::new();
        for (at, parameter) in pack.parameters.iter().enumerate() {
            if let Some(shown) = self.parameter(action, ParameterId::at(at)) {
                with.push((parameter.id.clone(), shown));
            }
        }
        Entries(with)
    }

    /// What an action's parameter comes to, over the completions that have both; `None` if none has.
    fn parameter(&mut self, action: ActionId, parameter: ParameterId) -> Option<Shown> {
        let is_own = |(of, own, _): &&(ActionId, ParameterId, Node)| *of == action && *own == parameter;
        let (_, _, value) = *self.elements.parameters.iter().find(is_own)?;
        let value = self.world.recording(value, None);
        let kind = &self.engine.pack.parameters.get(parameter.index())?.kind;
        let absent = self.world.leaves.id(Leaf::Absent);
        if self.world.diagrams.leaves_under(self.world.constraint, value) == [absent] {
            return None;
        }
        // Where the action is absent there is nothing to show of its parameters.
        let there = self.world.diagrams.map(value, &mut |leaf| u32::from(leaf != absent));
        let whole = self.world.constraint;
        self.world.constraint = self.world.diagrams.and(whole, there);
        let (shown, _) = showing::show(self.world, value, kind);
        self.world.constraint = whole;
        Some(shown)
    }

    fn words(&mut self, action: ActionId, message: &'w str, say: &'w Say) -> Words<'w> {
        let (mut args, mut missing) = (Vec::new(), Vec::new());
        for argument in &say.args {
            let (value, is_known) = self.argument(action, argument);
            let name = self.engine.pack.argument(argument).map_or("", |(id, _, _)| id);
            if !is_known {
                missing.push(name);
            }
            args.push((name.to_owned(), value));
        }
        Words { message, variants: say.variants, args: Entries(args), missing }
    }

    /// What fills an argument of a phrase, and whether it is known for sure.
    fn argument(&mut self, action: ActionId, argument: &Argument) -> (Shown, bool) {
        let pack = &self.engine.pack;
        let shown = match argument {
            Argument::Name(name) => {
                let value = self.world.value(*name);
                let (shown, status) = showing::show(self.world, value, pack.type_of(*name));
                let is_none = matches!(&shown, Shown::Text(text) if text == "none");
                return (shown, status == Status::Certain && !is_none);
            }
            Argument::Setting(setting) => {
                pack.settings.get(setting.index()).map(|setting| Shown::value(&setting.value, &setting.kind, pack))
            }
            Argument::Parameter(parameter) => self.parameter(action, *parameter),
        };
        let shown = shown.unwrap_or_default();
        let is_open = matches!(shown, Shown::Undetermined | Shown::Values(_) | Shown::Interval { .. });
        (shown, !is_open)
    }
}
