//! What if: the smallest sets of facts whose change adds something to a plan, or removes it.
//!
//! An element ([`aim`]) is a diagram over all facts, and every change of a case a way through it ([`changed`],
//! [`record`]). The ways that change fewest facts are the answer ([`fewest`]); what is left of the diagram once it is known
//! which facts those are says which values do ([`values`]), as cells that a rule author would write ([`cells`]). Each is made
//! a case of its own and looked at like any other before it is told of ([`replay`]).

mod aim;
mod asked;
mod cells;
mod changed;
mod error;
mod fewest;
mod figure;
mod joining;
#[cfg(feature = "author")]
mod obstacle;
mod order;
mod presence;
mod record;
mod replay;
mod search;
mod standing;
mod values;

pub use error::WhatIfError;
#[cfg(feature = "author")]
pub use obstacle::Obstacle;

use serde::Serialize;

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::possible::Certainty;
use crate::model::Cell;

use crate::plan::{Shown, Status};
use aim::Aim;
use changed::Changed;
use replay::Replay;
use search::Search;

/// What would add an element to the plan, and what would remove it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct WhatIf<'pack> {
    pub element: WantedElement<'pack>,
    /// How sure it is in the case as it is; absent where it is excluded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// What would make it certain; absent where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adds: Option<Changes<'pack>>,
    /// What would exclude it; absent where it is excluded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub removes: Option<Changes<'pack>>,
}

/// What is to be added or removed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct WantedElement<'pack> {
    pub kind: ElementKind,
    /// Of an action, step, fact, output, condition or value; of the place of a conflict, as plans name it.
    pub id: &'pack str,
    /// The parameter that is set on the action.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<&'pack str>,
    /// The action that this one stands before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<&'pack str>,
    /// How the quantity is to stand to the value; absent where it is to be the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "web-proofs", tsify(type = "\"<\" | \"<=\" | \">=\" | \">\"", optional))]
    pub relation: Option<&'static str>,
    /// What the quantity, the parameter or the role that approves is to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Shown>,
}

/// What an element is, and so what it is for it to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum ElementKind {
    /// An action that is in the plan.
    Action,
    /// An action that is to be avoided.
    Avoid,
    /// A step that is left out.
    Step,
    /// A parameter that is set on an action, or has a value.
    Parameter,
    /// An action that stands before another.
    Order,
    /// A conflict of the plan.
    Conflict,
    /// An approval that the compensation needs.
    Approval,
    /// A fact, output, condition or value that has a value, or is above or below one.
    Value,
}

/// Sets of facts whose change is enough.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct Changes<'pack> {
    /// The smallest sets first; none has another as a part.
    pub sets: Vec<ChangeSet<'pack>>,
    pub extent: Completeness,
    /// Why it is impossible, where that is more than that the case is as it is. In the browser it would cost a kilobyte.
    #[cfg(feature = "author")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<Obstacle<'pack>>,
}

/// How much of all that could be told is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Completeness {
    /// There are no others of at most four facts.
    All,
    /// There may be more: as large as the largest of those that are told, or larger.
    Smallest,
    /// No change of four facts is enough; one of more is.
    TooMany,
    /// No change of facts is enough.
    Impossible,
    /// Diagrams or formulas outgrew the method: what is told holds, but there may be more, and smaller ones.
    Limits,
}

/// A set of facts to change, and how.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct ChangeSet<'pack> {
    /// In declared order.
    pub facts: Vec<&'pack str>,
    /// Any of these is enough.
    pub ways: Vec<Way<'pack>>,
    /// Whether there are other values that do, in combinations too many to tell.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "web-proofs", tsify(optional))]
    pub more: bool,
}

/// Values every combination of which is enough: one entry for each fact of the set.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct Way<'pack>(pub Vec<Becomes<'pack>>);

/// What a fact would have to be.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct Becomes<'pack> {
    pub fact: &'pack str,
    /// What the case says of it now, or assumes; `null` while it is not known.
    pub now: Shown,
    /// Cells that hold together, as a rule author would write them; `not(unknown)` where any value does.
    pub tests: Vec<String>,
    /// The one of the values that do which is nearest to what is so now.
    pub value: Shown,
    /// The same tests, to be put in words.
    #[serde(skip)]
    pub cells: Vec<Cell>,
}

/// The smallest sets of facts whose change makes an element certain, or excludes it (Y3). An element is
///
/// - an action, that it is in the plan; `avoid:action`, that it is to be avoided; a step, that it is left out;
/// - `action.parameter`, that it is set; `action.parameter=value`, or with `<`, `<=`, `>=` or `>`;
/// - `action<action`, that the first stands before the second;
/// - a condition or another yes-no, that it is yes; `name=value` of a fact, output or value, or with `<`, `<=`, `>=` or `>`;
///   of a value or output alone it is asked what would change the value that it has;
/// - `compensation.amount` and `compensation.form` in the same way, whatever the pack calls them; `compensation.approval`, that
///   one is needed, `compensation.approval=role`, that of a role;
/// - `conflict:place`, that there is a conflict of a table, a value or a parameter, of `order` or `authority`.
///
/// # Errors
/// If the pack has no such element, or it is not said which of many values it is to have, or that is no value of it.
pub fn what_if<'pack>(engine: &'pack Engine, case: &Case, element: &str) -> Result<WhatIf<'pack>, WhatIfError> {
    let aim = match Aim::of(&engine.pack, element) {
        Err(WhatIfError::WhichValue(name)) => {
            replay::standing(engine, case, &name).ok_or(WhatIfError::WhichValue(name))?
        }
        aim => aim?,
    };
    let mut layout = engine.layout.clone();
    aim.cut(&engine.pack, &mut layout);
    let replay = Replay { engine, layout: &layout, aim: &aim };
    let now = replay.certainty(case);
    let status = match now {
        Certainty::Certain => Some(Status::Certain),
        Certainty::Possible => Some(Status::Possible),
        Certainty::Undetermined => Some(Status::Undetermined),
        Certainty::Excluded => None,
    };
    let free = changed::layout(&engine.pack, &layout, case);
    let mut search = Search::of(case, replay, Changed::of(&engine.pack, &free, case, &aim));
    Ok(WhatIf {
        element: aim.element(&engine.pack),
        status,
        adds: (now != Certainty::Certain).then(|| search.changes(true)),
        removes: (now != Certainty::Excluded).then(|| search.changes(false)),
    })
}
