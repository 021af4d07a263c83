//! What a plan is made of: each element as a diagram over what is unknown of the case.

use crate::engine::arithmetic::Operation;
use crate::engine::diagram::Node;
use crate::engine::leaf::{Conflict, ConflictReason, Leaf};
use crate::engine::rational::Rational;
use crate::engine::world::{Clash, Place, World};
use crate::model::{ActionId, Pack, ParameterId, RoleId, StepId, Type, Wins};
use crate::sorted;

use super::ordering::Ordering;

/// The elements of a plan. Truths are yes, no or undetermined in every completion.
#[derive(Debug, Clone)]
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
#[derive(Debug, Clone)]
pub struct Pay {
    pub amount: Node,
    pub form: Option<Node>,
    /// The role that must approve, [`Leaf::None`] where no role suffices, [`Leaf::Absent`] where none is needed.
    pub approval: Node,
    pub legal_minimum: Option<Node>,
    pub at_most: Option<Node>,
}

impl Elements {
    /// Builds all elements of the plan of a case that `role` holds.
    pub fn of(world: &mut World<'_>, role: Option<RoleId>) -> Elements {
        let pack = world.pack;
        for derived in &world.layout.read_by_plan {
            world.value(crate::model::Name::Derived(*derived));
        }
        let rules: Vec<Node> = pack
            .rules
            .iter()
            .map(|rule| if world.is_valid(&rule.grounds) { world.holds(&rule.when, &rule.unless) } else { Node::NO })
            .collect();
        let actions = (0..pack.actions.len()).map(ActionId::at);
        let mut recommended = any_of(world, &rules, pack.actions.len(), |rule, action| {
            pack.rules.get(rule).is_some_and(|rule| rule.recommend.contains(&ActionId::at(action)))
        });
        let avoid = any_of(world, &rules, pack.actions.len(), |rule, action| {
            pack.rules.get(rule).is_some_and(|rule| rule.avoid.contains(&ActionId::at(action)))
        });
        for (wanted, avoid) in recommended.iter_mut().zip(&avoid) {
            let not_avoided = world.diagrams.not(*avoid);
            *wanted = world.diagrams.and(*wanted, not_avoided);
        }
        let mut skip = any_of(world, &rules, pack.steps.len(), |rule, step| {
            pack.rules.get(rule).is_some_and(|rule| rule.skip.contains(&StepId::at(step)))
        });
        for (action, wanted) in pack.actions.iter().zip(&recommended) {
            if let Some(skip) = skip.get_mut(action.step.index()).filter(|_| action.must) {
                let not_wanted = world.diagrams.not(*wanted);
                *skip = world.diagrams.and(*skip, not_wanted);
            }
        }
        let presence: Vec<Node> = pack
            .actions
            .iter()
            .zip(&recommended)
            .map(|(action, wanted)| {
                let skipped = skip.get(action.step.index()).copied().unwrap_or(Node::NO);
                let kept = world.diagrams.not(skipped);
                world.diagrams.and(*wanted, kept)
            })
            .collect();
        let mut parameters = Vec::new();
        for (action, present) in actions.zip(&presence).filter(|(_, present)| **present != Node::NO) {
            for parameter in (0..pack.parameters.len()).map(ParameterId::at) {
                if let Some(value) = parameter_value(world, &rules, action, *present, parameter) {
                    parameters.push((action, parameter, value));
                }
            }
        }
        let compensation = pay(world, role);
        let ordering = Ordering::of(world, &rules, &presence);
        Elements { rules, presence, avoid, skip, parameters, compensation, ordering, clashes: world.clashes.clone() }
    }

    /// Fixes every truth and value as the record stands: no further fact is recorded.
    pub fn as_recorded(&mut self, world: &mut World<'_>) {
        let truths = [&mut self.rules, &mut self.presence, &mut self.avoid, &mut self.skip];
        let nodes = truths.into_iter().flatten().chain(self.parameters.iter_mut().map(|(_, _, value)| value));
        let pay = self.compensation.iter_mut().flat_map(|pay| {
            let Pay { amount, form, approval, legal_minimum, at_most } = pay;
            [Some(amount), form.as_mut(), Some(approval), legal_minimum.as_mut(), at_most.as_mut()]
                .into_iter()
                .flatten()
        });
        for node in nodes.chain(pay) {
            *node = world.recording(*node, None);
        }
        world.constraint = world.recording(world.constraint, None);
    }

    /// Every element but the order of actions, with the step that it belongs to, if to one.
    pub fn each(&self, pack: &Pack, visit: &mut dyn FnMut(Key, Option<StepId>, Node)) {
        let step_of = |action: usize| pack.actions.get(action).map(|action| action.step);
        for (action, truth) in self.presence.iter().enumerate() {
            visit(Key::Action(ActionId::at(action)), step_of(action), *truth);
        }
        for (action, truth) in self.avoid.iter().enumerate() {
            visit(Key::Avoid(ActionId::at(action)), step_of(action), *truth);
        }
        for (step, truth) in self.skip.iter().enumerate() {
            visit(Key::Skip(StepId::at(step)), Some(StepId::at(step)), *truth);
        }
        for (action, parameter, value) in &self.parameters {
            visit(Key::Parameter(*action, *parameter), step_of(action.index()), *value);
        }
        if let Some(pay) = &self.compensation {
            visit(Key::Amount, None, pay.amount);
            visit(Key::Approval, None, pay.approval);
            if let Some(form) = pay.form {
                visit(Key::Form, None, form);
            }
        }
        for clash in &self.clashes {
            visit(Key::Conflict(clash.place, clash.conflict.rows.clone()), None, clash.holds);
        }
    }
}

/// What an element of a plan is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    Action(ActionId),
    Avoid(ActionId),
    Skip(StepId),
    Parameter(ActionId, ParameterId),
    Amount,
    Form,
    Approval,
    /// The place and the rows or rules at odds.
    Conflict(Place, Vec<u16>),
}

/// For each of so many things: whether any rule that concludes it holds.
fn any_of(world: &mut World<'_>, rules: &[Node], things: usize, concludes: impl Fn(usize, usize) -> bool) -> Vec<Node> {
    (0..things)
        .map(|thing| {
            let concluding =
                rules.iter().enumerate().filter(|(rule, holds)| **holds != Node::NO && concludes(*rule, thing));
            concluding.fold(Node::NO, |any, (_, holds)| world.diagrams.or(any, *holds))
        })
        .collect()
}

/// The value of a parameter of an action; `None` where no rule could set it.
fn parameter_value(
    world: &mut World<'_>,
    rules: &[Node],
    action: ActionId,
    present: Node,
    id: ParameterId,
) -> Option<Node> {
    let pack = world.pack;
    let parameter = pack.parameters.get(id.index())?;
    let absent = world.leaves.id(Leaf::Absent);
    // What is gathered: rule and value of each setting, in declared order.
    let mut settings = world.leaves.node(Leaf::List(Vec::new()));
    let mut set = Node::NO;
    for (at, (rule, holds)) in pack.rules.iter().zip(rules).enumerate() {
        if *holds == Node::NO || !rule.recommend.contains(&action) {
            continue;
        }
        for (_, entry) in rule.with.iter().filter(|(own, _)| *own == id) {
            set = world.diagrams.or(set, *holds);
            let row = u16::try_from(at).unwrap_or(u16::MAX);
            let rule_id = world.leaves.id(Leaf::Rows(vec![row]));
            let value = world.entry(entry, &parameter.kind, &[row]);
            // A setting is computed, and can be in conflict, only where the action is present (P4).
            let there = world.diagrams.and(present, *holds);
            let computed = world.diagrams.choose(there, value, Node::leaf(absent));
            world.note_conflicts(computed, Place::Parameter(id));
            let value = world.diagrams.choose(*holds, value, Node::leaf(absent));
            let value = world.without_conflicts(value);
            settings = world.on_pairs(settings, value, &mut |world, settings, value| match (
                world.leaves.get(settings).clone(),
                world.leaves.get(value),
            ) {
                (Leaf::List(_), Leaf::None | Leaf::Absent) => Node::leaf(settings),
                (Leaf::List(_), Leaf::Undetermined | Leaf::Blurred) => Node::leaf(value),
                (Leaf::List(mut list), _) => {
                    list.extend([rule_id, value]);
                    world.leaves.node(Leaf::List(list))
                }
                _ => Node::leaf(settings),
            });
        }
    }
    let mut at_odds: Vec<(u32, Vec<u16>, Node)> = Vec::new();
    let value = world.on_leaves(settings, &mut |world, leaf| {
        let Leaf::List(list) = world.leaves.get(leaf).clone() else { return Node::leaf(leaf) };
        let mut values: Vec<u32> = list.iter().skip(1).step_by(2).copied().collect();
        sorted::sort_unique(&mut values);
        let number = |value: &u32| match world.leaves.get(*value) {
            Leaf::Number(number) => Some(*number),
            _ => None,
        };
        sorted::sort_by(&mut values, &|a, b| number(a).cmp(&number(b)));
        let Some(first) = values.first().copied() else { return Node::leaf(absent) };
        match parameter.wins {
            _ if values.len() == 1 => Node::leaf(first),
            Wins::Conflict => {
                let rules = list.iter().step_by(2).flat_map(|rule| match world.leaves.get(*rule) {
                    Leaf::Rows(rows) => rows.clone(),
                    _ => Vec::new(),
                });
                let rules = rules.collect();
                let differ = world.any_differ(&values);
                at_odds.push((leaf, rules, differ));
                let all = world.list_of(&values);
                world.diagrams.choose(differ, all, Node::leaf(first))
            }
            wins => winner(world, &parameter.kind, wins, &values),
        }
    });
    for (leaf, rows, differ) in at_odds {
        let there = world.diagrams.map(settings, &mut |own| u32::from(own == leaf));
        let there = world.diagrams.combine(present, there, &mut |present, there| u32::from(present == 1 && there == 1));
        let holds = world.diagrams.and(there, differ);
        let conflict = Conflict { reason: ConflictReason::ParametersDiffer, rows };
        world.note_clash(Place::Parameter(id), conflict, holds);
    }
    // Where the presence itself is undetermined, so is a parameter that some rule sets (P5).
    let chosen = world.diagrams.choose(present, value, Node::leaf(absent));
    let value = world.diagrams.combine(chosen, set, &mut |chosen, set| if set == 0 { absent } else { chosen });
    (set != Node::NO).then_some(value)
}

/// The least or greatest of several values; of roles the one that may give least or most.
fn winner(world: &mut World<'_>, kind: &Type, wins: Wins, values: &[u32]) -> Node {
    let pack = world.pack;
    if *kind == Type::Role {
        let limit = |leaf: &u32| match world.leaves.get(*leaf) {
            Leaf::Number(role) => {
                let role = usize::try_from(role.numerator()).ok().and_then(|role| pack.roles.get(role));
                role.and_then(|role| role.may_give).unwrap_or(i64::MAX)
            }
            _ => i64::MAX,
        };
        let index = |leaf: &u32| match world.leaves.get(*leaf) {
            Leaf::Number(role) => role.numerator(),
            _ => i128::MAX,
        };
        let best = match wins {
            Wins::Greatest => values.iter().min_by_key(|leaf| (std::cmp::Reverse(limit(leaf)), index(leaf))),
            _ => values.iter().min_by_key(|leaf| (limit(leaf), index(leaf))),
        };
        return best.map_or(Node::BLURRED, |leaf| Node::leaf(*leaf));
    }
    let operation = if wins == Wins::Greatest { Operation::Max } else { Operation::Min };
    let mut values = values.iter().copied();
    let first = values.next().map_or(Node::BLURRED, Node::leaf);
    values.fold(first, |best, value| world.apply(operation, best, Node::leaf(value)))
}

fn pay(world: &mut World<'_>, role: Option<RoleId>) -> Option<Pay> {
    let pack = world.pack;
    let compensation = pack.compensation.as_ref()?;
    let amount = world.value(crate::model::Name::Derived(compensation.amount));
    let form = compensation.form.map(|form| world.value(crate::model::Name::Derived(form)));
    let legal_minimum = compensation.legal_minimum.map(|minimum| world.value(minimum));
    let at_most = compensation.at_most.as_ref().map(|bound| world.formula(bound));
    let approval = approval(world, amount, role);
    let nobody = world.diagrams.map(approval, &mut |leaf| u32::from(leaf == 3));
    let conflict = Conflict { reason: ConflictReason::NobodySuffices, rows: Vec::new() };
    world.note_clash(Place::Authority, conflict, nobody);
    Some(Pay { amount, form, approval, legal_minimum, at_most })
}

/// Who must approve an amount: the role with the least sufficient limit, if that is above the agent's.
fn approval(world: &mut World<'_>, amount: Node, role: Option<RoleId>) -> Node {
    let pack = world.pack;
    let absent = world.leaves.node(Leaf::Absent);
    let decimals = pack.currency.as_ref().map_or(0, |currency| currency.decimals);
    let agent = role
        .and_then(|role| pack.roles.get(role.index()))
        .or_else(|| pack.roles.iter().find(|role| role.id == "agent"));
    let agent_limit = agent.map_or(Some(0), |agent| agent.may_give);
    let mut roles: Vec<(Option<i64>, usize)> =
        pack.roles.iter().enumerate().map(|(at, role)| (role.may_give, at)).collect();
    // A role without limit comes last; of equals the first declared.
    let rank = |(limit, at): &(Option<i64>, usize)| (limit.unwrap_or(i64::MAX), *at);
    sorted::sort_by(&mut roles, &|a, b| rank(a).cmp(&rank(b)));
    world.on_leaves(amount, &mut |world, leaf| match world.leaves.get(leaf) {
        Leaf::Undetermined | Leaf::Blurred => Node::leaf(leaf),
        Leaf::Number(_) | Leaf::Expression(_) if !pack.roles.is_empty() => {
            let mut result = Node::NONE;
            let ascending = roles.iter().rev();
            for (limit, at) in ascending {
                let role = i128::try_from(*at).unwrap_or(i128::MAX);
                let role = world.leaves.node(Leaf::Number(Rational::whole(role)));
                let suffices = world.is_at_most(leaf, *limit, decimals);
                result = world.diagrams.choose(suffices, role, result);
            }
            let within = world.is_at_most(leaf, agent_limit, decimals);
            world.diagrams.choose(within, absent, result)
        }
        _ => absent,
    })
}
