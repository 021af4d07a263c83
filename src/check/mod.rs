//! What can be said of a pack before any case: one file per kind of finding, each beside the page of its code.

mod calendar;
mod citations;
mod findings;
pub mod guarantees;
pub mod ideas;
mod reasons;
mod reviews;

use crate::pack::{Diagnostic, Reading, Sink};

/// What is said of a pack.
#[derive(Debug, Default)]
pub struct Checked {
    /// By file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// The ids of the guarantees that hold in every case, in declared order.
    pub proved: Vec<String>,
}

/// Looks at a pack that reads without errors; nothing is said of one that does not. `today` is in days since 1970-01-01.
pub fn check(reading: &Reading, today: i64) -> Checked {
    let Some(pack) = &reading.pack else { return Checked::default() };
    let mut sink = Sink::default();
    reasons::check(pack, &reading.places, &mut sink);
    citations::check(pack, &reading.scenarios, &reading.places, &mut sink);
    reviews::check(pack, &reading.places, today, &mut sink);
    findings::check(pack, &reading.places, today, &mut sink);
    let proved = guarantees::check(pack, &reading.places, today, &mut sink);
    Checked { diagnostics: sink.finish(&reading.files), proved }
}
