//! What holds in every case of a pack, proved or refuted by a concrete case. Nothing here knows of files: what is found is
//! named as the pack names it.

mod finding;
pub mod guarantees;
pub mod rules;
pub mod tables;
pub mod test_cases;

use crate::engine::Engine;

pub use finding::{Finding, Kind, Subject};

/// What is found of the tables of a pack, each for itself, and then of its rules and what they read. `today`, in days since
/// 1970-01-01, is the date of all cases.
pub fn examine(engine: &Engine, today: i64) -> Vec<Finding> {
    let mut found = tables::examine(engine, today);
    for finding in rules::examine(engine, today) {
        // That a table is too much is said once.
        let is_same =
            |known: &Finding| finding.kind == Kind::TableOpen && (known.kind, known.of) == (finding.kind, finding.of);
        if !found.iter().any(is_same) {
            found.push(finding);
        }
    }
    found
}
