//! Diagnostics on the terminal or as JSON.

use serde::Serialize;

use amends::pack::{Diagnostic, Reading, Severity, Style, render};

use super::output;
use super::problem::Stop;

#[derive(Serialize)]
struct List<'a> {
    diagnostics: Vec<&'a Diagnostic>,
}

/// Prints what keeps a pack from being used, on the error output, or as JSON where the answer would stand.
pub fn print_errors(reading: &Reading, as_json: bool) -> Result<(), Stop> {
    let errors = reading.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    if as_json {
        return print_json(errors);
    }
    for error in errors {
        anstream::eprintln!("{}\n", render(error, &reading.files, Style::Coloured));
    }
    Ok(())
}

/// Prints diagnostics for people.
pub fn print<'a>(diagnostics: impl Iterator<Item = &'a Diagnostic>, reading: &Reading) -> Result<(), Stop> {
    for diagnostic in diagnostics {
        output::line(&format!("{}\n", render(diagnostic, &reading.files, Style::Coloured)))?;
    }
    Ok(())
}

/// Prints diagnostics for programs.
pub fn print_json<'a>(diagnostics: impl Iterator<Item = &'a Diagnostic>) -> Result<(), Stop> {
    output::data(&List { diagnostics: diagnostics.collect() })?;
    Ok(())
}
