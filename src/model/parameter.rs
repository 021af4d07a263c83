//! What is set on actions.

use super::{Type, index};

index! {
    /// A position in [`crate::model::Pack::parameters`].
    ParameterId
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
