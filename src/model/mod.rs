//! The typed pack: what a rule author wrote, with every name resolved and every value read.
//!
//! Nothing here knows of files, spans or diagnostics (those are [`crate::pack`]'s), nor of how a case is
//! evaluated (that is [`crate::engine`]'s). A [`Pack`] is plain data: it can be built by hand, as tests do.
//!
//! Names are resolved to indices: [`FactId`], [`DerivedId`] and so on are positions in the pack's lists.
//! Derived quantities stand in evaluation order, so a definition only reads names that come before it.

mod action;
mod calendar;
mod cell;
mod compensation;
mod cue;
pub mod date;
mod depth;
mod derived;
mod fact;
mod formula;
mod grounds;
mod guarantee;
mod parameter;
mod quantity;
mod rule;
mod setting;
mod table;
pub mod value;

pub use action::{Action, ActionId, Argument, Justice, Say, Step, StepId};
pub use calendar::Calendar;
pub use cell::{Bound, Cell, Clause, End, Test, When};
pub use compensation::{Compensation, Role, RoleId};
pub use cue::Cue;
pub use depth::DEEPEST;
pub use derived::{Condition, Definition, Derived, DerivedId, Name, ValueDefinition};
pub use fact::{Fact, FactId, From};
pub use formula::{DateUnit, Formula, Rounding};
pub use grounds::{Evidence, EvidenceId, Grounds, Tier};
pub use guarantee::{Comparison, Guarantee, Promise, Relation};
pub use parameter::{Parameter, ParameterId, Wins};
pub use quantity::{Choice, Currency, Type};
pub use rule::{Demand, Place, Rule};
pub use setting::{Setting, SettingId};
pub use table::{Entry, Hit, Row, Table, TableId};
pub use value::Value;

/// A whole pack, overlays applied.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pack {
    pub id: String,
    pub version: String,
    pub title: String,
    /// The BCP 47 tag of the language that inline text is written in.
    pub language: String,
    /// The one currency of every amount; absent in a pack without money.
    pub currency: Option<Currency>,
    pub calendar: Option<Calendar>,
    /// In the order of the recovery sequence.
    pub steps: Vec<Step>,
    /// In declared order; [`Role::may_give`] ranks them.
    pub roles: Vec<Role>,
    pub settings: Vec<Setting>,
    pub parameters: Vec<Parameter>,
    pub facts: Vec<Fact>,
    /// Facts in the order in which diagrams ask for them: those that are tested together stand close. What is left out
    /// comes last, as declared.
    pub order: Vec<FactId>,
    /// Conditions, table outputs and values, each after everything it reads.
    pub derived: Vec<Derived>,
    pub tables: Vec<Table>,
    /// In default order: by step, then as declared.
    pub actions: Vec<Action>,
    /// In declared order.
    pub rules: Vec<Rule>,
    pub compensation: Option<Compensation>,
    pub evidence: Vec<Evidence>,
    /// Held against the rules before they are used; no part of the program.
    pub guarantees: Vec<Guarantee>,
    /// No part of the program: looking for cues in a complaint takes words, and no rules.
    pub cues: Vec<Cue>,
}

impl Pack {
    /// The fact, output, condition or value that bears this id.
    pub fn name(&self, id: &str) -> Option<Name> {
        let fact = self.facts.iter().position(|fact| fact.id == id);
        let derived = || self.derived.iter().position(|derived| derived.id == id);
        fact.map(|at| Name::Fact(FactId::at(at))).or_else(|| derived().map(|at| Name::Derived(DerivedId::at(at))))
    }

    /// The type of what `name` stands for.
    pub fn type_of(&self, name: Name) -> &Type {
        match name {
            Name::Fact(fact) => self.facts.get(fact.index()).map_or(&Type::Text, |fact| &fact.kind),
            Name::Derived(derived) => self.derived.get(derived.index()).map_or(&Type::Text, |derived| &derived.kind),
            Name::Now => &Type::NOW,
        }
    }

    /// Id, title and type of what fills an argument of a phrase. `None` only where a hand-built pack names what it does
    /// not have.
    pub fn argument(&self, argument: &Argument) -> Option<(&str, &str, &Type)> {
        Some(match *argument {
            Argument::Name(Name::Fact(fact)) => {
                let Fact { id, title, kind, .. } = self.facts.get(fact.index())?;
                (id, title, kind)
            }
            Argument::Name(Name::Derived(derived)) => {
                let Derived { id, title, kind, .. } = self.derived.get(derived.index())?;
                (id, title, kind)
            }
            Argument::Name(Name::Now) => ("now", "now", &Type::NOW),
            Argument::Setting(setting) => {
                let Setting { id, title, kind, .. } = self.settings.get(setting.index())?;
                (id, title, kind)
            }
            Argument::Parameter(parameter) => {
                let Parameter { id, title, kind, .. } = self.parameters.get(parameter.index())?;
                (id, title, kind)
            }
        })
    }

    /// The id that a rule author gave to `name`.
    pub fn id_of(&self, name: Name) -> &str {
        match name {
            Name::Fact(fact) => self.facts.get(fact.index()).map_or("", |fact| &fact.id),
            Name::Derived(derived) => self.derived.get(derived.index()).map_or("", |derived| &derived.id),
            Name::Now => "now",
        }
    }
}

/// Declares a position in one of the pack's lists, so that a fact's can never be taken for a rule's.
macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u16);

        impl $name {
            /// The id at a position of its list; packs are limited to 65,535 of anything, which reading checks.
            pub fn at(position: usize) -> Self {
                Self(u16::try_from(position).unwrap_or(u16::MAX))
            }

            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    };
}
pub(crate) use index;
