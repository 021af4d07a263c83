//! What is asked for, in the words of the command and of other programs.

use crate::engine::world::Place;
use crate::model::{ActionId, Definition, DerivedId, Name, Pack, ParameterId, Relation, StepId, Type, Value};
use crate::plan::UnknownName;
use crate::plan::target::Target;
use crate::text::cut;

use super::WhatIfError;
use super::aim::Aim;
use super::figure::{Figure, role, values};

/// What stands for the compensation, whatever the pack calls what it pays.
const AMOUNT: &str = "compensation.amount";
const FORM: &str = "compensation.form";
pub(super) const APPROVAL: &str = "compensation.approval";

const SIGNS: [(&str, Relation); 5] = [
    ("<=", Relation::AtMost),
    (">=", Relation::AtLeast),
    ("<", Relation::Less),
    (">", Relation::Greater),
    ("=", Relation::Equal),
];

impl Aim {
    /// What a text asks for; `SEMANTICS` lists the forms (Y3).
    ///
    /// # Errors
    /// If the pack has nothing of that name, or it is not said which of many values is meant, or the value is none.
    pub fn of(pack: &Pack, element: &str) -> Result<Aim, WhatIfError> {
        let Some((subject, _)) = cut(element, b"<>=") else { return by_name(pack, element.trim()) };
        let signed = element.get(subject.len()..).unwrap_or_default();
        let related = |(sign, relation): &(&str, Relation)| Some((*relation, signed.strip_prefix(sign)?));
        let (relation, text) = SIGNS.iter().find_map(related).unwrap_or((Relation::Equal, ""));
        by_value(pack, subject.trim(), relation, text.trim())
    }
}

/// What a name alone asks for.
fn by_name(pack: &Pack, id: &str) -> Result<Aim, WhatIfError> {
    if let Some(action) = action(pack, id) {
        return Ok(Aim::Action(action));
    }
    if let Some(step) = pack.steps.iter().position(|step| step.id == id) {
        return Ok(Aim::Skip(StepId::at(step)));
    }
    if let Some((action, parameter)) = parameter(pack, id) {
        return Ok(Aim::Set(action, parameter));
    }
    match cut(id, b":") {
        Some(("avoid", id)) => action(pack, id).map(Aim::Avoid).ok_or_else(|| unknown(pack, id)),
        Some(("conflict", id)) => {
            place(pack, id).map(Aim::Conflict).ok_or_else(|| WhatIfError::NoConflict(id.to_owned()))
        }
        _ if id == APPROVAL && pack.compensation.is_some() => Ok(Aim::Approval(None)),
        _ => {
            let name = quantity(pack, id)?;
            match pack.type_of(name) {
                Type::YesNo => Ok(Aim::Value(name, Figure::equal(Value::Scalar(1)))),
                _ => Err(WhatIfError::WhichValue(pack.id_of(name).to_owned())),
            }
        }
    }
}

/// What a name asks for that is to stand so to a value, or an action to another.
fn by_value(pack: &Pack, id: &str, relation: Relation, text: &str) -> Result<Aim, WhatIfError> {
    if let Some(first) = action(pack, id) {
        return match relation {
            Relation::Less => {
                action(pack, text).map(|second| Aim::Order(first, second)).ok_or_else(|| unknown(pack, text))
            }
            _ => Err(WhatIfError::NotOneValue(id.to_owned())),
        };
    }
    if let Some((action, parameter)) = parameter(pack, id) {
        let Some(own) = pack.parameters.get(parameter.index()) else { return Err(unknown(pack, id)) };
        return Ok(Aim::Parameter(action, parameter, Figure::read(pack, (id, &own.kind), relation, text)?));
    }
    if id == APPROVAL && pack.compensation.is_some() {
        let wrong =
            || WhatIfError::NoValue { name: id.to_owned(), value: text.to_owned(), values: values(pack, &Type::Role) };
        return match relation {
            Relation::Equal => role(pack, text).map(|role| Aim::Approval(Some(role))).ok_or_else(wrong),
            _ => Err(WhatIfError::NoOrder(id.to_owned())),
        };
    }
    let name = quantity(pack, id)?;
    if text == "none" && relation == Relation::Equal {
        return Ok(Aim::Value(name, Figure::equal(Value::None)));
    }
    Ok(Aim::Value(name, Figure::read(pack, (id, pack.type_of(name)), relation, text)?))
}

fn action(pack: &Pack, id: &str) -> Option<ActionId> {
    pack.actions.iter().position(|action| action.id == id).map(ActionId::at)
}

/// A parameter of an action, as `action.parameter`.
fn parameter(pack: &Pack, id: &str) -> Option<(ActionId, ParameterId)> {
    let (of, parameter) = cut(id, b".")?;
    let parameter = pack.parameters.iter().position(|own| own.id == parameter)?;
    Some((action(pack, of)?, ParameterId::at(parameter)))
}

/// Where conflicts can be: a table or one of its outputs, a value, a parameter, the order, the authority.
fn place(pack: &Pack, id: &str) -> Option<Place> {
    if let Some(target) = Target::of(pack, id) {
        return match (target, target.definition(pack)) {
            _ if let Some(table) = target.table(pack) => Some(Place::Table(table)),
            (Target::One(Name::Derived(value)), Some(Definition::Value(_))) => Some(Place::Value(value)),
            _ => None,
        };
    }
    if let Some(parameter) = pack.parameters.iter().position(|own| own.id == id) {
        return Some(Place::Parameter(ParameterId::at(parameter)));
    }
    match id {
        "order" => Some(Place::Order),
        "authority" => Some(Place::Authority),
        _ => None,
    }
}

/// What has single values.
fn quantity(pack: &Pack, id: &str) -> Result<Name, WhatIfError> {
    let paid = pack.compensation.as_ref().and_then(|compensation| match id {
        AMOUNT => Some(compensation.amount),
        FORM => compensation.form,
        _ => None,
    });
    let name = match (paid.map(Name::Derived), Target::of(pack, id)) {
        (Some(paid), _) => paid,
        (None, Some(target)) => match target.names(pack).as_slice() {
            &[name] => name,
            _ => return Err(WhatIfError::NotOneValue(id.to_owned())),
        },
        (None, None) => return Err(unknown(pack, id)),
    };
    if is_list(pack, name) || matches!(pack.type_of(name), Type::Text | Type::Several(_)) {
        return Err(WhatIfError::NotOneValue(id.to_owned()));
    }
    Ok(name)
}

fn is_list(pack: &Pack, name: Name) -> bool {
    let Name::Derived(DerivedId(at)) = name else { return false };
    match pack.derived.get(usize::from(at)).map(|derived| &derived.definition) {
        Some(Definition::Output { table, .. }) => {
            pack.tables.get(table.index()).is_some_and(|table| table.hit.is_list())
        }
        _ => false,
    }
}

fn unknown(pack: &Pack, id: &str) -> WhatIfError {
    let actions = pack.actions.iter().map(|action| action.id.as_str());
    let others = pack.steps.iter().map(|step| step.id.as_str()).chain([AMOUNT, FORM, APPROVAL]);
    WhatIfError::Unknown(UnknownName::new(pack, id, actions.chain(others).collect()))
}
