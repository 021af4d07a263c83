//! Why something is in the plan or comes to what it is, down to the facts.

mod behind;
mod known;
mod order;
mod parameters;
mod print;
mod reckoning;
mod told;

use std::path::PathBuf;

use clap::Args;

use amends::plan::{self, Entries};
use serde::Serialize;

use super::open::Opened;
use super::output::{self, Plain};
use super::problem::{Problem, Stop};
use super::recommend::read_case;
use super::unknown::{self, Asked};
use super::{Against, Language, Outcome, what_if};
use behind::Explained;
use order::DefaultOrder;

const EXAMPLES: &str = "\
Examples:
  amends explain rules/core offer_a_call --case complaint.json
  amends explain rules/core goodwill_amount --case complaint.json --json
  amends explain rules/core offer_a_call --case complaint.json --what-if
  amends explain rules/core 'goodwill_amount>50' --case complaint.json --what-if
  amends explain rules/core offer_a_call.due=1h --case complaint.json --what-if

Rules that hold come first, then those that would have brought it, fewest failing cells first. A cell speaks for its rule \
(✓), against it (✗), or may do either yet (·). What cells read and facts do not say is told below in the same way.
Of a value: its formula with the figures that it reads, what that gives, whether its ends bind, and how it is rounded. Of a \
row: what it gives, when it is valid, and which row counts in its place. Of a rule: what it sets, and of ACTION.PARAMETER \
whose setting counts.

With --what-if: the smallest sets of facts whose change would add it to the plan or remove it, each tried on the case. It may \
be asked of
  ACTION, avoid:ACTION, STEP     that it is in the plan, to be avoided, left out
  ACTION.PARAMETER               that it is set
  ACTION<ACTION                  that the first stands before the second
  CONDITION                      that it holds
  NAME=VALUE                     of a fact, output or value; NAME alone for the value that it has
  compensation.approval          that one is needed; `compensation.approval=ROLE`, that of a role
  conflict:PLACE                 of a table, a value, a parameter, `order` or `authority`
and of NAME, ACTION.PARAMETER, `compensation.amount` and `compensation.form` with `=`, `<`, `<=`, `>=` or `>` and a value.";

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Explain {
    #[command(flatten)]
    against: Against,
    /// An action, `avoid:ACTION`, `ACTION.PARAMETER`, `ACTION<ACTION`, a step, a value, an output, a condition or a table;
    /// with --what-if also what is listed below
    element: String,
    /// A JSON object; `-` reads the standard input. Without it nothing is known of the case
    #[arg(long, value_name = "FILE")]
    case: Option<PathBuf>,
    /// Say what would add it to the plan or remove it: the fewest facts that would have to be otherwise
    #[arg(long)]
    what_if: bool,
    #[command(flatten)]
    language: Language,
}

impl Explain {
    pub fn run(&self, as_json: bool) -> Result<Outcome, Stop> {
        let opened = Opened::open_in(&self.against.pack, self.language.tag(), as_json)?;
        let case = read_case(self.case.as_ref(), &opened, self.against.now())?;
        if self.what_if {
            let found = amends::what_if::what_if(&opened.engine, &case, &self.element).map_err(Problem::from)?;
            return match as_json {
                true => Ok(output::data(&found).map(|()| Outcome::Fine)?),
                false => what_if::print(&found, opened.pack()).map(|()| Outcome::Fine),
            };
        }
        let why = plan::explain(&opened.engine, &case, &self.element)
            .map_err(|error| unknown::problem(error, opened.pack(), Asked::Explain))?;
        let is_ruled = !why.rules.is_empty() || !why.against.is_empty();
        let order = order::of(opened.pack(), &self.element).filter(|_| !is_ruled);
        let (explained, behind) = behind::explain(&opened.engine, &case, &self.element, why);
        match (as_json, order) {
            (true, by_default) => output::data(&Answer { explained: &explained, by_default, behind: &behind })?,
            (false, Some(order)) => output::line(&Plain(&order.sentence()).to_string())?,
            (false, None) => print::print(&self.element, &explained, &behind, opened.pack())?,
        }
        Ok(Outcome::Fine)
    }
}

/// A why, and what stands behind the names that it reads.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    explained: &'a Explained<'a>,
    /// Of two actions that no rule puts in order.
    #[serde(skip_serializing_if = "Option::is_none")]
    by_default: Option<DefaultOrder<'a>>,
    #[serde(skip_serializing_if = "Entries::is_empty")]
    behind: &'a Entries<Explained<'a>>,
}
