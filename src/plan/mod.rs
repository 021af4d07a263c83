//! From what holds to the recovery plan: the JSON that every face uses.

mod asking;
mod assuming;
mod changes;
pub(crate) mod conflicts;
mod decide;
pub(crate) mod elements;
mod evidence;
mod explain;
mod info;
mod next;
pub(crate) mod ordering;
mod outcomes;
mod reasons;
pub(crate) mod recommend;
#[cfg(feature = "proofs")]
mod relations;
pub mod sequence;
mod showing;
mod shown;
pub(crate) mod target;

pub use changes::{Change, Standing, changes};
pub use decide::decide;
pub use evidence::EvidenceInfo;
pub use explain::{explain, explain_all};
pub use info::{ActionInfo, CompensationInfo, FactInfo, Info, Kind, NameInfo, Titled};
pub use next::next_questions;
pub use outcomes::{Outcome, outcomes};
pub use reasons::row_name;
pub use recommend::recommend;
pub use shown::Shown;
pub use target::UnknownName;

use serde::Serialize;

/// How sure an element of a plan is, over all completions of the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "javascript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Every completion has it.
    Certain,
    /// Some completions have it.
    Possible,
    /// None has it, and some leave it undetermined.
    Undetermined,
}

/// Whether any question is still worth asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(any(feature = "web", feature = "web-proofs"), derive(tsify::Tsify))]
pub enum Settled {
    #[serde(rename = "yes")]
    Yes,
    /// Only assumed facts are worth asking.
    #[serde(rename = "under assumptions")]
    UnderAssumptions,
    #[serde(rename = "open")]
    Open,
}

/// The recovery plan of a case.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct Plan<'pack> {
    pub pack: PackIdentity,
    /// The date of the case, ISO 8601.
    pub now: String,
    pub settled: Settled,
    /// Steps in the order of the plan.
    pub steps: Vec<PlannedStep<'pack>>,
    pub avoid: Vec<Avoidance<'pack>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compensation: Option<PlannedCompensation>,
    /// Facts worth asking, best first.
    pub questions: Vec<Question<'pack>>,
    /// Facts that would matter and are never asked.
    pub unaskable: Vec<&'pack str>,
    pub assumptions: Vec<Assumption<'pack>>,
    /// Given facts that do not apply.
    pub set_aside: Vec<&'pack str>,
    pub conflicts: Vec<Conflict<'pack>>,
}

/// Which program made a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "javascript", derive(tsify::Tsify))]
pub struct PackIdentity {
    pub id: String,
    pub version: String,
    /// The program's hash in lower-case hexadecimal.
    pub hash: String,
}

/// A step of the plan with its actions, in the plan's order.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct PlannedStep<'pack> {
    pub step: &'pack str,
    pub title: &'pack str,
    /// Why the step is left out, where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skipped: Option<Why<'pack>>,
    /// Why the step, or an action of it, does not stand where it stands by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved: Option<Why<'pack>>,
    pub settled: Settled,
    pub actions: Vec<PlannedAction<'pack>>,
}

/// An action of the plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct PlannedAction<'pack> {
    pub id: &'pack str,
    pub title: &'pack str,
    pub status: Status,
    /// Recording one more fact may remove it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "web", tsify(optional))]
    pub provisional: bool,
    /// The assumed facts that its certainty rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "web", tsify(optional))]
    pub assuming: Vec<&'pack str>,
    /// Parameters by id, in declared order.
    pub with: Entries<Shown>,
    pub justice: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub say: Option<Words<'pack>>,
}

/// A message to say, and what fills it. Faces format it in the phrase's language.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct Words<'pack> {
    /// The Fluent message id.
    pub message: &'pack str,
    /// How many ways of saying it there are, as attributes `v1`, `v2` and so on.
    pub variants: u8,
    pub args: Entries<Shown>,
    /// Arguments that nothing fills as yet: the message may not leave the panel.
    pub missing: Vec<&'pack str>,
}

/// Something to avoid.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct Avoidance<'pack> {
    pub id: &'pack str,
    pub title: &'pack str,
    pub status: Status,
    pub because: &'pack str,
}

/// What the plan pays.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct PlannedCompensation {
    pub form: Shown,
    pub amount: Shown,
    /// The text `not checked` where the pack names none.
    pub legal_minimum: Shown,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Shown>,
    /// The role whose approval the amount needs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval: Option<Shown>,
    pub status: Status,
}

/// A fact worth asking.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct Question<'pack> {
    pub fact: &'pack str,
    pub ask: &'pack str,
    pub from: &'static str,
    /// The expected drop in uncertainty for its cost.
    pub score: f64,
}

/// A default that stands in for a fact that the case does not give.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct Assumption<'pack> {
    pub fact: &'pack str,
    pub value: Shown,
    /// Whether releasing it alone changes the plan.
    pub matters: bool,
}

/// Something that the rules leave undetermined.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct Conflict<'pack> {
    /// The table, value, parameter, or `order`, `authority`; `limits` where diagrams outgrew their bound.
    #[serde(rename = "where")]
    pub place: &'pack str,
    /// The rows or rules that are at odds; rows without an id by number, from 1.
    pub rows: Vec<String>,
    pub because: &'pack str,
    /// Whether every completion has it, or only some.
    pub status: Status,
}

/// What an element stands on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct Why<'pack> {
    /// Rules, rows or conditions that conclude it: those that hold first, then by how few of their cells fail.
    pub rules: Vec<Reason<'pack>>,
    /// Rules that keep it out: what avoids an action, or what skips its step.
    pub against: Vec<Reason<'pack>>,
}

/// The answer to one question put to the pack.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct Decision<'pack> {
    /// An object for a table of several outputs, a list for a hit policy that gives lists.
    pub value: Shown,
    pub status: Status,
    /// The rows that fit in some completion, by id, else by number from 1; for a condition the clauses that hold.
    pub rows: Vec<String>,
    /// The defaults that the answer rests on.
    pub assumptions: Vec<Assumption<'pack>>,
    /// Only those of what the answer reads.
    pub conflicts: Vec<Conflict<'pack>>,
}

/// One rule, row or condition with its cells as the case answers them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct Reason<'pack> {
    pub rule: String,
    /// Whether it holds: in every completion, in some, or in none.
    pub holds: Holds,
    /// Whether it is a rule whose validity does not hold the date of the case, whatever its cells say.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "web", tsify(optional))]
    pub outdated: bool,
    pub because: &'pack str,
    /// The table whose reason this is, of a row that gives none of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<&'pack str>,
    /// Evidence ids.
    pub evidence: Vec<&'pack str>,
    pub cells: Vec<ReasonCell<'pack>>,
}

/// Whether something holds over all completions of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    Always,
    Sometimes,
    Never,
    Undetermined,
}

/// A cell of a rule, with the case's value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web", derive(tsify::Tsify))]
pub struct ReasonCell<'pack> {
    /// The fact, output, condition or value that the cell tests.
    pub name: &'pack str,
    /// The test as the author wrote it.
    pub test: &'pack str,
    /// Which of the rule's alternatives it belongs to, from 0.
    pub clause: usize,
    /// Whether it stands in `unless`.
    pub unless: bool,
    /// What is known of it; `null` while nothing is.
    pub value: Shown,
    pub holds: Holds,
}

/// An ordered JSON object.
#[derive(Debug, Clone, PartialEq)]
pub struct Entries<T>(pub Vec<(String, T)>);

impl<T> Entries<T> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entry of that name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, entry)| entry)
    }
}

impl<T: Serialize> Serialize for Entries<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}
