//! What one plan says of a subject, where that is certain.

use super::Packs;
use super::Question;
use crate::difference::alignment::ConflictKey;
use crate::difference::side::Side;
use crate::difference::subject::{Seen, Subject, by_id, seen, stated};
use crate::engine::diagram::{Node, leaf_id};
use crate::engine::world::World;
use crate::model::{ActionId, Type};
use crate::plan::Shown;
use crate::plan::elements::{Elements, Key};
use crate::plan::ordering;

impl Packs<'_> {
    /// What a plan says of a subject, if that is certain.
    pub(super) fn look(
        &self,
        side: Side,
        world: &mut World<'_>,
        elements: &Elements,
        question: Question<'_>,
    ) -> Option<Seen> {
        match question.subject {
            Subject::Order { action, others, .. } => self.order(world, elements, action, others),
            Subject::Conflict { .. } => self.conflict(side, world, elements, question.conflict?),
            subject => {
                let single = match subject {
                    Subject::Approval { roles } => Subject::Approval { roles: roles.iter().take(1).cloned().collect() },
                    subject => subject.clone(),
                };
                let found = stated(world, elements, &self.roles).into_iter().find(|stated| stated.subject == single);
                let Some(stated) = found else {
                    let missing = subject.missing(world).as_leaf()?;
                    return Some(seen(world, subject, missing, &Type::YesNo));
                };
                let roles: Vec<String> = world.pack.roles.iter().map(|role| role.id.clone()).collect();
                let node = world.recording(stated.node, None);
                let node = by_id(world, node, stated.kind, &roles);
                match world.diagrams.leaves_under(world.constraint, node).as_slice() {
                    [single] => match seen(world, subject, *single, stated.kind) {
                        Seen::Formula => None,
                        seen => Some(seen),
                    },
                    _ => None,
                }
            }
        }
    }

    /// Which of some actions are in a plan, in its order.
    fn order(&self, world: &mut World<'_>, elements: &Elements, action: &str, others: &[String]) -> Option<Seen> {
        let pack = world.pack;
        let open = elements.ordering.inversions(world, elements.truths());
        let mut placed = Vec::new();
        for at in ordering::shown(world, elements.truths()).order {
            let Some(own) =
                pack.actions.get(usize::from(at)).filter(|own| own.id == action || others.contains(&own.id))
            else {
                continue;
            };
            let present = elements.presence.get(usize::from(at)).copied().unwrap_or(Node::NO);
            if self.certainty(world, present)? {
                placed.push((at, Shown::text(&own.id)));
            }
        }
        let is_placed = |id: ActionId| placed.iter().any(|(at, _)| usize::from(*at) == id.index());
        let is_open = open.iter().any(|element| match element.key {
            Key::Order(first, second) => {
                element.node == Node::BLURRED
                    || (is_placed(first) && is_placed(second) && self.certainty(world, element.node).is_none())
            }
            _ => false,
        });
        (!is_open).then(|| Seen::Value(Shown::List(placed.into_iter().map(|(_, id)| id).collect())))
    }

    fn conflict(&self, side: Side, world: &mut World<'_>, elements: &Elements, key: &ConflictKey) -> Option<Seen> {
        let mut any = Node::NO;
        for clash in &elements.clashes {
            let own = match side {
                Side::Old => self.alignment.of_old(clash),
                Side::New => self.alignment.of_new(clash),
            };
            if own == *key {
                any = world.diagrams.or(any, clash.holds);
            }
        }
        Some(if self.certainty(world, any)? { Seen::Present } else { Seen::Absent })
    }

    /// Whether a truth holds for certain, or certainly not; what is undetermined does not.
    fn certainty(&self, world: &mut World<'_>, truth: Node) -> Option<bool> {
        let truth = world.recording(truth, None);
        match world.diagrams.leaves_under(world.constraint, truth).as_slice() {
            [leaf_id::YES] => Some(true),
            [leaf_id::NO] | [leaf_id::UNDETERMINED] | [leaf_id::NO, leaf_id::UNDETERMINED] => Some(false),
            _ => None,
        }
    }
}
