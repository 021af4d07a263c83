//! Rules: what recommends, avoids, sets, orders and leaves out.

use super::{ActionId, Entry, Grounds, ParameterId, StepId, When};

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
