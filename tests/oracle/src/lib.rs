//! The slow evaluator: what a pack means, said once more in the plainest way, so that the engine can be held against it.
//!
//! It follows `docs/SEMANTICS.md` sentence by sentence, whose numbers (`C3`, `T7`) stand beside the lines that say the
//! same. It knows the typed pack and the case, and nothing of the engine. A complete case is a [`World`]; [`complete`]
//! finds all of those that a case allows, [`Evaluation`] says what holds in one, [`plan`] what its plan is, and
//! [`answer`] what is true of all.
//!
//! It is a tool of tests: where a pack breaks what its reader guarantees, it panics.

pub mod answer;
mod blur;
pub mod build;
mod calendar;
mod cell;
pub mod complete;
pub mod evaluation;
mod formula;
pub mod generate;
mod order;
pub mod plan;
pub mod print;
mod reads;
mod table;
mod truth;

pub use answer::{Answer, Settled, Status, ask};
pub use blur::may_blur;
pub use complete::{TooMany, World};
pub use evaluation::{Conflict, Evaluation, Outcome};
pub use plan::{Element, Has};
pub use reads::record_is_tested;
pub use truth::Truth;
