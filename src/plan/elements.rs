//! What a plan is made of: each element as a diagram over what is unknown of the case.

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::arithmetic::Operation;
use crate::engine::diagram::{LeafId, Node};
use crate::engine::leaf::{Conflict, ConflictReason, Leaf};
use crate::engine::part::part;
use crate::engine::rational::Rational;
use crate::engine::record::Record;
use crate::engine::world::{Clash, Kept, Place, World};
use crate::model::{ActionId, Entry, FactId, Name, Pack, Parameter, ParameterId, RoleId, Rule, StepId, Type, Wins};
use crate::sorted;

use super::ordering::{Ordering, Truths};

/// The elements of a plan. Truths are yes, no or undetermined in every completion.
#[derive(Debug, Clone, Default)]
pub struct Elements {
    /// By rule: whether it holds.
    pub rules: Vec<Node>,
    /// By action: whether it is in the plan.
    pub presence: Vec<Node>,
    /// By action: whether it is to be avoided.
    pub avoid: Vec<Node>,
    /// By step: whether it is left out.
    pub skip: Vec<Node>,
    /// Values of parameters; [`Leaf::Absent`] where the action is absent or nothing sets it.
    pub parameters: Vec<(ActionId, ParameterId, Node)>,
    pub compensation: Option<Pay>,
    pub ordering: Ordering,
    pub clashes: Vec<Clash>,
}

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

/// Something that a plan says, and what it comes to.
pub struct Element<'e> {
    pub key: Key<'e>,
    /// The step that it belongs to, if to one.
    pub step: Option<StepId>,
    pub node: Node,
}

/// What an element of a plan is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key<'e> {
    Action(ActionId),
    Avoid(ActionId),
    Skip(StepId),
    Parameter(ActionId, ParameterId),
    Amount,
    Form,
    Approval,
    /// Which of two actions comes first.
    Order(ActionId, ActionId),
    /// The place and the rows or rules at odds.
    Conflict(Place, &'e [u16]),
}

impl Elements {
    /// What is fixed of a case, all its completions, and the elements of its plan.
    pub fn build<'p>(engine: &'p Engine, case: &Case) -> (Record, World<'p>, Elements) {
        let (record, mut world) = Record::in_world(&engine.pack, &engine.layout, case);
        let mut elements = Elements::default();
        world.go_on(&mut |world| elements = Elements::of(world, case.role));
        (record, world, elements)
    }

    /// The same of a case that is tried for how little of it will do: each part has little room, and what takes more blurs
    /// nothing else.
    #[cfg(feature = "proofs")]
    pub fn of_trial<'p>(engine: &'p Engine, case: &Case, record: &Record) -> (World<'p>, Elements) {
        const MOST_NODES: usize = 5_000;
        let mut elements = Elements::default();
        let world = World::build_in_parts(&engine.pack, &engine.layout, case.now, record, MOST_NODES, &mut |world| {
            elements = Elements::of(world, case.role);
        });
        (world, elements)
    }

    /// The same once some of the case's assumptions are left unknown, and what restores the world.
    pub fn releasing<'p>(&self, world: &mut World<'p>, case: &Case, facts: &[FactId]) -> (Elements, Kept<'p>) {
        let mut elements = Elements::default();
        let kept =
            world.release(facts, &self.clashes, &mut |world| elements = Elements::after(world, case.role, Some(self)));
        (elements, kept)
    }

    /// Builds all elements of the plan of a case that `role` holds.
    pub fn of(world: &mut World<'_>, role: Option<RoleId>) -> Elements {
        Elements::after(world, role, None)
    }

    /// The same; `before` are those before facts were released, if any are.
    fn after(world: &mut World<'_>, role: Option<RoleId>, before: Option<&Elements>) -> Elements {
        let pack = world.pack;
        let before = before.filter(|_| world.shares_nodes());
        for derived in &world.layout.read_by_plan {
            world.value(Name::Derived(*derived));
        }
        let mut rules = Vec::new();
        let mut presence = vec![Node::NO; pack.actions.len()];
        let mut avoid = presence.clone();
        let mut skip = vec![Node::NO; pack.steps.len()];
        for (at, rule) in pack.rules.iter().enumerate() {
            let holds = match before.and_then(|before| before.rules.get(at)) {
                Some(held) if world.holds_as_before(at) => *held,
                _ if world.is_valid(&rule.grounds) => {
                    part!(world, Rule(at), world.holds(&rule.when, &rule.unless), Node::BLURRED)
                }
                _ => Node::NO,
            };
            rules.push(holds);
            for action in &rule.recommend {
                let at = action.index();
                part!(world, Action(*action), include(world, &mut presence, at, holds), blur(&mut presence, at));
            }
            for action in &rule.avoid {
                let at = action.index();
                part!(world, Avoid(*action), include(world, &mut avoid, at, holds), blur(&mut avoid, at));
            }
            for step in &rule.skip {
                let at = step.index();
                part!(world, Skip(*step), include(world, &mut skip, at, holds), blur(&mut skip, at));
            }
        }
        for (action, avoided) in avoid.iter().enumerate() {
            part!(
                world,
                Action(ActionId::at(action)),
                exclude(world, &mut presence, action, *avoided),
                blur(&mut presence, action)
            );
        }
        for (action, wanted) in pack.actions.iter().zip(&presence).filter(|(action, _)| action.must) {
            let at = action.step.index();
            part!(world, Skip(action.step), exclude(world, &mut skip, at, *wanted), blur(&mut skip, at));
        }
        for (at, action) in pack.actions.iter().enumerate() {
            let skipped = skip.get(action.step.index()).copied().unwrap_or(Node::NO);
            part!(world, Action(ActionId::at(at)), exclude(world, &mut presence, at, skipped), blur(&mut presence, at));
        }
        let truths = Truths { rules: &rules, presence: &presence };
        let parameters = parameters(world, truths, before);
        let compensation = pay(world, role, before.and_then(|before| before.compensation));
        let ordering = Ordering::of(world, truths);
        // What is looked at later is no part of the plan, so neither are its conflicts.
        let clashes = std::mem::take(&mut world.clashes);
        Elements { rules, presence, avoid, skip, parameters, compensation, ordering, clashes }
    }

    /// What the order of actions rests on.
    pub fn truths(&self) -> Truths<'_> {
        Truths { rules: &self.rules, presence: &self.presence }
    }

    /// Every element but the order of actions.
    pub fn all(&self, pack: &Pack) -> Vec<Element<'_>> {
        let mut all = Vec::new();
        let add: &mut dyn FnMut(_, _, _) = &mut |key, step, node| all.push(Element { key, step, node });
        for (at, action) in pack.actions.iter().enumerate() {
            let id = ActionId::at(at);
            for (key, truths) in [(Key::Action(id), &self.presence), (Key::Avoid(id), &self.avoid)] {
                add(key, Some(action.step), truths.get(at).copied().unwrap_or(Node::NO));
            }
        }
        for (step, truth) in self.skip.iter().enumerate() {
            add(Key::Skip(StepId::at(step)), Some(StepId::at(step)), *truth);
        }
        for (action, parameter, value) in &self.parameters {
            let step = pack.actions.get(action.index()).map(|action| action.step);
            add(Key::Parameter(*action, *parameter), step, *value);
        }
        if let Some(pay) = &self.compensation {
            add(Key::Amount, None, pay.amount);
            add(Key::Approval, None, pay.approval);
            add(Key::Form, None, pay.form.unwrap_or(Node::NO));
        }
        for clash in &self.clashes {
            add(Key::Conflict(clash.place, &clash.conflict.rows), None, clash.holds);
        }
        all
    }
}

/// A truth of several holds where it did, and where `holds` does.
fn include(world: &mut World<'_>, truths: &mut [Node], at: usize, holds: Node) {
    if let Some(truth) = truths.get_mut(at) {
        *truth = world.diagrams.or(*truth, holds);
    }
}

/// A truth of several could be anything.
#[cfg(feature = "proofs")]
fn blur(truths: &mut [Node], at: usize) {
    if let Some(truth) = truths.get_mut(at) {
        *truth = Node::BLURRED;
    }
}

/// A truth of several holds no longer where `other` does.
fn exclude(world: &mut World<'_>, truths: &mut [Node], at: usize, other: Node) {
    let not = world.diagrams.not(other);
    if let Some(truth) = truths.get_mut(at) {
        *truth = world.diagrams.and(*truth, not);
    }
}

fn parameters(
    world: &mut World<'_>,
    truths: Truths<'_>,
    before: Option<&Elements>,
) -> Vec<(ActionId, ParameterId, Node)> {
    let mut parameters = Vec::new();
    // Conflicts are noted as parameters are made, so where there were any all are made again.
    let is_of_parameter = |clash: &Clash| matches!(clash.place, Place::Parameter(_));
    let before = before.filter(|before| !before.clashes.iter().any(is_of_parameter));
    let setting = setting(world.pack, truths.rules);
    for (action, present) in truths.presence.iter().enumerate() {
        if let Some(before) = before
            && is_as_before(world.pack, truths, before, action)
        {
            parameters.extend(before.parameters.iter().filter(|(own, ..)| own.index() == action));
            continue;
        }
        if *present == Node::NO {
            continue;
        }
        let action = ActionId::at(action);
        for (at, parameter) in world.pack.parameters.iter().enumerate() {
            let id = ParameterId::at(at);
            let mut settings = Vec::new();
            for (row, rule, holds) in setting.iter().filter(|(_, rule, _)| rule.recommend.contains(&action)) {
                for (_, entry) in rule.with.iter().filter(|(own, _)| *own == id) {
                    settings.push((*row, entry, *holds));
                }
            }
            if settings.is_empty() {
                continue;
            }
            let value = part!(
                world,
                Parameter(action, id),
                parameter_value(world, &settings, *present, (id, parameter)),
                Node::BLURRED
            );
            parameters.push((action, id, value));
        }
    }
    parameters
}

/// Whether an action is present, and its parameters set by the same rules, as before, and to no formulas, which may read
/// what was released.
fn is_as_before(pack: &Pack, truths: Truths<'_>, before: &Elements, action: usize) -> bool {
    let mut rules = pack.rules.iter().zip(truths.rules).zip(&before.rules);
    before.presence.get(action) == truths.presence.get(action)
        && rules.all(|((rule, holds), held)| {
            !rule.recommend.contains(&ActionId::at(action))
                || holds == held && !rule.with.iter().any(|(_, entry)| matches!(entry, Entry::Formula(_)))
        })
}

/// The rules that set parameters and may hold: their numbers, and when they hold.
fn setting<'p>(pack: &'p Pack, holds: &[Node]) -> Vec<(u16, &'p Rule, Node)> {
    let mut setting = Vec::new();
    for ((at, rule), holds) in (0..).zip(&pack.rules).zip(holds) {
        if *holds != Node::NO && !rule.with.is_empty() {
            setting.push((at, rule, *holds));
        }
    }
    setting
}

/// The value of a parameter of an action, by its settings: the number of the rule, what it says, and when it holds.
fn parameter_value(
    world: &mut World<'_>,
    settings: &[(u16, &Entry, Node)],
    present: Node,
    (id, parameter): (ParameterId, &Parameter),
) -> Node {
    let absent = world.leaves.id(Leaf::Absent);
    // What is gathered: the number of the rule and the value of each setting, in declared order.
    let mut gathered = world.leaves.node(Leaf::List(Vec::new()));
    let mut set = Node::NO;
    for (row, entry, holds) in settings {
        set = world.diagrams.or(set, *holds);
        let value = world.entry(entry, &parameter.kind, &[*row]);
        // A setting is computed, and can be in conflict, only where the action is present (P4).
        let there = world.diagrams.and(present, *holds);
        let computed = world.diagrams.choose(there, value, Node::leaf(absent));
        world.note_conflicts(computed, Place::Parameter(id));
        let value = world.diagrams.choose(*holds, value, Node::leaf(absent));
        let value = world.without_conflicts(value);
        gathered = world.on_pairs(gathered, value, &mut |world, gathered, value| match (
            world.leaves.get(gathered),
            world.leaves.get(value),
        ) {
            (Leaf::List(_), Leaf::None | Leaf::Absent) => Node::leaf(gathered),
            (Leaf::List(_), Leaf::Undetermined | Leaf::Blurred) => Node::leaf(value),
            (Leaf::List(list), _) => {
                let mut list = list.clone();
                list.extend_from_slice(&[(*row).into(), value]);
                world.leaves.node(Leaf::List(list))
            }
            _ => Node::leaf(gathered),
        });
    }
    let mut at_odds: Vec<(u32, Vec<u16>, Node)> = Vec::new();
    let value = world.on_leaves(gathered, &mut |world, leaf| {
        let Leaf::List(list) = world.leaves.get(leaf) else { return Node::leaf(leaf) };
        let (mut rules, mut values) = (Vec::new(), sorted::Set::default());
        for setting in list.chunks_exact(2) {
            if let [rule, value] = setting {
                rules.push(u16::try_from(*rule).unwrap_or(u16::MAX));
                values.insert(*value);
            }
        }
        let mut values = Vec::from(values);
        sorted::sort_by(&mut values, &|a, b| world.leaves.number(*a).cmp(&world.leaves.number(*b)));
        match (values.as_slice(), parameter.wins) {
            ([], _) => Node::leaf(absent),
            ([single], _) => Node::leaf(*single),
            ([first, ..], Wins::Conflict) => {
                let differ = world.any_differ(&values);
                at_odds.push((leaf, rules, differ));
                let all = world.list_of(&values);
                world.diagrams.choose(differ, all, Node::leaf(*first))
            }
            (roles, wins) if matches!(parameter.kind, Type::Role) => winning_role(world, roles, wins == Wins::Greatest),
            ([first, others @ ..], wins) => {
                let operation = if wins == Wins::Greatest { Operation::Max } else { Operation::Min };
                let mut best = Node::leaf(*first);
                for other in others {
                    best = world.apply(operation, best, Node::leaf(*other));
                }
                best
            }
        }
    });
    for (leaf, rows, differ) in at_odds {
        let there = world.diagrams.map(gathered, &mut |own| u32::from(own == leaf));
        let there = world.diagrams.combine(present, there, &mut |present, there| u32::from(present == 1 && there == 1));
        let holds = world.diagrams.and(there, differ);
        let conflict = Conflict { reason: ConflictReason::ParametersDiffer, rows };
        world.note_clash(Place::Parameter(id), conflict, holds);
    }
    // Where the presence itself is undetermined, so is a parameter that some rule sets (P5).
    let chosen = world.diagrams.choose(present, value, Node::leaf(absent));
    world.diagrams.combine(chosen, set, &mut |chosen, set| if set == 0 { absent } else { chosen })
}

/// Of several roles in declared order the one that may give least, or most; of equals the first.
fn winning_role(world: &World<'_>, roles: &[LeafId], most: bool) -> Node {
    let mut best: Option<(i64, LeafId)> = None;
    for leaf in roles {
        let role = world.leaves.number(*leaf);
        let Some(role) = role.and_then(|role| usize::try_from(role.numerator()).ok()) else { continue };
        let limit = world.pack.roles.get(role).and_then(|role| role.may_give).unwrap_or(i64::MAX);
        if best.is_none_or(|(known, _)| if most { limit > known } else { limit < known }) {
            best = Some((limit, *leaf));
        }
    }
    best.map_or(Node::BLURRED, |(_, leaf)| Node::leaf(leaf))
}

fn pay(world: &mut World<'_>, role: Option<RoleId>, before: Option<Pay>) -> Option<Pay> {
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
    let nobody = world.diagrams.map(approval, &mut |leaf| u32::from(leaf == 3));
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
