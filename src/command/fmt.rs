use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use amends::pack::{format, read_folder};

use super::Outcome;
use super::check::count;
use super::output::{self, GOOD, Plain, WRONG};
use super::problem::{Problem, Stop};

#[derive(Args)]
#[command(after_help = "\
Examples:
  amends fmt rules/core
  amends fmt --check rules/core          exit status 1 when a file would change")]
pub struct Fmt {
    /// Rule files, or packs' folders
    #[arg(required = true, value_name = "FILE|PACK")]
    paths: Vec<PathBuf>,
    /// Write nothing; only say which files would change
    #[arg(long)]
    check: bool,
}

/// What was formatted.
#[derive(Serialize)]
struct Formatted {
    /// The files that changed, or would.
    changed: Vec<String>,
    /// How many files were looked at.
    files: usize,
}

impl Fmt {
    pub fn run(&self, as_json: bool) -> Result<Outcome, Stop> {
        let mut formatted = Formatted { changed: Vec::new(), files: 0 };
        for path in &self.paths {
            for file in rule_files(path)? {
                formatted.files = formatted.files.saturating_add(1);
                if self.file(&file)? {
                    formatted.changed.push(file.display().to_string());
                }
            }
        }
        let Formatted { changed, files } = &formatted;
        if as_json {
            output::data(&formatted)?;
        } else {
            let verb = if self.check { "would change" } else { "changed" };
            changed.iter().try_for_each(|file| output::line(&format!("{verb}: {}", Plain(file))))?;
            let style = if self.check && !changed.is_empty() { WRONG } else { GOOD };
            output::line(&format!("{style}{}, {} {verb}{style:#}", count(*files, "file"), changed.len()))?;
        }
        Ok(if self.check && !changed.is_empty() { Outcome::Found } else { Outcome::Fine })
    }

    /// Formats a file; whether it changed, or would.
    fn file(&self, path: &Path) -> Result<bool, Problem> {
        let text = fs::read_to_string(path).map_err(|error| Problem::of_file(path, "read", &error))?;
        let aligned = format(&text);
        if aligned == text {
            return Ok(false);
        }
        if !self.check {
            fs::write(path, aligned).map_err(|error| Problem::of_file(path, "written", &error))?;
        }
        Ok(true)
    }
}

/// The TOML files of a folder, or the file itself.
fn rule_files(path: &Path) -> Result<Vec<PathBuf>, Problem> {
    let metadata = fs::metadata(path).map_err(|error| Problem::of_file(path, "read", &error))?;
    if !metadata.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let source = read_folder(path).map_err(|error| Problem::new("folder", error.to_string()))?;
    let names = source.files.into_keys().filter(|name| name.ends_with(".toml"));
    Ok(names.map(|name| path.join(name)).collect())
}
