//! What a face needs to know of a pack to ask, name and format: its titles, types, roles and sources; no rules.

use serde::Serialize;

use super::{Entries, PackIdentity, Shown};
use crate::model::{Argument, Name, Pack, Type, Value};

/// The part of a pack that faces show. Lists stand in declared order.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct Info {
    pub pack: PackIdentity,
    pub title: String,
    /// The BCP 47 tag of the language that titles and questions are written in.
    pub language: String,
    /// The ISO 4217 code; absent in a pack without money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    pub steps: Vec<Titled>,
    pub roles: Vec<Titled>,
    pub parameters: Vec<NameInfo>,
    pub facts: Vec<FactInfo>,
    /// Conditions, outputs and values.
    pub derived: Vec<NameInfo>,
    pub actions: Vec<ActionInfo>,
    pub evidence: Vec<EvidenceInfo>,
    /// Absent in a pack that pays nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compensation: Option<CompensationInfo>,
}

/// The quantities that compensation shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct CompensationInfo {
    pub amount: NameInfo,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<NameInfo>,
}

/// An id and what a person reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct Titled {
    pub id: String,
    pub title: String,
}

/// Something that has a value of a type.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct NameInfo {
    pub id: String,
    pub title: String,
    #[serde(flatten)]
    pub kind: Kind,
}

/// A fact as a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct FactInfo {
    pub id: String,
    pub title: String,
    #[serde(flatten)]
    pub kind: Kind,
    /// Absent when nobody is to be asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask: Option<String>,
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
pub struct Kind {
    /// `yes-no`, `choice`, `several`, `level`, `number`, `duration`, `money`, `date`, `text` or `role`.
    #[serde(rename = "type")]
    pub name: &'static str,
    /// The declared values; of a level the least first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "web", tsify(optional))]
    pub values: Vec<Titled>,
    /// How many decimals a number or an amount has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The bounds of a quantity, both inclusive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<Shown>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Shown>,
}

/// An action, and what fills its words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct ActionInfo {
    pub id: String,
    pub title: String,
    pub step: String,
    /// The author's word for what kind of action it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    pub justice: Vec<&'static str>,
    /// Of each argument of its words: the id of the fact, quantity, setting or parameter, and its type.
    #[serde(skip_serializing_if = "Entries::is_empty")]
    #[cfg_attr(feature = "web", tsify(optional))]
    pub args: Entries<NameInfo>,
}

/// A source that rules stand on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct EvidenceInfo {
    pub id: String,
    pub claim: String,
    pub source: String,
    /// `research`, `practice`, `vendor figure` or `law`.
    pub tier: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "web", tsify(optional))]
    pub remark: String,
}

impl Info {
    /// Reads the pack; `hash` is that of the program it came from, in lower-case hexadecimal.
    pub fn of(pack: &Pack, hash: &str) -> Self {
        let name = |id: &str, title: &str, kind: &Type| NameInfo {
            id: id.to_owned(),
            title: title.to_owned(),
            kind: Kind::of(kind, pack),
        };
        Info {
            pack: PackIdentity { id: pack.id.clone(), version: pack.version.clone(), hash: hash.to_owned() },
            title: pack.title.clone(),
            language: pack.language.clone(),
            currency: pack.currency.as_ref().map(|currency| currency.code.clone()),
            steps: pack.steps.iter().map(|step| Titled::new(&step.id, &step.title)).collect(),
            roles: pack.roles.iter().map(|role| Titled::new(&role.id, &role.title)).collect(),
            parameters: pack.parameters.iter().map(|of| name(&of.id, &of.title, &of.kind)).collect(),
            facts: pack.facts.iter().map(|fact| FactInfo::of(fact, pack)).collect(),
            derived: pack.derived.iter().map(|of| name(&of.id, &of.title, &of.kind)).collect(),
            actions: pack.actions.iter().map(|action| ActionInfo::of(action, pack)).collect(),
            compensation: pack.compensation.as_ref().and_then(|of| CompensationInfo::of(of, pack)),
            evidence: pack
                .evidence
                .iter()
                .map(|evidence| EvidenceInfo {
                    id: evidence.id.clone(),
                    claim: evidence.claim.clone(),
                    source: evidence.source.clone(),
                    tier: evidence.tier.id(),
                    remark: evidence.remark.clone(),
                })
                .collect(),
        }
    }
}

impl Titled {
    fn new(id: &str, title: &str) -> Self {
        Titled { id: id.to_owned(), title: title.to_owned() }
    }
}

impl FactInfo {
    fn of(fact: &crate::model::Fact, pack: &Pack) -> Self {
        FactInfo {
            id: fact.id.clone(),
            title: fact.title.clone(),
            kind: Kind::of(&fact.kind, pack),
            ask: fact.ask.clone(),
            from: fact.from.id(),
            optional: fact.optional,
            default: fact.default.as_ref().map(|value| Shown::value(value, &fact.kind, pack)),
            sensitive: fact.sensitive,
        }
    }
}

impl Kind {
    fn of(kind: &Type, pack: &Pack) -> Self {
        let bound = |at: fn((i64, i64)) -> i64| {
            let range = if kind.is_quantity() { kind.range() } else { None };
            range.map(|range| Shown::value(&Value::Scalar(at(range)), kind, pack))
        };
        let unit = match kind {
            Type::Number { unit, .. } => unit.clone(),
            _ => None,
        };
        Kind {
            name: kind.id(),
            values: kind.choices().iter().map(|choice| Titled::new(&choice.id, &choice.title)).collect(),
            decimals: matches!(kind, Type::Number { .. } | Type::Money { .. }).then(|| kind.decimals()),
            unit,
            min: bound(|(min, _)| min),
            max: bound(|(_, max)| max),
        }
    }
}

impl ActionInfo {
    fn of(action: &crate::model::Action, pack: &Pack) -> Self {
        let args = action.say.iter().flat_map(|say| &say.args);
        ActionInfo {
            id: action.id.clone(),
            title: action.title.clone(),
            step: pack.steps.get(action.step.index()).map_or_else(String::new, |step| step.id.clone()),
            kind: action.kind.clone(),
            justice: action.justice.iter().map(|justice| justice.id()).collect(),
            args: Entries(
                args.filter_map(|(argument, of)| Some((argument.clone(), NameInfo::filling(of, pack)?))).collect(),
            ),
        }
    }
}

impl CompensationInfo {
    fn of(compensation: &crate::model::Compensation, pack: &Pack) -> Option<Self> {
        let name = |of| NameInfo::filling(&Argument::Name(Name::Derived(of)), pack);
        Some(CompensationInfo { amount: name(compensation.amount)?, form: compensation.form.and_then(name) })
    }
}

impl NameInfo {
    /// What fills an argument of a phrase. `None` only where a hand-built pack names what it does not have.
    fn filling(argument: &Argument, pack: &Pack) -> Option<Self> {
        let (id, title, kind) = match *argument {
            Argument::Name(name @ Name::Fact(fact)) => {
                (pack.id_of(name), pack.facts.get(fact.index())?.title.as_str(), pack.type_of(name))
            }
            Argument::Name(name @ Name::Derived(derived)) => {
                (pack.id_of(name), pack.derived.get(derived.index())?.title.as_str(), pack.type_of(name))
            }
            Argument::Name(name @ Name::Now) => (pack.id_of(name), "now", pack.type_of(name)),
            Argument::Setting(setting) => {
                let setting = pack.settings.get(setting.index())?;
                (setting.id.as_str(), setting.title.as_str(), &setting.kind)
            }
            Argument::Parameter(parameter) => {
                let parameter = pack.parameters.get(parameter.index())?;
                (parameter.id.as_str(), parameter.title.as_str(), &parameter.kind)
            }
        };
        Some(NameInfo { id: id.to_owned(), title: title.to_owned(), kind: Kind::of(kind, pack) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Choice, Fact, From, Grounds, When};

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
        assert_eq!(anger.kind.values, [Titled::new("calm", "Calm")]);
        assert_eq!(anger.kind.max, None, "the order of a level is no quantity");
        assert_eq!(info.facts[1].kind.max, Some(Shown::text("10000.00")));
    }
}
