//! Decision tables: rows over shared columns.

use super::{DerivedId, Formula, Grounds, Name, Value, When, index};

index! {
    /// A position in [`crate::model::Pack::tables`].
    TableId
}

/// Rules over shared columns, with a hit policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub id: String,
    pub title: String,
    pub hit: Hit,
    /// Gates every row, `otherwise` too: where it fails, no row fits.
    pub when: When,
    /// What the validity of rows is held against; `Now` unless said otherwise.
    pub dated_by: Name,
    /// The names in the columns before `||`, in written order; empty for a table written as rules.
    pub inputs: Vec<Name>,
    pub outputs: Vec<DerivedId>,
    /// Text rows in written order, then rules as rows in declared order.
    pub rows: Vec<Row>,
    pub grounds: Grounds,
}

/// The hit policies of DMN 1.5, 8.2.8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hit {
    #[default]
    Unique,
    Any,
    Priority,
    First,
    RuleOrder,
    OutputOrder,
    Collect,
    CollectSum,
    CollectMin,
    CollectMax,
    CollectCount,
}

impl Hit {
    /// Whether the result is a list, which no cell and no formula reads.
    pub fn is_list(self) -> bool {
        matches!(self, Hit::RuleOrder | Hit::OutputOrder | Hit::Collect)
    }
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Where the author gave none, the row is known by its number, from 1.
    pub id: Option<String>,
    pub when: When,
    pub unless: When,
    /// Fits when no other row does; `when` is then `always`.
    pub otherwise: bool,
    /// One for each output of the table.
    pub entries: Vec<Entry>,
    /// Its own, completed from the table's.
    pub grounds: Grounds,
}

/// What a row or rule concludes for one output or parameter.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// A value of the output's type, or [`Value::None`].
    Value(Value),
    /// The source is silent.
    Undecided,
    Formula(Formula),
}
