//! What a change is to add or remove, as a diagram over all that it may depend on.

use crate::engine::diagram::Node;
use crate::engine::known::each_cut;
use crate::engine::layout::Layout;
use crate::engine::leaf::Leaf;
use crate::engine::world::{Place, World};
use crate::model::{ActionId, Cell, Name, Pack, ParameterId, RoleId, StepId, Type, Value};
use crate::plan::Shown;
use crate::plan::conflicts::place_id;
use crate::plan::elements::{Elements, pay::approval};

use super::asked::APPROVAL;
use super::figure::Figure;
use super::{ElementKind, WantedElement, order, presence};

/// What is to be there, or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Aim {
    /// An action is in the plan.
    Action(ActionId),
    /// An action is to be avoided.
    Avoid(ActionId),
    /// A step is left out.
    Skip(StepId),
    /// A parameter of an action is set.
    Set(ActionId, ParameterId),
    /// A parameter of an action has one value, which stands so. Where rules are at odds over it that is undetermined.
    Parameter(ActionId, ParameterId, Figure),
    /// The first action stands before the second, both in the plan.
    Order(ActionId, ActionId),
    /// A conflict of the plan is there, whatever the rows or rules at odds.
    Conflict(Place),
    /// The compensation needs the approval of a role, or that of any, be it more than any can give.
    Approval(Option<RoleId>),
    /// A fact, output, condition or value stands so.
    Value(Name, Figure),
}

impl Aim {
    /// What it is about.
    pub fn element<'pack>(&self, pack: &'pack Pack) -> WantedElement<'pack> {
        let action = |action: &ActionId| pack.actions.get(action.index()).map_or("", |action| action.id.as_str());
        let parameter = |id: &ParameterId| pack.parameters.get(id.index()).map(|parameter| parameter.id.as_str());
        let (kind, id) = match self {
            Aim::Action(id) => (ElementKind::Action, action(id)),
            Aim::Avoid(id) => (ElementKind::Avoid, action(id)),
            Aim::Skip(id) => (ElementKind::Step, pack.steps.get(id.index()).map_or("", |step| step.id.as_str())),
            Aim::Set(id, _) | Aim::Parameter(id, ..) => (ElementKind::Parameter, action(id)),
            Aim::Order(first, _) => (ElementKind::Order, action(first)),
            Aim::Conflict(place) => (ElementKind::Conflict, place_id(pack, *place)),
            Aim::Approval(_) => (ElementKind::Approval, APPROVAL),
            Aim::Value(name, _) => (ElementKind::Value, pack.id_of(*name)),
        };
        let mut element = WantedElement { kind, id, parameter: None, before: None, relation: None, value: None };
        let wanted = match self {
            Aim::Parameter(_, id, figure) => Some((figure, kind_of(pack, *id))),
            Aim::Value(name, figure) => Some((figure, pack.type_of(*name))),
            _ => None,
        };
        if let Some((figure, kind)) = wanted {
            element.relation = figure.sign();
            element.value = Some(Shown::value(&figure.value, kind, pack));
        }
        match self {
            Aim::Set(_, id) | Aim::Parameter(_, id, _) => element.parameter = parameter(id),
            Aim::Order(_, second) => element.before = Some(action(second)),
            Aim::Approval(Some(role)) => {
                element.value = Some(Shown::value(&Value::Scalar(role.0.into()), &Type::Role, pack));
            }
            _ => {}
        }
        element
    }

    /// The pieces of facts that it tells apart: a figure that it asks of a fact stands in no cell of the pack.
    pub fn cut(&self, pack: &Pack, layout: &mut Layout) {
        if let Aim::Value(Name::Fact(fact), figure) = self
            && let Some(cuts) = layout.cuts.get_mut(fact.index())
        {
            each_cut(&[figure.test()], pack, &mut |scalar| {
                cuts.insert(scalar);
            });
        }
    }

    /// Where it is there, in cases that `role` holds.
    pub fn truth(&self, world: &mut World<'_>, role: Option<RoleId>) -> Node {
        match self {
            Aim::Action(action) => presence::present(world, *action),
            Aim::Avoid(action) => presence::avoided(world, *action),
            Aim::Skip(step) => presence::skipped(world, *step),
            Aim::Set(action, parameter) => set_to(world, (*action, *parameter), &mut |_, _| Node::YES),
            Aim::Parameter(action, parameter, figure) => {
                let kind = kind_of(world.pack, *parameter);
                set_to(world, (*action, *parameter), &mut |world, leaf| match world.leaves.get(leaf) {
                    Leaf::List(_) => Node::UNDETERMINED,
                    _ => figure.holds(world, leaf, kind),
                })
            }
            Aim::Order(first, second) => order::stands_before(world, (*first, *second), role),
            Aim::Conflict(place) => {
                let clashes = Elements::of(world, role).clashes;
                let own = clashes.iter().filter(|clash| clash.place == *place);
                own.fold(Node::NO, |any, clash| world.diagrams.or(any, clash.holds))
            }
            Aim::Approval(wanted) => {
                let Some(amount) = world.pack.compensation.as_ref().map(|compensation| compensation.amount) else {
                    return Node::NO;
                };
                let amount = world.value(Name::Derived(amount));
                let needed = approval(world, amount, role);
                world.on_leaves(needed, &mut |world, leaf| match (world.leaves.get(leaf), wanted) {
                    (Leaf::Undetermined | Leaf::Blurred, _) => Node::leaf(leaf),
                    (Leaf::Absent, _) => Node::NO,
                    (Leaf::Number(number), Some(role)) => (number.numerator() == i128::from(role.0)).into(),
                    (_, Some(_)) => Node::NO,
                    (_, None) => Node::YES,
                })
            }
            Aim::Value(name, figure) => {
                world.cell(&Cell { of: *name, tests: vec![figure.test()], text: String::new() })
            }
        }
    }
}

fn kind_of(pack: &Pack, parameter: ParameterId) -> &Type {
    pack.parameters.get(parameter.index()).map_or(&Type::Text, |parameter| &parameter.kind)
}

/// Where a parameter of an action is set, and to what `holds` says yes of.
fn set_to<'p>(
    world: &mut World<'p>,
    (action, parameter): (ActionId, ParameterId),
    holds: &mut dyn FnMut(&mut World<'p>, u32) -> Node,
) -> Node {
    let elements = Elements::of(world, None);
    let own = elements.parameters.iter().find(|(of, own, _)| *of == action && *own == parameter);
    let Some((_, _, value)) = own else { return Node::NO };
    world.on_leaves(*value, &mut |world, leaf| match world.leaves.get(leaf) {
        Leaf::Undetermined | Leaf::Blurred => Node::leaf(leaf),
        Leaf::Absent => Node::NO,
        _ => holds(world, leaf),
    })
}
