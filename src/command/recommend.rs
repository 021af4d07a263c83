//! The recovery plan of one case, for people and as JSON.

use std::path::PathBuf;

use clap::Args;

use amends::case::{self, Case};
use amends::plan;

use super::input::Input;
use super::open::Opened;
use super::output;
use super::planned::View;
use super::problem::{Problem, Stop};
use super::{Against, Language, Outcome};

const EXAMPLES: &str = "\
Examples:
  amends recommend rules/core --case complaint.json
  echo '{\"channel\": \"email\", \"anger\": \"angry\"}' | amends recommend rules/core --case -
  amends recommend rules/core --case complaint.json --language uk
  amends recommend rules/core --case complaint.json --json | jq '.steps[].actions[].id'

What stands in a plan is certain (●), possible (◐) while facts are missing, or undetermined (?) where the rules are at odds.";

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Recommend {
    #[command(flatten)]
    against: Against,
    /// A JSON object; `-` reads the standard input. Without it nothing is known of the case
    #[arg(long, value_name = "FILE")]
    case: Option<PathBuf>,
    #[command(flatten)]
    language: Language,
}

impl Recommend {
    pub fn run(&self, as_json: bool) -> Result<Outcome, Stop> {
        let opened = Opened::open_in(&self.against.pack, self.language.tag(), as_json)?;
        let case = read_case(self.case.as_ref(), &opened, self.against.now())?;
        let plan = plan::recommend(&opened.engine, &case);
        if as_json {
            output::data(&plan)?;
        } else {
            View { opened: &opened, case: &case, plan: &plan }.print()?;
        }
        Ok(Outcome::Fine)
    }
}

/// The case of a file; without one, the case of which nothing is known.
pub fn read_case(path: Option<&PathBuf>, opened: &Opened, now: i64) -> Result<Case, Problem> {
    match path {
        Some(path) => case::from_json(&Input::open(path)?.whole()?, opened.pack(), now).map_err(Problem::of_case),
        None => Ok(Case::empty(opened.pack().facts.len(), now)),
    }
}
