//! The one entrance for whoever works on Amends: builds, serves, tests and measures it.
//!
//! ```text
//! need     what the machine must have, installed by the ordinary clients where it is missing
//! web      crate ──▶ wasm modules with their glue; rules ──▶ programs; both ──▶ the site in www/dist
//! serve    the site on loopback, under a strict policy
//! test     every suite there is, counted into one last line
//! size     what a browser downloads, held against the budgets
//! bench    how long it takes, beside other engines
//! mutants  faults planted in the engine, which the oracle's tests must notice
//! ```

mod bench;
mod mutants;
mod need;
mod place;
mod scenarios;
mod serve;
mod size;
mod step;
mod tally;
mod test;
mod web;

use std::{ffi::OsString, process::ExitCode};

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about, version)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the wasm modules, the programs of all packs and the site, into www/dist
    Build,
    /// Build all and serve the page with the core pack on this machine
    Serve {
        /// The port to listen on; 0 takes any free one
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Serve it below this path, as a host that embeds it might
        #[arg(long, default_value = "/")]
        below: String,
    },
    /// Run every test there is: native, wasm in Node and in Chromium, the page, the walls, the sizes
    Test,
    /// Build all and hold what a browser downloads against the budgets
    Size,
    /// Measure: matching natively and beside other engines, and the cold page
    Bench,
    /// Plant faults in the engine, one at a time, and see that the oracle's tests notice each
    Mutants,
    /// Run a module of wasm tests (called by cargo, not by people)
    #[command(hide = true)]
    WasmRunner {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
}

fn main() -> ExitCode {
    run(Arguments::parse().task).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

fn run(task: Task) -> anyhow::Result<ExitCode> {
    match task {
        Task::Build => web::build()?,
        Task::Serve { port, below } => serve::serve(port, &below)?,
        Task::Test => return test::test(),
        Task::Size => size::size()?,
        Task::Bench => bench::bench()?,
        Task::Mutants => mutants::mutants()?,
        Task::WasmRunner { arguments } => {
            let named = std::iter::once(OsString::from("wasm-runner")).chain(arguments);
            wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(named)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
