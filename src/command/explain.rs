use std::path::PathBuf;

use clap::Args;

use amends::plan::{self, Entries, Holds, Reason, ReasonCell, Shown, Why};
use serde::Serialize;

use super::behind::{self, Decided};
use super::open::Opened;
use super::output::{self, GOOD, Plain, QUIET, STRESS, WRONG};
use super::problem::{Problem, Stop};
use super::recommend::read_case;
use super::values::words;
use super::{Against, Language, Outcome, what_if};

const EXAMPLES: &str = "\
Examples:
  amends explain rules/core offer_a_call --case complaint.json
  amends explain rules/core goodwill_amount --case complaint.json --json
  amends explain rules/core offer_a_call --case complaint.json --what-if
  amends explain rules/core 'goodwill_amount>50' --case complaint.json --what-if
  amends explain rules/core offer_a_call.due=1h --case complaint.json --what-if

Rules that hold come first, then those that would have brought it, fewest failing cells first. A cell speaks for its rule \
(✓), against it (✗), or may do either yet (·). What cells read and facts do not say is told below in the same way.

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
        let why = plan::explain(&opened.engine, &case, &self.element).map_err(Problem::from)?;
        let behind = behind::of(&opened.engine, &case, &self.element, &why);
        if as_json {
            output::data(&Explained { why: &why, behind: &behind })?;
            return Ok(Outcome::Fine);
        }
        let Why { rules, against } = &why;
        if rules.is_empty() && against.is_empty() {
            output::line(&format!("no rule concludes `{}`", Plain(&self.element)))?;
        }
        rules.iter().try_for_each(|reason| print(reason, "", &opened))?;
        against.iter().try_for_each(|reason| print(reason, "against it: ", &opened))?;
        behind.0.iter().try_for_each(|(name, decided)| print_behind(name, decided, &opened)).map(|()| Outcome::Fine)
    }
}

/// A why, and what stands behind the names that its cells read.
#[derive(Serialize)]
struct Explained<'a> {
    #[serde(flatten)]
    why: &'a Why<'a>,
    #[serde(skip_serializing_if = "Entries::is_empty")]
    behind: &'a Entries<Decided<'a>>,
}

/// So many rows or alternatives that do not hold are shown of each name that stands behind.
const NEAREST: usize = 2;

fn print_behind(name: &str, decided: &Decided, opened: &Opened) -> Result<(), Stop> {
    let pack = opened.pack();
    let kind = pack.name(name).map(|name| pack.type_of(name));
    let value = match &decided.value {
        Shown::Undetermined => "undetermined".to_owned(),
        value => words(value, kind, pack),
    };
    output::line(&format!("\n{STRESS}{}{STRESS:#} is {}", Plain(name), Plain(&value)))?;
    let (failing, holding): (Vec<&Reason>, Vec<&Reason>) =
        decided.why.rules.iter().partition(|reason| reason.holds == Holds::Never);
    let left_out = failing.len().saturating_sub(NEAREST);
    let told = holding.into_iter().chain(failing.into_iter().take(NEAREST));
    told.filter(|reason| !reason.cells.is_empty() || !reason.because.is_empty())
        .try_for_each(|reason| print(reason, "", opened))?;
    if left_out > 0 {
        output::line(&format!("  {QUIET}and {left_out} more that do not fit{QUIET:#}"))?;
    }
    Ok(())
}

fn print(reason: &Reason, role: &str, opened: &Opened) -> Result<(), Stop> {
    let holds = match reason.holds {
        Holds::Always => "holds",
        Holds::Sometimes => "may hold",
        Holds::Never if reason.outdated => "is out of date",
        Holds::Never => "does not hold",
        Holds::Undetermined => "undetermined",
    };
    // Rows without an id are numbered.
    let row = if reason.rule.bytes().all(|letter| letter.is_ascii_digit()) { "row " } else { "" };
    let (rule, because) = (Plain(&reason.rule), Plain(reason.because));
    output::line(&format!("{} {role}{row}{STRESS}{rule}{STRESS:#} {holds}: {because}", mark(reason.holds)))?;
    let mut before: Option<&ReasonCell> = None;
    for cell in &reason.cells {
        if before.is_some_and(|before| before.unless == cell.unless && before.clause != cell.clause) {
            output::line(&format!("      {QUIET}or{QUIET:#}"))?;
        }
        print_cell(cell, opened)?;
        before = Some(cell);
    }
    if !reason.evidence.is_empty() {
        output::line(&format!("    {QUIET}evidence: {}{QUIET:#}", Plain(&reason.evidence.join(", "))))?;
    }
    Ok(())
}

fn print_cell(cell: &ReasonCell, opened: &Opened) -> Result<(), Stop> {
    let pack = opened.pack();
    let kind = pack.name(cell.name).map(|name| pack.type_of(name));
    let value = match &cell.value {
        Shown::Undetermined => "not known".to_owned(),
        value => words(value, kind, pack),
    };
    let unless = if cell.unless { "unless " } else { "" };
    let (name, test, value) = (Plain(cell.name), Plain(cell.test), Plain(&value));
    // What stands after `unless` speaks for the rule where it does not hold.
    let speaks_for_it = match (cell.unless, cell.holds) {
        (true, Holds::Always) => Holds::Never,
        (true, Holds::Never) => Holds::Always,
        (_, holds) => holds,
    };
    output::line(&format!("    {} {unless}{name} {test} {QUIET}({value}){QUIET:#}", mark(speaks_for_it)))?;
    Ok(())
}

fn mark(holds: Holds) -> String {
    match holds {
        Holds::Always => format!("{GOOD}✓{GOOD:#}"),
        Holds::Never => format!("{WRONG}✗{WRONG:#}"),
        Holds::Sometimes => "·".to_owned(),
        Holds::Undetermined => "?".to_owned(),
    }
}
