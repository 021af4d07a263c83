use super::{DerivedId, Entry, Formula, Grounds, Name, Type, When, index};

index! {
    /// A position in [`crate::model::Pack::actions`].
    ActionId
}
index! {
    /// A position in [`crate::model::Pack::steps`].
    StepId
}
index! {
    /// A position in [`crate::model::Pack::roles`].
    RoleId
}
index! {
    /// A position in [`crate::model::Pack::parameters`].
    ParameterId
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
    Setting(super::SettingId),
    /// A parameter of the action that is said.
    Parameter(ParameterId),
}

/// Somebody who may give up to a limit without approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    pub id: String,
    pub title: String,
    /// In minor units; `None` is without limit.
    pub may_give: Option<i64>,
}

/// What conclusions may set on an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    pub id: String,
    pub title: String,
    pub kind: Type,
    pub wins: Wins,
}

/// Which of several settings of one parameter holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wins {
    /// The least; of levels the lowest, of roles the one that may give least.
    Least,
    /// The greatest; of levels the highest, of roles the one that may give most.
    Greatest,
    /// All are shown, and different ones are a conflict.
    #[default]
    Conflict,
}

/// Cells and the actions that they conclude.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    pub id: String,
    pub when: When,
    pub unless: When,
    pub recommend: Vec<ActionId>,
    pub avoid: Vec<ActionId>,
    /// Set on every action that the rule recommends.
    pub with: Vec<(ParameterId, Entry)>,
    pub demands: Vec<Demand>,
    pub skip: Vec<StepId>,
    pub grounds: Grounds,
}

/// An action, or a step that stands for its present actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    Action(ActionId),
    Step(StepId),
}

/// A demand on the order of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Demand {
    /// The first place stands before the second.
    Before(Place, Place),
    /// The place stands before all else.
    First(Place),
}

/// How the plan pays.
#[derive(Debug, Clone, PartialEq)]
pub struct Compensation {
    /// A money value or output.
    pub amount: DerivedId,
    pub form: Option<DerivedId>,
    /// Absent: the plan says that the legal minimum was not checked.
    pub legal_minimum: Option<Name>,
    /// The most that the amount may be, as shown beside it: the amount's own `at_most` unless said otherwise.
    pub at_most: Option<Formula>,
}
