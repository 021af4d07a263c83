//! What a plan pays.

use super::Planning;
use crate::engine::diagram::{Node, leaf_id};
use crate::engine::leaf::Leaf;
use crate::model::{DerivedId, Name, Type};
use crate::plan::elements::Pay;
use crate::plan::{PlannedCompensation, Shown, Status, showing};

impl<'w> Planning<'_, 'w> {
    pub(super) fn compensation(&mut self) -> Option<PlannedCompensation> {
        let pack = &self.engine.pack;
        let compensation = pack.compensation.as_ref()?;
        let Pay { amount, form, approval, legal_minimum, at_most } = self.elements.compensation?;
        let kind = |derived: DerivedId| pack.type_of(Name::Derived(derived));
        let money = kind(compensation.amount);
        let (amount, of_amount) = showing::show(self.world, amount, money);
        let (form, of_form) = self.shown_or(form, compensation.form.map_or(&Type::Text, kind), "none");
        let minimum_kind = compensation.legal_minimum.map_or(&Type::Text, |minimum| pack.type_of(minimum));
        let (legal_minimum, _) = self.shown_or(legal_minimum, minimum_kind, "not checked");
        let at_most = at_most.map(|bound| showing::show(self.world, bound, money).0);
        let absent = self.world.leaves.id(Leaf::Absent);
        let approval = self.world.recording(approval, None);
        let leaves = self.world.diagrams.leaves_under(self.world.constraint, approval);
        let approval = (leaves != [absent]).then(|| {
            let limits =
                self.world.diagrams.map(approval, &mut |leaf| if leaf == absent { leaf_id::NONE } else { leaf });
            showing::show(self.world, limits, &Type::Role).0
        });
        Some(PlannedCompensation { form, amount, legal_minimum, at_most, approval, status: of_amount.max(of_form) })
    }

    /// A quantity, or for certain a word where there is none.
    fn shown_or(&mut self, node: Option<Node>, kind: &Type, otherwise: &str) -> (Shown, Status) {
        match node {
            Some(node) => showing::show(self.world, node, kind),
            None => (Shown::text(otherwise), Status::Certain),
        }
    }
}
