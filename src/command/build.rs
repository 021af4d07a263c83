use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use amends::program;

use super::Outcome;
use super::open::Opened;
use super::output::{self, Plain, json};
use super::problem::{Problem, Stop};

#[derive(Args)]
#[command(after_help = "Example:\n  amends build rules/core -o core.amends")]
pub struct Build {
    /// A pack's folder
    pack: PathBuf,
    /// The program to write
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// What was built.
#[derive(Serialize)]
struct Built<'a> {
    id: &'a str,
    version: &'a str,
    hash: &'a str,
    bytes: usize,
}

impl Build {
    pub fn run(&self, as_json: bool) -> Result<Outcome, Stop> {
        let opened = Opened::open(&self.pack, as_json)?;
        let bytes = program::write(opened.pack()).map_err(Problem::from)?;
        std::fs::write(&self.output, &bytes).map_err(|error| Problem::of_file(&self.output, "written", &error))?;
        let (pack, hash) = (opened.pack(), opened.engine.hash.as_str());
        if as_json {
            output::line(&json(&Built { id: &pack.id, version: &pack.version, hash, bytes: bytes.len() }))?;
        } else {
            let (id, version) = (Plain(&pack.id), Plain(&pack.version));
            output::line(&format!("{id} {version}: {} bytes, hash {hash}", bytes.len()))?;
        }
        Ok(Outcome::Fine)
    }
}
