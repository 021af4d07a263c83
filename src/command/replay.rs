//! Recorded cases in, their plans out, one after the other.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use amends::model::{Name, Pack};
use amends::plan::{self, Plan, Settled, Status};

use super::cases::{self, Cases, WrongLine};
use super::check::count;
use super::open::Opened;
use super::output::{self, DOUBTFUL, Plain, QUIET, STRESS, WRONG};
use super::problem::Stop;
use super::values::words;
use super::{Against, Outcome};

const EXAMPLES: &str = "\
Examples:
  amends replay rules/core --cases last_month.jsonl
  amends replay rules/core --cases last_month.csv --json > plans.jsonl

With --json each case gives its plan, as `amends recommend --json` prints it. A line that holds no case of the pack gives \
{\"line\": 3, \"error\": {...}}, and the other lines still go through; the exit status is then 1.";

#[derive(Args)]
#[command(after_help = format!("{EXAMPLES}\n\n{}", cases::FORMS))]
pub struct Replay {
    #[command(flatten)]
    against: Against,
    /// JSON Lines, or CSV where the name ends so; `-` reads the standard input
    #[arg(long, value_name = "FILE")]
    cases: PathBuf,
    /// Take the cases for CSV, whatever they are called
    #[arg(long)]
    csv: bool,
}

impl Replay {
    pub fn run(&self, as_json: bool) -> Result<Outcome, Stop> {
        let opened = Opened::open(&self.against.pack, as_json)?;
        let mut recorded = Cases::open(&self.cases, cases::is_csv(&self.cases, self.csv), &[opened.pack()])?;
        let bar = self.bar();
        let (mut cases, mut wrong) = (0_usize, 0_usize);
        while let Some(line) = recorded.advance()? {
            bar.inc(recorded.length());
            match recorded.case(opened.pack(), self.against.now()) {
                Ok(case) => {
                    cases = cases.saturating_add(1);
                    let plan = plan::recommend(&opened.engine, &case);
                    match as_json {
                        true => output::data(&plan)?,
                        false => output::line(&in_short(line, &plan, opened.pack()))?,
                    }
                }
                Err(problem) => {
                    wrong = wrong.saturating_add(1);
                    match as_json {
                        true => output::data(&WrongLine { line, error: &problem })?,
                        false => output::line(&format!("{WRONG}{line:>6}  {}{WRONG:#}", Plain(&problem.in_line())))?,
                    }
                }
            }
        }
        bar.finish_and_clear();
        if !as_json {
            let wrong = match wrong {
                0 => String::new(),
                1 => ", 1 line that holds none".to_owned(),
                several => format!(", {several} lines that hold none"),
            };
            output::line(&format!("{STRESS}{}{wrong}{STRESS:#}", count(cases, "case")))?;
        }
        Ok(if wrong == 0 { Outcome::Fine } else { Outcome::Found })
    }

    /// How far it is, where somebody looks at that and not at the plans.
    fn bar(&self) -> ProgressBar {
        let length = fs::metadata(&self.cases).ok().filter(fs::Metadata::is_file).map(|file| file.len());
        let target =
            if io::stdout().is_terminal() { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(length, target);
        let style = ProgressStyle::with_template("{bar:40} {percent} % {eta}");
        style.into_iter().for_each(|style| bar.set_style(style));
        bar
    }
}

/// A plan in one line: what is done in its order, what is paid, and whether a question is still worth asking.
fn in_short(line: u64, plan: &Plan<'_>, pack: &Pack) -> String {
    let mut done = Vec::new();
    for action in plan.steps.iter().flat_map(|step| &step.actions) {
        let id = Plain(action.id);
        match action.status {
            Status::Certain => done.push(id.to_string()),
            Status::Possible => done.push(format!("{QUIET}{id}?{QUIET:#}")),
            Status::Undetermined => done.push(format!("{DOUBTFUL}{id}?{DOUBTFUL:#}")),
        }
    }
    if let (Some(pay), Some(declared)) = (&plan.compensation, &pack.compensation) {
        let kind = pack.type_of(Name::Derived(declared.amount));
        done.push(Plain(&words(&pay.amount, Some(kind), pack)).to_string());
    }
    let settled = match plan.settled {
        Settled::Yes => String::new(),
        Settled::UnderAssumptions => format!("  {QUIET}settled under assumptions{QUIET:#}"),
        Settled::Open => format!("  {QUIET}open{QUIET:#}"),
    };
    format!("{line:>6}  {}{settled}", done.join(", "))
}
