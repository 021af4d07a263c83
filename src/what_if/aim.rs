//! What a change is to add or remove, as a diagram over all that it may depend on.

use crate::engine::diagram::Node;
use crate::engine::leaf::Leaf;
use crate::engine::world::World;
use crate::model::{ActionId, Cell, Definition, End, Name, Pack, ParameterId, Rule, StepId, Test, Type, Value, value};
use crate::plan::elements::Elements;
use crate::plan::target::Target;
use crate::plan::{Shown, UnknownName};
use crate::text::cut;

use super::{ElementKind, WantedElement, WhatIfError};

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
    /// A fact, output, condition or value is a scalar, or `none`.
    Value(Name, Option<i64>),
}

impl Aim {
    /// What a name stands for: an action, `avoid:action`, a step (that it is left out), `action.parameter` (that it is
    /// set), a condition or yes-no (that it is yes), `name=value` of anything else.
    pub fn of(pack: &Pack, element: &str) -> Result<Aim, WhatIfError> {
        let action = |id: &str| pack.actions.iter().position(|action| action.id == id).map(ActionId::at);
        if let Some(action) = action(element) {
            return Ok(Aim::Action(action));
        }
        if let Some(step) = pack.steps.iter().position(|step| step.id == element) {
            return Ok(Aim::Skip(StepId::at(step)));
        }
        if let Some(("avoid", id)) = cut(element, b":")
            && let Some(action) = action(id)
        {
            return Ok(Aim::Avoid(action));
        }
        if let Some((of, parameter)) = cut(element, b".")
            && let Some(action) = action(of)
            && let Some(parameter) = pack.parameters.iter().position(|own| own.id == parameter)
        {
            return Ok(Aim::Set(action, ParameterId::at(parameter)));
        }
        match cut(element, b"=") {
            Some((name, value)) => Aim::named(pack, name.trim(), Some(value.trim())),
            None => Aim::named(pack, element, None),
        }
    }

    fn named(pack: &Pack, id: &str, value: Option<&str>) -> Result<Aim, WhatIfError> {
        let names = pack.actions.iter().map(|action| action.id.as_str());
        let names = names.chain(pack.steps.iter().map(|step| step.id.as_str())).collect();
        let target = Target::of(pack, id).ok_or_else(|| WhatIfError::Unknown(UnknownName::new(pack, id, names)))?;
        let &[name] = target.names(pack).as_slice() else { return Err(WhatIfError::NotOneValue(id.to_owned())) };
        let kind = pack.type_of(name);
        if is_list(pack, name) || matches!(kind, Type::Text | Type::Several(_)) {
            return Err(WhatIfError::NotOneValue(id.to_owned()));
        }
        let text = match (value, kind) {
            (Some(text), _) => text,
            (None, Type::YesNo) => "yes",
            (None, _) => return Err(WhatIfError::WhichValue(id.to_owned())),
        };
        match value::parse_scalar(text, kind) {
            _ if text == "none" => Ok(Aim::Value(name, None)),
            Ok(scalar) => Ok(Aim::Value(name, Some(scalar))),
            Err(_) => Err(WhatIfError::NoValue { name: id.to_owned(), value: text.to_owned(), values: values(kind) }),
        }
    }

    /// What it is about.
    pub fn element<'pack>(&self, pack: &'pack Pack) -> WantedElement<'pack> {
        let action = |action: &ActionId| pack.actions.get(action.index()).map_or("", |action| &action.id);
        let of = |kind: ElementKind, id: &'pack str| WantedElement { kind, id, parameter: None, value: None };
        match self {
            Aim::Action(id) => of(ElementKind::Action, action(id)),
            Aim::Avoid(id) => of(ElementKind::Avoid, action(id)),
            Aim::Skip(step) => of(ElementKind::Step, pack.steps.get(step.index()).map_or("", |step| &step.id)),
            Aim::Set(id, parameter) => WantedElement {
                parameter: pack.parameters.get(parameter.index()).map(|parameter| parameter.id.as_str()),
                ..of(ElementKind::Parameter, action(id))
            },
            Aim::Value(name, scalar) => {
                let value = scalar.map_or(Value::None, Value::Scalar);
                let value = Some(Shown::value(&value, pack.type_of(*name), pack));
                WantedElement { value, ..of(ElementKind::Value, pack.id_of(*name)) }
            }
        }
    }

    /// Where it is there.
    pub fn truth(&self, world: &mut World<'_>) -> Node {
        match self {
            Aim::Action(action) => {
                let step = world.pack.actions.get(action.index()).map(|action| action.step);
                let wanted = wanted(world, *action);
                let skipped = step.map_or(Node::NO, |step| skipped(world, step));
                without(world, wanted, skipped)
            }
            Aim::Avoid(action) => any(world, &|rule| rule.avoid.contains(action)),
            Aim::Skip(step) => skipped(world, *step),
            Aim::Set(action, parameter) => {
                let elements = Elements::of(world, None);
                let own = elements.parameters.iter().find(|(of, own, _)| of == action && own == parameter);
                let absent = world.leaves.id(Leaf::Absent);
                let Some((_, _, value)) = own else { return Node::NO };
                world.diagrams.map(*value, &mut |leaf| match Node::leaf(leaf) {
                    Node::UNDETERMINED | Node::BLURRED => leaf,
                    _ => u32::from(leaf != absent),
                })
            }
            Aim::Value(name, scalar) => {
                let test = scalar.map_or(Test::None, |scalar| Test::Is(End::Constant(scalar)));
                world.cell(&Cell { of: *name, tests: vec![test], text: String::new() })
            }
        }
    }
}

/// The values of a type in words.
fn values(kind: &Type) -> String {
    match kind.choices() {
        [] if *kind == Type::YesNo => "`yes` or `no`".to_owned(),
        [] => {
            let (min, max) = value::print_bounds(kind);
            format!("a value from {min} to {max}")
        }
        choices => {
            let ids: Vec<String> = choices.iter().map(|choice| format!("`{}`", choice.id)).collect();
            format!("one of {}", ids.join(", "))
        }
    }
}

fn is_list(pack: &Pack, name: Name) -> bool {
    let Name::Derived(derived) = name else { return false };
    match pack.derived.get(derived.index()).map(|derived| &derived.definition) {
        Some(Definition::Output { table, .. }) => {
            pack.tables.get(table.index()).is_some_and(|table| table.hit.is_list())
        }
        _ => false,
    }
}

/// Where some rule holds of those that conclude something.
fn any(world: &mut World<'_>, concludes: &dyn Fn(&Rule) -> bool) -> Node {
    let mut any = Node::NO;
    for rule in &world.pack.rules {
        if concludes(rule) && world.is_valid(&rule.grounds) {
            let holds = world.holds(&rule.when, &rule.unless);
            any = world.diagrams.or(any, holds);
        }
    }
    any
}

/// Where an action would be in the plan if its step is not left out (P1).
fn wanted(world: &mut World<'_>, action: ActionId) -> Node {
    let wanted = any(world, &|rule| rule.recommend.contains(&action));
    let avoided = any(world, &|rule| rule.avoid.contains(&action));
    without(world, wanted, avoided)
}

/// Where a step is left out (S5).
fn skipped(world: &mut World<'_>, step: StepId) -> Node {
    let mut skipped = any(world, &|rule| rule.skip.contains(&step));
    for (at, action) in world.pack.actions.iter().enumerate() {
        if action.must && action.step == step && skipped != Node::NO {
            let wanted = wanted(world, ActionId::at(at));
            skipped = without(world, skipped, wanted);
        }
    }
    skipped
}

fn without(world: &mut World<'_>, truth: Node, other: Node) -> Node {
    let not = world.diagrams.not(other);
    world.diagrams.and(truth, not)
}
