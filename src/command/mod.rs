//! What the command can do, one file for each, and what they share.

mod build;
mod check;
mod diagnostics;
mod open;
mod output;
mod problem;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use problem::Stop;

const EXAMPLES: &str = "\
Examples:
  amends check rules/core                                what is wrong with the pack
  amends build rules/core -o core.amends                 the program that a browser runs

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
    /// Compile a pack to the program that browsers run
    Build(build::Build),
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
        Command::Build(build) => build.run(json),
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
