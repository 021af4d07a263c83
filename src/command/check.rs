use std::fs;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use amends::pack::{Diagnostic, Severity, SourceFile};
use amends::program;

use super::output::{self, GOOD, Plain, WRONG};
use super::problem::{Problem, Stop};
use super::{Outcome, day, diagnostics, open, today};

#[derive(Args)]
#[command(after_help = "\
Examples:
  amends check rules/core
  amends check rules/core --json | jq '.diagnostics[].code, .proved'
  amends check rules/core --ideas ideas.tsv      which ideas of a list nothing in the pack carries

Everything is said in one run. The exit status is 1 when anything was found to be wrong, a warning
too; notes on what could be said with less leave it at 0.")]
pub struct Check {
    /// A pack's folder
    pack: PathBuf,
    /// The date that reviews are held against [default: today, UTC]
    #[arg(long, value_name = "DATE", value_parser = day)]
    now: Option<i64>,
    /// A list of ideas, an id at the beginning of each line: says which of them nothing in the pack carries
    #[arg(long, value_name = "LIST")]
    ideas: Option<PathBuf>,
}

/// What is said of a pack, for programs.
#[derive(Serialize)]
struct Said<'a> {
    diagnostics: &'a [&'a Diagnostic],
    /// The guarantees that hold in every case.
    proved: &'a [String],
}

impl Check {
    pub fn run(&self, as_json: bool) -> Result<Outcome, Stop> {
        let mut reading = open::read(&self.pack)?;
        let mut checked = amends::check::check(&reading, self.now.unwrap_or_else(today));
        if let Some(list) = &self.ideas {
            let text = fs::read_to_string(list).map_err(|error| Problem::of_file(list, "read", &error))?;
            let list = SourceFile { name: list.to_string_lossy().into_owned(), text };
            checked.diagnostics.extend(amends::check::ideas::check(&mut reading, list));
        }
        let found: Vec<&Diagnostic> = reading.diagnostics.iter().chain(&checked.diagnostics).collect();
        if let Some(pack) = &reading.pack {
            program::write(pack).map_err(Problem::from)?;
        }
        if as_json {
            output::data(&Said { diagnostics: &found, proved: &checked.proved })?;
        } else {
            diagnostics::print(found.iter().copied(), &reading)?;
            let of = |severity| found.iter().filter(|diagnostic| diagnostic.severity == severity).count();
            let (errors, warnings, notes) = (of(Severity::Error), of(Severity::Warning), of(Severity::Note));
            let also = if notes == 0 { String::new() } else { format!(", {}", count(notes, "note")) };
            let id = reading.pack.as_ref().map_or("the pack", |pack| &pack.id);
            let id = Plain(id);
            let wrong = format!("{}, {}", count(errors, "error"), count(warnings, "warning"));
            let guarantees = reading.pack.as_ref().map_or(0, |pack| pack.guarantees.len());
            let proved = match (checked.proved.len(), guarantees) {
                (_, 0) => String::new(),
                (proved, all) if proved == all => format!("; {} proved for every case", count(all, "guarantee")),
                (proved, all) => format!("; {proved} of {} proved for every case", count(all, "guarantee")),
            };
            output::line(&match errors.saturating_add(warnings) {
                0 if notes == 0 => format!("{GOOD}{id}: nothing found{proved}{GOOD:#}"),
                0 => format!("{GOOD}{id}: nothing wrong{also}{proved}{GOOD:#}"),
                _ => format!("{WRONG}{id}: {wrong}{also}{proved}{WRONG:#}"),
            })?;
        }
        let is_wrong = found.iter().any(|diagnostic| diagnostic.severity != Severity::Note);
        Ok(if is_wrong { Outcome::Found } else { Outcome::Fine })
    }
}

/// `1 error`, `2 errors`.
pub fn count(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}
