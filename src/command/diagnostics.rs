//! Diagnostics on the terminal or as JSON.

use serde::Serialize;

use amends::pack::{Diagnostic, Reading, Related, Severity, Style, render};

use super::output::{self, json};
use super::problem::Stop;

/// A diagnostic for editors and other programs. Lines and columns count from 1, columns in characters.
#[derive(Serialize)]
struct Shown<'a> {
    code: &'a str,
    severity: &'a str,
    file: &'a str,
    line: u32,
    column: u32,
    /// In bytes of the file, from 0.
    span: [usize; 2],
    message: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    label: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<ShownRelated<'a>>,
}

#[derive(Serialize)]
struct ShownRelated<'a> {
    file: &'a str,
    line: u32,
    column: u32,
    span: [usize; 2],
    message: &'a str,
}

#[derive(Serialize)]
struct List<'a> {
    diagnostics: Vec<Shown<'a>>,
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
    output::line(&json(&List { diagnostics: diagnostics.map(shown).collect() }))?;
    Ok(())
}

fn shown(diagnostic: &Diagnostic) -> Shown<'_> {
    let Diagnostic { code, severity, file, span, line, column, message, label, help, related } = diagnostic;
    Shown {
        code,
        severity: match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        file,
        line: *line,
        column: *column,
        span: [span.start, span.end],
        message,
        label,
        help: help.as_deref(),
        related: related.iter().map(shown_related).collect(),
    }
}

fn shown_related(related: &Related) -> ShownRelated<'_> {
    let Related { file, span, line, column, message } = related;
    ShownRelated { file, line: *line, column: *column, span: [span.start, span.end], message }
}
