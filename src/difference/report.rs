//! What is told of a difference: the JSON that every face shows.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::plan::PackIdentity;
use crate::space::{Outgrown, Region};

use super::facts::FactDifference;
use super::side::Both;
use super::subject::{Seen, Subject};
use super::wording::Wording;

/// What differs between the plans of two packs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct Difference {
    pub old: PackIdentity,
    pub new: PackIdentity,
    /// The date of all cases, ISO 8601.
    pub now: String,
    pub plans: Verdict,
    /// The share of all cases, from 0 to 1, that have another plan.
    pub share: Share,
    /// Largest share first.
    pub changes: Vec<PlanChange>,
    /// What stands beside plans and is otherwise, though no plan is another for it; largest share first.
    pub beside: Vec<PlanChange>,
    /// What could be neither shown to differ nor proved equal.
    pub undecided: Vec<Undecided>,
    /// How many things that plans may say are proved to be the same in every case.
    pub unchanged: usize,
    /// What lies outside the cases in common, and what else is said otherwise of facts.
    pub facts: Vec<FactDifference>,
    /// Titles, questions and reasons that are worded otherwise, for which no plan is another.
    pub words: Vec<Wording>,
}

/// What is found of the plans of all cases in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// No case has another plan: proved for every case.
    Equal,
    /// Some case has another plan.
    Different,
    /// No such case was found, and that there is none could not be proved.
    Undecided,
}

/// A part of all cases, every fact taking each of its values equally often.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct Share {
    /// From 0 to 1.
    pub of_all: f64,
    /// Whether it may be less: quantities of several facts are held against each other, which is not counted exactly.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "web-proofs", tsify(optional))]
    pub at_most: bool,
}

/// One thing that plans say otherwise.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct PlanChange {
    pub subject: Subject,
    pub before: Seen,
    pub after: Seen,
    /// Where, as the largest of some regions.
    pub regions: Vec<Region>,
    /// Whether it is so beyond these regions too.
    pub further: bool,
    pub share: Share,
    pub witness: Witness,
}

/// A case in which the plans of both packs were made, and differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct Witness {
    /// As the old pack reads it.
    #[cfg_attr(feature = "web-proofs", tsify(type = "CaseObject"))]
    pub case: Json,
    /// As the new pack reads it, where it cannot read the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "web-proofs", tsify(type = "CaseObject", optional))]
    pub new_case: Option<Json>,
    /// Facts that have a value in it without being known.
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[cfg_attr(feature = "web-proofs", tsify(optional))]
    #[cfg_attr(feature = "web-proofs", tsify(type = "Record<string, Given>"))]
    pub unrecorded: Map<String, Json>,
    pub before: Seen,
    pub after: Seen,
}

/// Something that could not be told.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct Undecided {
    pub subject: Subject,
    pub because: Limit,
    /// What it rests on in each pack that was too much.
    pub outgrown: Both<Vec<Outgrown>>,
    /// Where it may differ, as the largest of some regions.
    pub regions: Vec<Region>,
    pub share: Share,
}

/// Why something could not be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// All cases together outgrow what can be looked at.
    Size,
    /// The order of actions can come about in too many ways.
    Orders,
    /// Quantities that hang together by formulas.
    Quantities,
}
