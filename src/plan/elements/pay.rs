//! What is paid, and who must approve it.

use crate::engine::diagram::{Node, leaf_id};
use crate::engine::leaf::{Conflict, ConflictReason, Leaf};
use crate::engine::part::part;
use crate::engine::rational::Rational;
use crate::engine::world::{Place, World};
use crate::model::{Name, RoleId};
use crate::sorted;

/// What is paid, as values.
#[derive(Debug, Clone, Copy)]
pub struct Pay {
    pub amount: Node,
    pub form: Option<Node>,
    /// The role that must approve, [`Leaf::None`] where no role suffices, [`Leaf::Absent`] where none is needed.
    pub approval: Node,
    pub legal_minimum: Option<Node>,
    pub at_most: Option<Node>,
}

/// What the pack's compensation comes to, for a case that `role` holds; `before` is the same before facts were released.
pub(super) fn pay(world: &mut World<'_>, role: Option<RoleId>, before: Option<Pay>) -> Option<Pay> {
    let pack = world.pack;
    let compensation = pack.compensation.as_ref()?;
    let amount = world.value(Name::Derived(compensation.amount));
    let form = compensation.form.map(|form| world.value(Name::Derived(form)));
    let legal_minimum = compensation.legal_minimum.map(|minimum| world.value(minimum));
    let at_most = compensation.at_most.as_ref();
    let at_most = at_most.map(|bound| part!(world, Limit, world.formula(bound), Node::BLURRED));
    let approval = match before {
        Some(before) if before.amount == amount => before.approval,
        _ => part!(world, Approval, approval(world, amount, role), Node::BLURRED),
    };
    let nobody = world.diagrams.map(approval, &mut |leaf| u32::from(leaf == leaf_id::NONE));
    let conflict = Conflict { reason: ConflictReason::NobodySuffices, rows: Vec::new() };
    world.note_clash(Place::Authority, conflict, nobody);
    Some(Pay { amount, form, approval, legal_minimum, at_most })
}

/// Who must approve an amount: the role with the least sufficient limit, if that is above the agent's.
pub(crate) fn approval(world: &mut World<'_>, amount: Node, role: Option<RoleId>) -> Node {
    let pack = world.pack;
    let absent = world.leaves.node(Leaf::Absent);
    let decimals = pack.currency.as_ref().map_or(0, |currency| currency.decimals);
    let agent = role
        .and_then(|role| pack.roles.get(role.index()))
        .or_else(|| pack.roles.iter().find(|role| role.id == "agent"));
    let agent_limit = agent.map_or(Some(0), |agent| agent.may_give);
    let limit_of = |role: &u16| pack.roles.get(usize::from(*role)).and_then(|role| role.may_give);
    // A role without limit comes last; of equals the first declared.
    let mut roles: Vec<u16> = (0..u16::try_from(pack.roles.len()).unwrap_or(u16::MAX)).collect();
    let rank = |role: &u16| limit_of(role).unwrap_or(i64::MAX);
    sorted::sort_by(&mut roles, &|a, b| rank(a).cmp(&rank(b)));
    world.on_leaves(amount, &mut |world, leaf| match world.leaves.get(leaf) {
        Leaf::Undetermined | Leaf::Blurred => Node::leaf(leaf),
        Leaf::Number(_) | Leaf::Expression(_) if !pack.roles.is_empty() => {
            let mut result = Node::NONE;
            for role in roles.iter().rev() {
                let suffices = world.is_at_most(leaf, limit_of(role), decimals);
                let role = world.leaves.node(Leaf::Number(Rational::whole((*role).into())));
                result = world.diagrams.choose(suffices, role, result);
            }
            let within = world.is_at_most(leaf, agent_limit, decimals);
            world.diagrams.choose(within, absent, result)
        }
        _ => absent,
    })
}
