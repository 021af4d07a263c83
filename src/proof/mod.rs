//! What holds in every case of a pack, proved or refuted by a concrete case. Nothing here knows of files: what is found is
//! named as the pack names it.

mod finding;
pub mod guarantees;
pub mod rules;
pub mod tables;
pub mod test_cases;

pub use finding::{Finding, Kind, Subject};
