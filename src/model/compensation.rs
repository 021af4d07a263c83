//! What the plan pays, and who may give it.

use super::{DerivedId, Formula, Name, index};

index! {
    /// A position in [`crate::model::Pack::roles`].
    RoleId
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

/// Somebody who may give up to a limit without approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    pub id: String,
    pub title: String,
    /// In minor units; `None` is without limit.
    pub may_give: Option<i64>,
}
