//! What a plan is made of, by the ids that both packs may share, and what a plan has of it.

use serde::Serialize;

use crate::engine::diagram::{LeafId, Node};
use crate::engine::leaf::Leaf;
use crate::engine::rational::Rational;
use crate::engine::world::World;
use crate::model::{Name, RoleId, Type, Value};
use crate::plan::Shown;
use crate::plan::elements::{Elements, pay::approval};
use crate::sorted;

/// Something that plans say, by id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Subject {
    /// Whether an action is in the plan.
    Action {
        action: String,
    },
    /// What a parameter of an action of the plan is set to.
    Parameter {
        action: String,
        parameter: String,
    },
    /// Which of some actions stand before others.
    Order {
        action: String,
        stands: Stands,
        others: Vec<String>,
    },
    /// Whether a step is left out.
    Skip {
        step: String,
    },
    /// Whether an action is to be avoided.
    Avoid {
        action: String,
    },
    Amount,
    Form,
    /// Who must approve the amount; where it differs by who holds the case, only if one of these roles does.
    Approval {
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "web-proofs", tsify(optional))]
        roles: Vec<String>,
    },
    /// The least that the law allows, as it stands beside the amount.
    LegalMinimum,
    /// The most that the amount may be, as it stands beside it.
    AtMost,
    /// What the rules leave undetermined: the place and the rows or rules at odds.
    Conflict {
        place: String,
        rows: Vec<String>,
    },
}

/// On which side of the others an action stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    Before,
    After,
}

impl Subject {
    /// Whether it is an element of a plan; what is not stands beside one, and no plan is another for it.
    pub fn is_element(&self) -> bool {
        !matches!(self, Subject::LegalMinimum | Subject::AtMost)
    }

    /// Whether it is there or not, and nothing else.
    pub fn is_truth(&self) -> bool {
        matches!(self, Subject::Action { .. } | Subject::Skip { .. } | Subject::Avoid { .. } | Subject::Conflict { .. })
    }

    /// Whether a plan without it reads as one that has none of it.
    fn is_none_by_default(&self) -> bool {
        matches!(self, Subject::Form)
    }

    /// What a plan has of it that does not have it.
    pub fn missing(&self, world: &mut World<'_>) -> Node {
        match self {
            subject if subject.is_truth() => Node::NO,
            subject if subject.is_none_by_default() => Node::NONE,
            _ => world.leaves.node(Leaf::Absent),
        }
    }
}

/// What the plan of a case has of something.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
#[serde(tag = "is", content = "value", rename_all = "snake_case")]
pub enum Seen {
    /// It is not there.
    Absent,
    /// The rules leave it undetermined.
    Undetermined,
    /// It is there.
    Present,
    /// In some completions of a case it is there; never of a complete case.
    Possible,
    Value(Shown),
    /// A quantity that moves with the facts of the case.
    Formula,
}

/// What a plan says, with what it comes to over all cases and the type of its values.
pub struct Stated<'p> {
    pub subject: Subject,
    pub node: Node,
    pub kind: &'p Type,
}

/// Everything that the plans of a pack say, but their order and conflicts. `roles` may hold the case besides the agent.
pub fn stated<'p>(world: &mut World<'p>, elements: &Elements, roles: &[String]) -> Vec<Stated<'p>> {
    let pack = world.pack;
    let mut all = Vec::new();
    let mut add = |subject, node, kind| all.push(Stated { subject, node, kind });
    for (at, action) in pack.actions.iter().enumerate() {
        let id = || action.id.clone();
        let of = |truths: &[Node]| truths.get(at).copied().unwrap_or(Node::NO);
        add(Subject::Action { action: id() }, of(&elements.presence), &Type::YesNo);
        add(Subject::Avoid { action: id() }, of(&elements.avoid), &Type::YesNo);
    }
    for (step, skipped) in pack.steps.iter().zip(&elements.skip) {
        add(Subject::Skip { step: step.id.clone() }, *skipped, &Type::YesNo);
    }
    for (action, parameter, value) in &elements.parameters {
        if let (Some(action), Some(parameter)) =
            (pack.actions.get(action.index()), pack.parameters.get(parameter.index()))
        {
            let subject = Subject::Parameter { action: action.id.clone(), parameter: parameter.id.clone() };
            add(subject, *value, &parameter.kind);
        }
    }
    let (Some(pay), Some(declared)) = (elements.compensation, &pack.compensation) else { return all };
    let money = pack.type_of(Name::Derived(declared.amount));
    add(Subject::Amount, pay.amount, money);
    if let (Some(node), Some(form)) = (pay.form, declared.form) {
        add(Subject::Form, node, pack.type_of(Name::Derived(form)));
    }
    if let (Some(node), Some(minimum)) = (pay.legal_minimum, declared.legal_minimum) {
        add(Subject::LegalMinimum, node, pack.type_of(minimum));
    }
    if let Some(node) = pay.at_most {
        add(Subject::AtMost, node, money);
    }
    add(Subject::Approval { roles: Vec::new() }, pay.approval, &Type::Role);
    for (at, role) in pack.roles.iter().enumerate().filter(|(_, role)| roles.contains(&role.id)) {
        let node = approval(world, pay.amount, Some(RoleId::at(at)));
        let subject = Subject::Approval { roles: vec![role.id.clone()] };
        all.push(Stated { subject, node, kind: &Type::Role });
    }
    all
}

/// The leaves of a value with its choices and roles by id, so that those of two packs can be held against each other.
pub fn by_id(world: &mut World<'_>, node: Node, kind: &Type, roles: &[String]) -> Node {
    let is_named = !kind.choices().is_empty() || matches!(kind, Type::Role);
    if !is_named {
        return node;
    }
    world.on_leaves(node, &mut |world, leaf| leaf_by_id(world, leaf, kind, roles))
}

fn leaf_by_id(world: &mut World<'_>, leaf: LeafId, kind: &Type, roles: &[String]) -> Node {
    let named = |world: &mut World<'_>, at: usize| {
        let id = match kind {
            Type::Role => roles.get(at).cloned(),
            _ => kind.choices().get(at).map(|choice| choice.id.clone()),
        };
        world.leaves.node(Leaf::Text(id.unwrap_or_default()))
    };
    match world.leaves.get(leaf).clone() {
        Leaf::Number(number) => usize::try_from(number.numerator()).map_or(Node::BLURRED, |at| named(world, at)),
        Leaf::Set(set) => {
            let mut items = Vec::new();
            for (at, _) in (0_u32..).zip(kind.choices()).filter(|(at, _)| set.checked_shr(*at).is_some_and(is_odd)) {
                items.extend(usize::try_from(at).ok().and_then(|at| named(world, at).as_leaf()));
            }
            sorted::sort_by(&mut items, &Ord::cmp);
            world.leaves.node(Leaf::List(items))
        }
        Leaf::List(items) => {
            let mut named: Vec<LeafId> =
                items.into_iter().filter_map(|item| leaf_by_id(world, item, kind, roles).as_leaf()).collect();
            sorted::sort_by(&mut named, &Ord::cmp);
            world.leaves.node(Leaf::List(named))
        }
        // A choice that moves with the facts is never a formula.
        _ => Node::leaf(leaf),
    }
}

fn is_odd(set: u64) -> bool {
    set & 1 == 1
}

/// What a plan has of something that comes to a leaf, choices and roles standing there by id.
pub fn seen(world: &World<'_>, subject: &Subject, leaf: LeafId, kind: &Type) -> Seen {
    match world.leaves.get(leaf) {
        Leaf::Undetermined | Leaf::Blurred | Leaf::Conflict(_) => Seen::Undetermined,
        Leaf::Number(number) if subject.is_truth() => {
            if *number == Rational::ZERO {
                Seen::Absent
            } else {
                Seen::Present
            }
        }
        Leaf::Absent => Seen::Absent,
        Leaf::Expression(_) => Seen::Formula,
        _ => Seen::Value(shown(world, leaf, kind)),
    }
}

fn shown(world: &World<'_>, leaf: LeafId, kind: &Type) -> Shown {
    match world.leaves.get(leaf) {
        Leaf::None => Shown::text("none"),
        Leaf::Text(text) => Shown::text(text),
        Leaf::List(items) => Shown::List(items.iter().map(|item| shown(world, *item, kind)).collect()),
        Leaf::Number(number) => number
            .to_scalar(kind.decimals())
            .map_or(Shown::Undetermined, |scalar| Shown::value(&Value::Scalar(scalar), kind, world.pack)),
        _ => Shown::Undetermined,
    }
}
