//! What can be said of a pack before any case: one file per kind of finding, each beside the page of its code.

mod citations;
mod findings;
pub mod guarantees;
pub mod ideas;
mod reasons;
mod reviews;

use crate::pack::{Diagnostic, Reading, Sink};

/// Findings about a pack that reads without errors, by file and place; nothing about one that does not. `today` is in
/// days since 1970-01-01.
pub fn check(reading: &Reading, today: i64) -> Vec<Diagnostic> {
    let Some(pack) = &reading.pack else { return Vec::new() };
    let mut sink = Sink::default();
    reasons::check(pack, &reading.places, &mut sink);
    citations::check(pack, &reading.scenarios, &reading.places, &mut sink);
    reviews::check(pack, &reading.places, today, &mut sink);
    findings::check(pack, &reading.places, today, &mut sink);
    guarantees::check(pack, &reading.places, today, &mut sink);
    sink.finish(&reading.files)
}
