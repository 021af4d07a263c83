//! Recorded cases in, their plans out, one after the other.

mod rows;

use std::fs;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use amends::case::{self, Case, LONGEST_CASE};
use amends::model::{Name, Pack};
use amends::plan::{self, Plan, Settled, Status};

use super::check::count;
use super::decide::WrongLine;
use super::input::Input;
use super::open::Opened;
use super::output::{self, DOUBTFUL, Plain, QUIET, STRESS, WRONG};
use super::problem::{Problem, Stop};
use super::values::words;
use super::{Against, Outcome};
use rows::Rows;

const EXAMPLES: &str = "\
Examples:
  amends replay rules/core --cases last_month.jsonl
  amends replay rules/core --cases last_month.csv --json > plans.jsonl

JSON Lines hold a case each. CSV names facts in its first line and holds a case in each that follows: an empty cell is
unknown, a fact of several values has them with commas between, and `[]` is none of them. Blank lines are passed over.

With --json each case gives its plan, as `amends recommend --json` prints it. A line that holds no case of the pack gives
{\"line\": 3, \"error\": {...}}, and the other lines still go through; the exit status is then 1.";

#[derive(Args)]
#[command(after_help = EXAMPLES)]
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
        let mut input = Input::open(&self.cases)?;
        let bar = self.bar();
        let mut rows = if self.is_csv() { Some(Rows::default()) } else { None };
        let (mut text, mut line, mut cases, mut wrong) = (Vec::new(), 0_u64, 0_usize, 0_usize);
        while input.line(&mut text)?.is_some() {
            line = line.saturating_add(1);
            let first = line;
            if let Some(rows) = &rows {
                rows.complete(&mut input, &mut text, &mut line)?;
            }
            bar.inc(u64::try_from(text.len()).unwrap_or(0).saturating_add(1));
            if text.trim_ascii().is_empty() {
                continue;
            }
            match self.case(&opened, rows.as_mut(), &text) {
                Ok(Some(case)) => {
                    cases = cases.saturating_add(1);
                    let plan = plan::recommend(&opened.engine, &case);
                    match as_json {
                        true => output::data(&plan)?,
                        false => output::line(&in_short(first, &plan, opened.pack()))?,
                    }
                }
                // The line of names.
                Ok(None) => {}
                Err(problem) => {
                    wrong = wrong.saturating_add(1);
                    match as_json {
                        true => output::data(&WrongLine { line: first, error: &problem })?,
                        false => output::line(&format!("{WRONG}{first:>6}  {}{WRONG:#}", Plain(&problem.message)))?,
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

    fn is_csv(&self) -> bool {
        self.csv || self.cases.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"))
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

    /// The case of a line; none of the line that names the columns.
    fn case(&self, opened: &Opened, rows: Option<&mut Rows>, text: &[u8]) -> Result<Option<Case>, Problem> {
        let (pack, now) = (opened.pack(), self.against.now());
        if text.len() > LONGEST_CASE {
            let message = format!("the case is too long; expected at most {LONGEST_CASE} bytes");
            return Err(Problem::new("too-long", message));
        }
        let Some(rows) = rows else { return case::from_json(text, pack, now).map(Some).map_err(Problem::of_case) };
        match rows.entries(text, pack)? {
            Some(entries) => case::read(entries, pack, now).map(Some).map_err(Problem::of_case),
            None => Ok(None),
        }
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
