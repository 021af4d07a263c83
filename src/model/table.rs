use super::{Calendar, Formula, Grounds, Rounding, Type, Value, When, index};

index! {
    /// A position in [`crate::model::Pack::derived`].
    DerivedId
}
index! {
    /// A position in [`crate::model::Pack::tables`].
    TableId
}

/// Something that a cell can test or a formula can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    Fact(super::FactId),
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
    /// The output at `column` of [`Table::outputs`].
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

impl Calendar {
    /// Whether holidays are known for `day`, counted from 1970-01-01.
    pub fn covers(&self, day: i64) -> bool {
        (self.covers.0..=self.covers.1).contains(&day)
    }

    /// Whether `day`, counted from 1970-01-01, is worked. 1970-01-01 was a Thursday.
    pub fn is_business_day(&self, day: i64) -> bool {
        let weekday = day.saturating_add(3).rem_euclid(7);
        (self.working >> weekday) & 1 == 1 && self.holidays.binary_search(&day).is_err()
    }
}
