use super::{ActionId, FactId, Formula, Grounds, Name, ParameterId, Place, When};

/// A sentence about every possible case.
#[derive(Debug, Clone, PartialEq)]
pub struct Guarantee {
    pub id: String,
    /// Where it is to hold; everywhere unless said otherwise.
    pub when: When,
    pub promise: Promise,
    pub grounds: Grounds,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Promise {
    /// At least one of the actions is in the plan.
    Must(Vec<ActionId>),
    /// None of the actions is in the plan.
    Never(Vec<ActionId>),
    /// The parameter is set on some action of the plan.
    MustSet(ParameterId),
    /// The parameter is set on no action of the plan.
    NeverSet(ParameterId),
    /// Where both are present, the first stands before the second.
    Order(Place, Place),
    Value(Comparison),
    /// If only `by` gets worse (greater), `of` never gets smaller.
    Monotone {
        of: Name,
        by: Name,
    },
    /// `of` does not depend on any of `from`.
    Independent {
        of: Vec<Name>,
        from: Vec<FactId>,
    },
}

/// `left relation right`, where neither side is `none`.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    pub left: Formula,
    pub relation: Relation,
    pub right: Formula,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    Less,
    AtMost,
    Equal,
    AtLeast,
    Greater,
}
