//! What parts of formulas are, as far as it decides what fits together.

use crate::model::Type;

/// What a part of a formula is.
#[derive(Debug, Clone, PartialEq)]
pub enum Sort {
    Number,
    Money,
    Duration,
    Date,
    /// Made with a written number: a number, or money where money is due.
    Written,
    /// Yes-no, choices and levels, which can only be copied.
    Copied(Type),
}

impl Sort {
    /// The sort of a type; `None` where no formula reckons with it.
    pub fn of(kind: &Type) -> Option<Sort> {
        Some(match kind {
            Type::Number { .. } => Sort::Number,
            Type::Money { .. } => Sort::Money,
            Type::Duration { .. } => Sort::Duration,
            Type::Date { .. } => Sort::Date,
            Type::YesNo | Type::Choice(_) | Type::Level(_) => Sort::Copied(kind.clone()),
            Type::Several(_) | Type::Text | Type::Role => return None,
        })
    }

    /// In words, for messages.
    pub fn word(&self) -> &'static str {
        match self {
            Sort::Number | Sort::Written => "a number",
            Sort::Money => "money",
            Sort::Duration => "a duration",
            Sort::Date => "a date",
            Sort::Copied(_) => "no quantity",
        }
    }

    pub fn is_numeric(&self) -> bool {
        matches!(self, Sort::Number | Sort::Written)
    }
}
