//! A pack, ready to look at cases: from its folder, or from a program.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use amends::engine::Engine;
use amends::model::Pack;
use amends::pack::{self, Reading, Scenario};
use amends::program::{self, LONGEST_PROGRAM, Program};

use super::diagnostics;
use super::problem::{Problem, Stop};
use super::words::Phrases;

/// What a pack's folder or a program gives.
pub struct Opened {
    pub engine: Engine,
    /// In the pack's own language; none where a program was opened, which holds no words.
    pub phrases: Phrases,
    /// None where a program was opened.
    pub scenarios: Vec<Scenario>,
}

impl Opened {
    /// Opens a pack. What is wrong in its files is printed, and nothing of it is used.
    ///
    /// # Errors
    /// If there is no such folder or program, or it has mistakes.
    pub fn open(path: &Path, as_json: bool) -> Result<Self, Stop> {
        let metadata = fs::metadata(path).map_err(|error| Problem::of_file(path, "read", &error))?;
        if !metadata.is_dir() {
            return Ok(Self::of_program(program::load(&bytes(path)?).map_err(Problem::from)?));
        }
        let reading = read(path)?;
        let Reading { pack: Some(pack), scenarios, phrases, .. } = reading else {
            diagnostics::print_errors(&reading, as_json)?;
            return Err(Stop::Said);
        };
        // The folder goes the way of a program, so that the command answers from what a browser would.
        let program = program::write(&pack).and_then(|bytes| program::load(&bytes)).map_err(Problem::from)?;
        let phrases = Phrases::of(phrases.get(&pack.language).cloned());
        Ok(Opened { phrases, scenarios, ..Self::of_program(program) })
    }

    fn of_program(program: Program) -> Self {
        let engine = Engine::new(program.pack, program.hash);
        Opened { engine, phrases: Phrases::of(None), scenarios: Vec::new() }
    }

    pub fn pack(&self) -> &Pack {
        &self.engine.pack
    }
}

/// Reads a pack's folder, whatever is wrong in it.
///
/// # Errors
/// If the folder itself cannot be read.
pub fn read(folder: &Path) -> Result<Reading, Problem> {
    pack::load(folder).map_err(|error| Problem::new("folder", error.to_string()))
}

/// The bytes of a program, or one more than any program has.
fn bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let failed = |error| Problem::of_file(path, "read", &error);
    let longest = u64::try_from(LONGEST_PROGRAM).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(longest).read_to_end(&mut bytes)).map_err(failed)?;
    Ok(bytes)
}
