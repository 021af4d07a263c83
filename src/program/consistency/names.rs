//! What is named: whether it is there, and known where it is read.

use crate::model::{Definition, Derived, Grounds, Name, Place, SettingId, Type};

use super::Checker;

impl<'pack> Checker<'pack> {
    #[inline(never)]
    pub(super) fn grounds(&mut self, grounds: &Grounds) {
        for evidence in &grounds.evidence {
            self.sure(evidence.index() < self.pack.evidence.len(), "cites evidence that is not there");
        }
    }

    #[inline(never)]
    pub(super) fn place(&mut self, place: Place) {
        match place {
            Place::Action(action) => {
                self.sure(action.index() < self.pack.actions.len(), "names an action that is not there");
            }
            Place::Step(step) => self.sure(step.index() < self.pack.steps.len(), "names a step that is not there"),
        }
    }

    /// The type of a setting; of one that is not there, text.
    pub(super) fn setting(&mut self, setting: SettingId) -> &'pack Type {
        let setting = self.pack.settings.get(setting.index());
        self.sure(setting.is_some(), "names a setting that is not there");
        setting.map_or(&Type::Text, |setting| &setting.kind)
    }

    /// The type of a name that a cell or formula reads.
    #[inline(never)]
    pub(super) fn readable(&mut self, name: Name) -> &'pack Type {
        let kind = self.known(name);
        if let Name::Derived(derived) = name
            && let Some(Derived { definition: Definition::Output { table, .. }, .. }) =
                self.pack.derived.get(derived.index())
        {
            let is_list = self.pack.tables.get(table.index()).is_some_and(|table| table.hit.is_list());
            self.sure(!is_list, "reads a table whose result is a list");
        }
        kind
    }

    /// The type of a name that stands before what is looked at.
    pub(super) fn known(&mut self, name: Name) -> &'pack Type {
        match name {
            Name::Now => {}
            Name::Fact(fact) => self.sure(fact.index() < self.pack.facts.len(), "names a fact that is not there"),
            Name::Derived(derived) => self.sure(derived.index() < self.before, "reads something before it is known"),
        }
        self.pack.type_of(name)
    }
}
