//! A pack, ready to look at cases: from its folder, or from a program.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use amends::model::Pack;
use amends::pack::{self, Reading};
use amends::program::{self, LONGEST_PROGRAM, Program};

use super::diagnostics;
use super::problem::{Problem, Stop};

/// What a pack's folder or a program gives.
pub struct Opened {
    pub program: Program,
}

impl Opened {
    /// Opens a pack. What is wrong in its files is printed, and nothing of it is used.
    ///
    /// # Errors
    /// If there is no such folder or program, or it has mistakes.
    pub fn open(path: &Path, as_json: bool) -> Result<Self, Stop> {
        let metadata = fs::metadata(path).map_err(|error| Problem::of_file(path, "read", &error))?;
        if !metadata.is_dir() {
            return Ok(Opened { program: program::load(&bytes(path)?).map_err(Problem::from)? });
        }
        let reading = read(path)?;
        let Some(pack) = &reading.pack else {
            diagnostics::print_errors(&reading, as_json)?;
            return Err(Stop::Said);
        };
        // The folder goes the way of a program, so that the command answers from what a browser would.
        let program = program::write(pack).and_then(|bytes| program::load(&bytes)).map_err(Problem::from)?;
        Ok(Opened { program })
    }

    pub fn pack(&self) -> &Pack {
        &self.program.pack
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
