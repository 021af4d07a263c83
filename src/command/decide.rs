use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use amends::case::{self, Case};
use amends::engine::record::Record;
use amends::model::FactId;
use amends::plan::{self, Decision};

use super::cases::{self, Cases, WrongLine};
use super::input::Input;
use super::open::Opened;
use super::output;
use super::problem::{Problem, Stop};
use super::unknown::{self, Asked};
use super::{Against, Outcome};

const EXAMPLES: &str = "\
Examples:
  amends decide rules/core goodwill_amount --case complaint.json
  amends decide rules/core goodwill --cases cases.jsonl > answers.jsonl

Prints JSON, one line for each case:
  {\"value\": \"25.00\", \"status\": \"certain\", \"rows\": [\"3\"], \"assumptions\": [], \"conflicts\": []}
`set_aside` names the given facts that do not apply, where there are any.
A value is `null` while undetermined, {\"values\": [...]} or {\"interval\": [..., ...]} while several are possible; \
\"outer\" beside an interval says that it may reach neither end, and \"none\": true that it may be none too.
A table of several outputs gives an object, one whose hit policy gives lists a list; rows stand by id, else by number from 1.
A date reads `2026-01-31`, a duration `P1D` or `PT3H30M`, and an amount or a number with decimals is a text of its \
digits. A whole number is a number, where it ends an interval too.

With --cases a line that holds no case of the pack gives {\"line\": 3, \"error\": {...}}, and the other lines still go \
through; the exit status is then 1.";

#[derive(Args)]
#[command(after_help = format!("{EXAMPLES}\n\n{}", cases::FORMS))]
pub struct Decide {
    #[command(flatten)]
    against: Against,
    /// A value, an output, a condition or a table
    name: String,
    /// A JSON object; `-` reads the standard input
    #[arg(long, value_name = "FILE", required_unless_present = "cases", conflicts_with = "cases")]
    case: Option<PathBuf>,
    /// JSON Lines, or CSV where the name ends so; `-` reads the standard input
    #[arg(long, value_name = "FILE")]
    cases: Option<PathBuf>,
    /// Take the cases for CSV, whatever they are called
    #[arg(long, requires = "cases")]
    csv: bool,
}

/// An answer, and what of its case counts for nothing.
#[derive(Serialize)]
struct Answer<'pack> {
    #[serde(flatten)]
    decision: Decision<'pack>,
    /// Given facts that do not apply.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    set_aside: Vec<&'pack str>,
}

impl Decide {
    pub fn run(&self, as_json: bool) -> Result<Outcome, Stop> {
        let opened = Opened::open(&self.against.pack, as_json)?;
        match (&self.case, &self.cases) {
            (Some(path), _) => {
                let (text, now) = (Input::open(path)?.whole()?, self.against.now());
                let case = case::from_json(&text, opened.pack(), now).map_err(Problem::of_case)?;
                output::data(&self.answer(&opened, &case)?)?;
                Ok(Outcome::Fine)
            }
            (None, Some(path)) => self.answer_lines(&opened, path),
            (None, None) => Ok(Outcome::Fine),
        }
    }

    /// What is wrong with the name is wrong on every line, so it is said before any.
    fn check_name(&self, opened: &Opened) -> Result<(), Problem> {
        let pack = opened.pack();
        let nothing_known = Case::empty(pack.facts.len(), self.against.now());
        let decided = plan::decide(&opened.engine, &nothing_known, &self.name);
        decided.map(drop).map_err(|error| unknown::problem(error, pack, Asked::Decide))
    }

    /// Line by line, so that cases without end can be piped through.
    fn answer_lines(&self, opened: &Opened, path: &Path) -> Result<Outcome, Stop> {
        self.check_name(opened)?;
        let pack = opened.pack();
        let mut recorded = Cases::open(path, cases::is_csv(path, self.csv), &[pack])?;
        let mut outcome = Outcome::Fine;
        while let Some(line) = recorded.advance()? {
            let case = recorded.case(pack, self.against.now());
            match case.and_then(|case| self.answer(opened, &case)) {
                Ok(answer) => output::data(&answer)?,
                Err(problem) => {
                    outcome = Outcome::Found;
                    output::data(&WrongLine { line, error: &problem })?;
                }
            }
        }
        Ok(outcome)
    }

    fn answer<'pack>(&self, opened: &'pack Opened, case: &Case) -> Result<Answer<'pack>, Problem> {
        let pack = opened.pack();
        let decision = plan::decide(&opened.engine, case, &self.name)
            .map_err(|error| unknown::problem(error, pack, Asked::Decide))?;
        let record = Record::of(pack, &opened.engine.layout, case);
        let id = |fact: &FactId| pack.facts.get(fact.index()).map(|fact| fact.id.as_str());
        Ok(Answer { decision, set_aside: record.set_aside.iter().filter_map(id).collect() })
    }
}
