//! What the command can do, one file for each, and what they share.

mod ask;
mod build;
mod cases;
mod check;
mod decide;
mod describe;
mod diagnostics;
mod diff;
mod explain;
mod fmt;
mod formulas;
mod input;
mod open;
mod output;
mod planned;
mod problem;
mod recommend;
mod replay;
mod schema;
mod sentences;
mod test;
mod test_cases;
mod translate;
mod unknown;
mod values;
mod what_if;
mod words;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use amends::model::date;
use problem::Stop;

const EXAMPLES: &str = "\
Examples:
  amends check rules/core                                what is wrong with the pack
  amends recommend rules/core --case complaint.json      what to do next, and why
  amends ask rules/core                                  an interview, question by question
  echo '{\"channel\": \"email\"}' | amends recommend rules/core --case -
  amends decide rules/core goodwill_amount --cases cases.jsonl
  amends build rules/core -o core.amends                 the program that a browser runs

A case is a JSON object of facts by name. A name that is absent or null is unknown, \"none\" is none:
  {\"channel\": \"email\", \"promised\": true, \"waited\": \"90 min\", \"price\": 49.90, \"failure\": [\"late\"]}
It may also hold its date (now), who holds it (role), and what nobody knows (declined).

Exit status: 0 fine, 1 something was found, 2 could not run.";

/// Recommends how to make amends for a complaint: from rules and the facts of a case to a recovery plan, exactly,
/// also when facts are missing.
#[derive(Parser)]
#[command(version, after_help = EXAMPLES, max_term_width = 100)]
struct Amends {
    /// Print JSON rather than text
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say everything that is wrong with a pack
    Check(check::Check),
    /// Say what to do next in a case, in which order, in which words, by when, up to how much, and why
    Recommend(recommend::Recommend),
    /// Ask what is worth asking, best first, until no further answer can change the plan
    Ask(ask::Ask),
    /// Say why something is in a plan, or why it is not
    Explain(explain::Explain),
    /// Answer one question: a value, an output, a condition or a table
    Decide(decide::Decide),
    /// Make the plan of each of many recorded cases
    Replay(replay::Replay),
    /// Hold a pack against its scenarios
    Test(test::Test),
    /// Compile a pack to the program that browsers run
    Build(build::Build),
    /// Write a pack as a document that can be reviewed without reading rule files
    Describe(describe::Describe),
    /// Say in which cases two packs make different plans
    Diff(diff::Diff),
    /// Align the tables of rule files, leaving words and comments as they are
    Fmt(fmt::Fmt),
    /// Print the JSON Schema of rule files, for editors
    Schema(schema::Schema),
}

/// The pack and the day.
#[derive(Args)]
struct Against {
    /// A pack's folder, or a program made by `amends build`
    pack: PathBuf,
    /// The date of cases that name none [default: today, UTC]
    #[arg(long, value_name = "DATE", value_parser = day)]
    now: Option<i64>,
}

impl Against {
    fn now(&self) -> i64 {
        self.now.unwrap_or_else(today)
    }
}

/// The language of titles, reasons and words.
#[derive(Args)]
struct Language {
    /// Titles, reasons and words in this language of the pack, such as `uk` [default: the pack's own]
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
}

impl Language {
    fn tag(&self) -> Option<&str> {
        self.language.as_deref()
    }
}

/// Whether anything was found that its user should look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Fine,
    Found,
}

/// Does what the arguments say. 0 fine, 1 findings, 2 could not run.
pub fn run() -> ExitCode {
    let Amends { json, command } = Amends::parse();
    let outcome = match command {
        Command::Check(check) => check.run(json),
        Command::Recommend(recommend) => recommend.run(json),
        Command::Ask(ask) => ask.run(json),
        Command::Explain(explain) => explain.run(json),
        Command::Decide(decide) => decide.run(json),
        Command::Replay(replay) => replay.run(json),
        Command::Test(test) => test.run(json),
        Command::Build(build) => build.run(json),
        Command::Describe(describe) => describe.run(json),
        Command::Diff(diff) => diff.run(json),
        Command::Fmt(fmt) => fmt.run(json),
        Command::Schema(schema) => schema.run(),
    };
    match outcome {
        Ok(Outcome::Fine) | Err(Stop::NobodyListens) => ExitCode::SUCCESS,
        Ok(Outcome::Found) | Err(Stop::Said) => ExitCode::from(1),
        Err(Stop::Problem(problem)) => {
            problem.say(json);
            ExitCode::from(problem.exit)
        }
    }
}

fn day(text: &str) -> Result<i64, String> {
    date::parse(text).ok_or_else(|| "expected a date such as `2026-04-01`".to_owned())
}

/// Today in UTC, in days since 1970-01-01.
fn today() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.ok().and_then(|since| i64::try_from(since.as_secs() / 86_400).ok()).unwrap_or(0)
}
