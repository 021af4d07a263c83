//! What follows from a case: conditions, outputs and values, and the names of all that has a value.

use super::{FactId, Formula, Grounds, Rounding, TableId, Type, When, index};

index! {
    /// A position in [`crate::model::Pack::derived`].
    DerivedId
}

/// Something that a cell can test or a formula can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    Fact(FactId),
    Derived(DerivedId),
    /// The date of the case.
    Now,
}

/// A quantity that follows from the case: a condition, a table's output, or a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Derived {
    pub id: String,
    pub title: String,
    pub kind: Type,
    /// Outputs: `none` where no row fits. Values may be `none` whenever their formula reads `none`.
    pub optional: bool,
    pub definition: Definition,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Definition {
    /// A named yes-no.
    Condition(Condition),
    /// The output at `column` of [`super::Table::outputs`].
    Output { table: TableId, column: u16 },
    /// A quantity by formula.
    Value(Box<ValueDefinition>),
}

/// Yes when `when` holds and `unless` does not, else no.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    pub when: When,
    pub unless: When,
    pub grounds: Grounds,
}

/// `formula`, then no more than `at_most`, then no less than `at_least`, then rounded. A bound that is `none` does not bind.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueDefinition {
    pub formula: Formula,
    pub at_most: Option<Formula>,
    pub at_least: Option<Formula>,
    /// The mode, and the step as a positive constant formula.
    pub round: Option<(Rounding, Formula)>,
    pub grounds: Grounds,
}
