//! The actions of the recovery sequence, and what is said with them.

use super::{Grounds, Name, ParameterId, SettingId, index};

index! {
    /// A position in [`crate::model::Pack::actions`].
    ActionId
}
index! {
    /// A position in [`crate::model::Pack::steps`].
    StepId
}

/// One stage of the recovery sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub id: String,
    pub title: String,
}

/// One thing that somebody does, or must not do.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    pub id: String,
    pub title: String,
    pub step: StepId,
    pub justice: Vec<Justice>,
    /// Its step cannot be skipped while it is in the plan.
    pub must: bool,
    /// A word of the author's for what kind of action it is, such as `escalation`.
    pub kind: Option<String>,
    /// The words for it, if the pack has any.
    pub say: Option<Say>,
    pub grounds: Grounds,
}

/// The three justices that complainants judge by (Tax, Brown & Chandrashekaran 1998).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Justice {
    /// What I got.
    Distributive,
    /// How easy and fast it was, and whether I had a say.
    Procedural,
    /// How I was treated.
    Interactional,
}

impl Justice {
    /// As rule authors write it.
    pub fn id(self) -> &'static str {
        match self {
            Justice::Distributive => "distributive",
            Justice::Procedural => "procedural",
            Justice::Interactional => "interactional",
        }
    }
}

/// The message of the pack's phrases that bears the action's id.
#[derive(Debug, Clone, PartialEq)]
pub struct Say {
    /// How many ways of saying it there are; at least one.
    pub variants: u8,
    /// Its arguments, each named by the id of what fills it.
    pub args: Vec<Argument>,
}

/// What fills an argument of a phrase.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    Name(Name),
    Setting(SettingId),
    /// A parameter of the action that is said.
    Parameter(ParameterId),
}
