//! What is asked of a case, and of whom.

use super::{Cell, Grounds, Type, Value, When, index};

index! {
    /// A position in [`crate::model::Pack::facts`].
    FactId
}

/// A typed question about a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    pub id: String,
    /// A short label; the id in words where the author gave none.
    pub title: String,
    pub kind: Type,
    /// The question to put; `None` when `ask = "never"`.
    pub ask: Option<String>,
    /// Who knows the answer, and so what it costs to find out.
    pub from: From,
    /// Where it does not hold, the fact is `none` and nobody is asked.
    pub applies: When,
    /// Whether `none` can be given.
    pub optional: bool,
    /// Assumed when not given: a scalar, set, or `none`.
    pub default: Option<Value>,
    /// Kept out of links, journals and exports unless asked for.
    pub sensitive: bool,
    /// The usual values, as a cell on this very fact: together they are four times as likely as all others together.
    pub usual: Option<Cell>,
    pub grounds: Grounds,
}

/// Who knows a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum From {
    /// It stands in the ticket.
    Ticket,
    /// The agent can tell.
    #[default]
    Agent,
    /// The customer must be asked.
    Customer,
}

impl From {
    /// As rule authors write it.
    pub fn id(self) -> &'static str {
        match self {
            From::Ticket => "ticket",
            From::Agent => "agent",
            From::Customer => "customer",
        }
    }

    /// The cost of finding out, in the unit that `SEMANTICS` weighs questions with.
    pub fn cost(self) -> u8 {
        match self {
            From::Ticket => 1,
            From::Agent => 2,
            From::Customer => 5,
        }
    }
}
