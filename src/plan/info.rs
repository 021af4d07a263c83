//! What a face needs to know of a pack to ask, name and format: its titles, types and roles; no rules.

use serde::Serialize;

use super::{Entries, PackIdentity, Shown};
use crate::model::{
    Action, Argument, Choice, Compensation, Derived, Fact, Name, Pack, Parameter, Role, Step, Type, Value,
};

/// The part of a pack that faces show. Lists stand in declared order.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct Info<'pack> {
    pub pack: PackIdentity,
    pub title: &'pack str,
    /// The BCP 47 tag of the language that titles and questions are written in.
    pub language: &'pack str,
    /// The ISO 4217 code; absent in a pack without money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<&'pack str>,
    pub steps: Vec<Titled<'pack>>,
    pub roles: Vec<Titled<'pack>>,
    pub parameters: Vec<NameInfo<'pack>>,
    pub facts: Vec<FactInfo<'pack>>,
    /// Conditions, outputs and values.
    pub derived: Vec<NameInfo<'pack>>,
    pub actions: Vec<ActionInfo<'pack>>,
    /// Absent in a pack that pays nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compensation: Option<CompensationInfo<'pack>>,
}

/// The quantities that compensation shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct CompensationInfo<'pack> {
    pub amount: NameInfo<'pack>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<NameInfo<'pack>>,
}

/// An id and what a person reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct Titled<'pack> {
    pub id: &'pack str,
    pub title: &'pack str,
}

/// Something that has a value of a type.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct NameInfo<'pack> {
    pub id: &'pack str,
    pub title: &'pack str,
    #[serde(flatten)]
    pub kind: Kind<'pack>,
}

/// A fact as a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct FactInfo<'pack> {
    pub id: &'pack str,
    pub title: &'pack str,
    #[serde(flatten)]
    pub kind: Kind<'pack>,
    /// Absent when nobody is to be asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask: Option<&'pack str>,
    /// `ticket`, `agent` or `customer`.
    pub from: &'static str,
    /// Whether `none` can be given.
    pub optional: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<Shown>,
    pub sensitive: bool,
}

/// A type as the pack language names it, with what a form needs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct Kind<'pack> {
    /// `yes-no`, `choice`, `several`, `level`, `number`, `duration`, `money`, `date`, `text` or `role`.
    #[serde(rename = "type")]
    pub name: &'static str,
    /// The declared values; of a level the least first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "web", tsify(optional))]
    pub values: Vec<Titled<'pack>>,
    /// How many decimals a number or an amount has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'pack str>,
    /// The bounds of a quantity, both inclusive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<Shown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Shown>,
}

/// An action, and what fills its words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct ActionInfo<'pack> {
    pub id: &'pack str,
    pub title: &'pack str,
    pub step: &'pack str,
    /// The author's word for what kind of action it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'pack str>,
    pub justice: Vec<&'static str>,
    /// Of each argument of its words: the id of the fact, quantity, setting or parameter, and its type.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    #[cfg_attr(feature = "web", tsify(optional))]
    pub args: Entries<NameInfo<'pack>>,
}

impl<'pack> Info<'pack> {
    /// Reads the pack; `hash` is that of the program it came from, in lower-case hexadecimal.
    pub fn of(pack: &'pack Pack, hash: &str) -> Self {
        let mut info = Info {
            pack: PackIdentity { id: pack.id.clone(), version: pack.version.clone(), hash: hash.to_owned() },
            title: &pack.title,
            language: &pack.language,
            currency: pack.currency.as_ref().map(|currency| currency.code.as_str()),
            steps: Vec::new(),
            roles: Vec::new(),
            parameters: Vec::new(),
            facts: Vec::new(),
            derived: Vec::new(),
            actions: Vec::new(),
            compensation: pack.compensation.as_ref().and_then(|of| CompensationInfo::of(of, pack)),
        };
        for Step { id, title } in &pack.steps {
            info.steps.push(Titled { id, title });
        }
        for Role { id, title, .. } in &pack.roles {
            info.roles.push(Titled { id, title });
        }
        for Parameter { id, title, kind, .. } in &pack.parameters {
            info.parameters.push(NameInfo { id, title, kind: Kind::of(kind, pack) });
        }
        for fact in &pack.facts {
            info.facts.push(FactInfo::of(fact, pack));
        }
        for Derived { id, title, kind, .. } in &pack.derived {
            info.derived.push(NameInfo { id, title, kind: Kind::of(kind, pack) });
        }
        for action in &pack.actions {
            info.actions.push(ActionInfo::of(action, pack));
        }
        info
    }
}

impl<'pack> FactInfo<'pack> {
    fn of(fact: &'pack Fact, pack: &'pack Pack) -> Self {
        FactInfo {
            id: &fact.id,
            title: &fact.title,
            kind: Kind::of(&fact.kind, pack),
            ask: fact.ask.as_deref(),
            from: fact.from.id(),
            optional: fact.optional,
            default: fact.default.as_ref().map(|value| Shown::value(value, &fact.kind, pack)),
            sensitive: fact.sensitive,
        }
    }
}

impl<'pack> Kind<'pack> {
    fn of(kind: &'pack Type, pack: &Pack) -> Self {
        let mut of = Kind { name: kind.id(), values: Vec::new(), decimals: None, unit: None, min: None, max: None };
        for Choice { id, title } in kind.choices() {
            of.values.push(Titled { id, title });
        }
        if let Type::Number { unit, .. } = kind {
            of.unit = unit.as_deref();
        }
        if matches!(kind, Type::Number { .. } | Type::Money { .. }) {
            of.decimals = Some(kind.decimals());
        }
        if kind.is_quantity()
            && let Some((min, max)) = kind.range()
        {
            of.min = Some(Shown::value(&Value::Scalar(min), kind, pack));
            of.max = Some(Shown::value(&Value::Scalar(max), kind, pack));
        }
        of
    }
}

impl<'pack> ActionInfo<'pack> {
    fn of(action: &'pack Action, pack: &'pack Pack) -> Self {
        let mut args = Vec::new();
        for argument in action.say.iter().flat_map(|say| &say.args) {
            args.extend(NameInfo::filling(argument, pack).map(|of| (of.id.to_owned(), of)));
        }
        ActionInfo {
            id: &action.id,
            title: &action.title,
            step: pack.steps.get(action.step.index()).map_or("", |step| &step.id),
            kind: action.kind.as_deref(),
            justice: action.justice.iter().map(|justice| justice.id()).collect(),
            args: Entries(args),
        }
    }
}

impl<'pack> CompensationInfo<'pack> {
    fn of(compensation: &Compensation, pack: &'pack Pack) -> Option<Self> {
        let name = |of| NameInfo::filling(&Argument::Name(Name::Derived(of)), pack);
        Some(CompensationInfo { amount: name(compensation.amount)?, form: compensation.form.and_then(name) })
    }
}

impl<'pack> NameInfo<'pack> {
    /// What fills an argument of a phrase.
    fn filling(argument: &Argument, pack: &'pack Pack) -> Option<Self> {
        let (id, title, kind) = pack.argument(argument)?;
        Some(NameInfo { id, title, kind: Kind::of(kind, pack) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{From, Grounds, When};

    #[test]
    fn a_fact_is_described_as_a_form_needs_it() {
        let calm = Choice { id: "calm".to_owned(), title: "Calm".to_owned() };
        let fact = |id: &str, kind: Type| Fact {
            id: id.to_owned(),
            title: id.to_owned(),
            kind,
            ask: Some("?".to_owned()),
            from: From::Ticket,
            applies: When::default(),
            optional: false,
            default: None,
            sensitive: false,
            usual: None,
            grounds: Grounds::default(),
        };
        let pack = Pack {
            facts: vec![
                fact("anger", Type::Level(vec![calm])),
                fact("price", Type::Money { decimals: 2, min: 0, max: 1_000_000 }),
            ],
            ..Pack::default()
        };
        let info = Info::of(&pack, "00");
        let anger = &info.facts[0];
        assert_eq!((anger.kind.name, anger.from), ("level", "ticket"));
        assert_eq!(anger.kind.values, [Titled { id: "calm", title: "Calm" }]);
        assert_eq!(anger.kind.max, None, "the order of a level is no quantity");
        assert_eq!(info.facts[1].kind.max, Some(Shown::text("10000.00")));
    }
}
