use std::path::PathBuf;

use clap::Args;

use amends::plan::{self, Holds, Reason, ReasonCell, Why};

use super::open::Opened;
use super::output::{self, GOOD, Plain, QUIET, STRESS, WRONG, json};
use super::problem::{Problem, Stop};
use super::recommend::read_case;
use super::values::words;
use super::{Against, Language, Outcome, what_if};

const EXAMPLES: &str = "\
Examples:
  amends explain rules/core offer_a_call --case complaint.json
  amends explain rules/core goodwill_amount --case complaint.json --json
  amends explain rules/core offer_a_call --case complaint.json --what-if
  amends explain rules/core severity=severe --case complaint.json --what-if

Rules that hold come first, then those that would have brought it, fewest failing cells first. A cell holds (✓), does
not (✗), or may yet (·).

With --what-if: the smallest sets of facts whose change would add it to the plan or remove it, each tried on the case.
It may be asked of an action, `avoid:ACTION`, a step (that it is left out), `ACTION.PARAMETER` (that it is set), a condition,
and `NAME=VALUE` of an output or value; without =VALUE of what would change the value that it has.";

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Explain {
    #[command(flatten)]
    against: Against,
    /// An action, a step, a value, an output, a condition or a table
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
                true => Ok(output::line(&json(&found)).map(|()| Outcome::Fine)?),
                false => what_if::print(&found, opened.pack()).map(|()| Outcome::Fine),
            };
        }
        let why = plan::explain(&opened.engine, &case, &self.element).map_err(Problem::from)?;
        if as_json {
            output::line(&json(&why))?;
            return Ok(Outcome::Fine);
        }
        let Why { rules, against } = &why;
        if rules.is_empty() && against.is_empty() {
            output::line(&format!("no rule concludes `{}`", Plain(&self.element)))?;
        }
        rules.iter().try_for_each(|reason| print(reason, "", &opened))?;
        against.iter().try_for_each(|reason| print(reason, "against it: ", &opened))?;
        Ok(Outcome::Fine)
    }
}

fn print(reason: &Reason, role: &str, opened: &Opened) -> Result<(), Stop> {
    let holds = match reason.holds {
        Holds::Always => "holds",
        Holds::Sometimes => "may hold",
        Holds::Never => "does not hold",
        Holds::Undetermined => "undetermined",
    };
    let (rule, because) = (Plain(&reason.rule), Plain(reason.because));
    output::line(&format!("{} {role}{STRESS}{rule}{STRESS:#} {holds}: {because}", mark(reason.holds)))?;
    for cell in &reason.cells {
        print_cell(cell, opened)?;
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
        plan::Shown::Undetermined => "not known".to_owned(),
        value => words(value, kind, pack),
    };
    let unless = if cell.unless { "unless " } else { "" };
    let (name, test, value) = (Plain(cell.name), Plain(cell.test), Plain(&value));
    output::line(&format!("    {} {unless}{name} {test} {QUIET}({value}){QUIET:#}", mark(cell.holds)))?;
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
