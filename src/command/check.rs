use std::fs;
use std::path::PathBuf;

use clap::Args;

use amends::pack::{Diagnostic, Severity, SourceFile};
use amends::program;

use super::output::{self, GOOD, Plain, WRONG};
use super::problem::{Problem, Stop};
use super::{Against, Outcome, diagnostics, open};

#[derive(Args)]
#[command(after_help = "\
Examples:
  amends check rules/core
  amends check rules/core --json | jq '.diagnostics[].code'
  amends check rules/core --ideas ideas.tsv      which ideas of a list nothing in the pack carries

Everything is said in one run. The exit status is 1 when anything was found, a warning too.")]
pub struct Check {
    #[command(flatten)]
    against: Against,
    /// A list of ideas, an id at the beginning of each line: says which of them nothing in the pack carries
    #[arg(long, value_name = "LIST")]
    ideas: Option<PathBuf>,
}

impl Check {
    pub fn run(&self, as_json: bool) -> Result<Outcome, Stop> {
        let mut reading = open::read(&self.against.pack)?;
        let mut checked = amends::check::check(&reading, self.against.now());
        if let Some(list) = &self.ideas {
            let text = fs::read_to_string(list).map_err(|error| Problem::of_file(list, "read", &error))?;
            let list = SourceFile { name: list.to_string_lossy().into_owned(), text };
            checked.extend(amends::check::ideas::check(&mut reading, list));
        }
        let found: Vec<&Diagnostic> = reading.diagnostics.iter().chain(&checked).collect();
        if let Some(pack) = &reading.pack {
            program::write(pack).map_err(Problem::from)?;
        }
        if as_json {
            diagnostics::print_json(found.iter().copied())?;
        } else {
            diagnostics::print(found.iter().copied(), &reading)?;
            let errors = found.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
            let warnings = found.len().saturating_sub(errors);
            let id = reading.pack.as_ref().map_or("the pack", |pack| &pack.id);
            output::line(&match found.len() {
                0 => format!("{GOOD}{}: nothing found{GOOD:#}", Plain(id)),
                _ => {
                    format!("{WRONG}{}: {}, {}{WRONG:#}", Plain(id), count(errors, "error"), count(warnings, "warning"))
                }
            })?;
        }
        Ok(if found.is_empty() { Outcome::Fine } else { Outcome::Found })
    }
}

/// `1 error`, `2 errors`.
pub fn count(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}
