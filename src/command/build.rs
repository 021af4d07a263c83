use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use amends::plan::EvidenceInfo;
use amends::program;

use super::Outcome;
use super::open::Opened;
use super::output::{self, Plain, json};
use super::problem::{Problem, Stop};

#[derive(Args)]
#[command(
    after_help = "Examples:\n  amends build rules/core -o core.amends\n  amends build rules/core -o core.amends --evidence evidence.json"
)]
pub struct Build {
    /// A pack's folder
    pack: PathBuf,
    /// The program to write
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,

    /// Also write the sources that the rules stand on, as JSON, which pages fetch when somebody asks why
    #[arg(long, value_name = "FILE")]
    evidence: Option<PathBuf>,
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
        write(&self.output, &bytes)?;
        if let Some(file) = &self.evidence {
            if self.pack.is_file() {
                let problem = Problem::new("no-evidence", "a program holds no sources");
                return Err(problem.help("name the folder of the pack that it was built from".to_owned()).into());
            }
            write(file, format!("{}\n", json(&EvidenceInfo::of(opened.pack()))).as_bytes())?;
        }
        let (pack, hash) = (opened.pack(), opened.engine.hash.as_str());
        if as_json {
            output::data(&Built { id: &pack.id, version: &pack.version, hash, bytes: bytes.len() })?;
        } else {
            let (id, version) = (Plain(&pack.id), Plain(&pack.version));
            output::line(&format!("{id} {version}: {} bytes, hash {hash}", bytes.len()))?;
        }
        Ok(Outcome::Fine)
    }
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), Problem> {
    std::fs::write(file, bytes).map_err(|error| Problem::of_file(file, "written", &error))
}
