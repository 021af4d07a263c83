//! What a plan is made of: each element as a diagram over what is unknown of the case.

mod parameters;
pub(crate) mod pay;

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::diagram::Node;
use crate::engine::part::part;
use crate::engine::record::Record;
use crate::engine::world::{Clash, Kept, Place, World};
use crate::model::{ActionId, FactId, Name, Pack, ParameterId, RoleId, StepId};

use super::ordering::{Ordering, Truths};
use parameters::parameters;
pub use pay::Pay;
use pay::pay;

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
    /// Values of parameters; [`Leaf::Absent`](crate::engine::leaf::Leaf::Absent) where the action is absent or nothing
    /// sets it.
    pub parameters: Vec<(ActionId, ParameterId, Node)>,
    pub compensation: Option<Pay>,
    pub ordering: Ordering,
    pub clashes: Vec<Clash>,
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
