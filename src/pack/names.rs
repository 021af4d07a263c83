//! What the ids of a pack stand for, before anything that uses them is read.

use std::collections::BTreeMap;

use crate::model::value::nearest;
use crate::model::{ActionId, Currency, EvidenceId, Name, ParameterId, RoleId, SettingId, StepId, Type, Value};

use super::codes;
use super::diagnostic::Sink;
use super::document::{Place, Text};
use super::ids::Mistaken;

/// The ids of a pack with their types.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub currency: Option<Currency>,
    pub has_calendar: bool,
    /// Facts, outputs, conditions, values, settings and tables.
    pub symbols: BTreeMap<String, Symbol>,
    pub facts: Vec<Typed>,
    pub settings: Vec<(Typed, Option<Value>)>,
    /// In evaluation order.
    pub derived: Vec<Typed>,
    pub steps: BTreeMap<String, StepId>,
    pub actions: BTreeMap<String, ActionId>,
    pub roles: BTreeMap<String, RoleId>,
    pub parameters: BTreeMap<String, ParameterId>,
    pub parameter_types: Vec<Option<Type>>,
    pub evidence: BTreeMap<String, EvidenceId>,
    pub mistaken: Mistaken,
}

/// What an id of the shared namespace stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Symbol {
    Name(Name),
    Setting(SettingId),
    Table,
}

/// Something with a type, or whose type could not be read and has been reported.
#[derive(Debug, Clone)]
pub(super) struct Typed {
    pub id: String,
    pub kind: Option<Type>,
    /// The result of a table whose hit policy gives lists.
    pub is_list: bool,
    /// Whether a case can leave it without a value, as far as its declaration tells.
    pub may_be_none: bool,
    pub place: Place,
}

/// What a formula or the end of a test can read.
#[derive(Debug, Clone, Copy)]
pub(super) enum Readable<'a> {
    Name(Name, &'a Type),
    Setting(SettingId, &'a Type),
}

impl<'a> Readable<'a> {
    pub fn kind(self) -> &'a Type {
        match self {
            Readable::Name(_, kind) | Readable::Setting(_, kind) => kind,
        }
    }
}

impl Names {
    /// The id that is meant by a name: itself, but where its declaration is mistaken.
    pub fn meant<'a>(&'a self, id: &'a str) -> &'a str {
        self.mistaken.get(id).map_or(id, String::as_str)
    }

    fn typed(&self, name: Name) -> Option<&Typed> {
        match name {
            Name::Fact(fact) => self.facts.get(fact.index()),
            Name::Derived(derived) => self.derived.get(derived.index()),
            Name::Now => None,
        }
    }

    /// The type of a name, unless it could not be read.
    pub fn kind(&self, name: Name) -> Option<&Type> {
        match name {
            Name::Now => Some(&Type::NOW),
            _ => self.typed(name)?.kind.as_ref(),
        }
    }

    /// Whether it is the result of a table whose hit policy gives lists.
    pub fn is_list(&self, name: Name) -> bool {
        self.typed(name).is_some_and(|typed| typed.is_list)
    }

    /// Whether a case can leave it without a value, as far as its declaration tells.
    pub fn may_be_none(&self, name: Name) -> bool {
        self.typed(name).is_some_and(|typed| typed.may_be_none)
    }

    pub fn symbol(&self, id: &str) -> Option<Symbol> {
        if id == "now" { Some(Symbol::Name(Name::Now)) } else { self.symbols.get(id).copied() }
    }

    /// Ids that a cell can test, for "did you mean".
    pub fn testable(&self) -> impl Iterator<Item = &str> {
        self.facts.iter().chain(&self.derived).map(|typed| typed.id.as_str())
    }

    /// Ids that a formula can read, for "did you mean".
    pub fn readable_ids(&self) -> impl Iterator<Item = &str> {
        self.testable().chain(self.settings.iter().map(|(typed, _)| typed.id.as_str()))
    }

    /// The fact, output, condition or value that a cell tests; reports what is none of these.
    pub fn tested(&self, id: Text<'_>, sink: &mut Sink) -> Option<Name> {
        match self.symbol(id.text) {
            Some(Symbol::Name(name)) => {
                if self.is_list(name) {
                    list_is_read(id, sink);
                    return None;
                }
                Some(name)
            }
            Some(Symbol::Setting(_)) => {
                sink.error(
                    codes::WRONG_NAME,
                    id.place(),
                    format_args!("`{}` is a setting, which no cell tests", id.text),
                )
                .help("a setting does not change with the case; test a fact against it, as in `> the_setting`");
                None
            }
            Some(Symbol::Table) => {
                sink.error(codes::WRONG_NAME, id.place(), format_args!("`{}` is a table", id.text))
                    .help("name one of the table's outputs");
                None
            }
            None => {
                unknown(id, "fact, output, condition or value", self.testable(), sink);
                None
            }
        }
    }

    /// What an id in a formula or at the end of a test stands for; `None` without a report if nothing bears the id.
    pub fn readable(&self, id: Text<'_>, sink: &mut Sink) -> Result<Option<Readable<'_>>, Reported> {
        match self.symbol(id.text) {
            None => Ok(None),
            Some(Symbol::Table) => {
                sink.error(codes::WRONG_NAME, id.place(), format_args!("`{}` is a table", id.text))
                    .help("name one of the table's outputs");
                Err(Reported)
            }
            Some(Symbol::Setting(setting)) => {
                let typed = self.settings.get(setting.index());
                let kind = typed.and_then(|(typed, _)| typed.kind.as_ref());
                kind.map(|kind| Some(Readable::Setting(setting, kind))).ok_or(Reported)
            }
            Some(Symbol::Name(name)) => {
                if self.is_list(name) {
                    list_is_read(id, sink);
                    return Err(Reported);
                }
                self.kind(name).map(|kind| Some(Readable::Name(name, kind))).ok_or(Reported)
            }
        }
    }
}

/// What was wrong has been said.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reported;

/// How many ids a slip of the pen is held against.
const MOST_CANDIDATES: usize = 5_000;

/// Reports an id that nothing bears.
pub(super) fn unknown<'a>(id: Text<'_>, what: &str, known: impl Iterator<Item = &'a str>, sink: &mut Sink) {
    // What is not shown needs no suggestion, and a hostile pack could ask for many.
    let near = if sink.is_full() { None } else { nearest(id.text, known.take(MOST_CANDIDATES)) };
    let near = near.map(|near| format!("did you mean `{near}`?"));
    let disabled = sink.disabled(id.text);
    let help = match (disabled, near) {
        (Some(_), _) => "disable or replace what reads it too, or leave it in".to_owned(),
        (None, Some(near)) => near,
        (None, None) => format!("declare it, or write the id of another {what}"),
    };
    let draft = sink.error(codes::UNKNOWN_NAME, id.place(), format_args!("there is no {what} `{}`", id.text));
    draft.help(help);
    if let Some(place) = disabled {
        draft.related(place, "it is disabled here");
    }
}

/// The position that an id of one kind stands for, or a report.
pub(super) fn find<T: Copy>(ids: &BTreeMap<String, T>, id: Text<'_>, what: &str, sink: &mut Sink) -> Option<T> {
    let id = id.trim();
    let found = ids.get(id.text).copied();
    if found.is_none() {
        unknown(id, what, ids.keys().map(String::as_str), sink);
    }
    found
}

fn list_is_read(id: Text<'_>, sink: &mut Sink) {
    sink.error(codes::LIST_READ, id.place(), format_args!("`{}` is a list, which nothing can read", id.text))
        .help("a table that others read has another hit policy, such as `first`, `collect-sum` or `collect-count`");
}
