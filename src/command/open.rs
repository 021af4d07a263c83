//! A pack, ready to look at cases: from its folder, or from a program.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use amends::engine::Engine;
use amends::model::Pack;
use amends::model::value::nearest;
use amends::pack::{self, Reading, Scenario};
use amends::program::{self, LONGEST_PROGRAM, Program};

use super::diagnostics;
use super::problem::{Problem, Stop};
use super::translate::translate;
use super::words::Phrases;

/// What a pack's folder or a program gives.
pub struct Opened {
    pub engine: Engine,
    /// In the language of the pack as it was opened; none where a program was opened, which holds no words.
    pub phrases: Phrases,
    /// None where a program was opened.
    pub scenarios: Vec<Scenario>,
    /// By language, the text of its Fluent files; `None` where a program was opened.
    pub languages: Option<BTreeMap<String, String>>,
}

impl Opened {
    /// Opens a pack. What is wrong in its files is printed, and nothing of it is used.
    ///
    /// # Errors
    /// If there is no such folder or program, or it has mistakes.
    pub fn open(path: &Path, as_json: bool) -> Result<Self, Stop> {
        Self::open_in(path, None, as_json)
    }

    /// Opens a pack in one of its languages, by tag, instead of its own.
    ///
    /// # Errors
    /// As [`Self::open`], or if the pack does not speak the language.
    pub fn open_in(path: &Path, language: Option<&str>, as_json: bool) -> Result<Self, Stop> {
        let metadata = fs::metadata(path).map_err(|error| Problem::of_file(path, "read", &error))?;
        if !metadata.is_dir() {
            if language.is_some() {
                let problem = Problem::new("no-language", "a program holds no words of other languages");
                return Err(problem.help("name the folder of the pack that it was built from".to_owned()).into());
            }
            return Ok(Self::of_program(program::load(&bytes(path)?).map_err(Problem::from)?));
        }
        let reading = read(path)?;
        let Reading { pack: Some(pack), scenarios, phrases: languages, .. } = reading else {
            diagnostics::print_errors(&reading, as_json)?;
            return Err(Stop::Said);
        };
        // The folder goes the way of a program, so that the command answers from what a browser would; sources stand
        // beside it there too.
        let mut program = program::write(&pack).and_then(|bytes| program::load(&bytes)).map_err(Problem::from)?;
        program.pack.evidence.clone_from(&pack.evidence);
        let spoken = language.unwrap_or(&pack.language);
        let source = languages.get(spoken);
        if source.is_none() && spoken != pack.language {
            return Err(not_spoken(spoken, &pack, languages.keys()).into());
        }
        let phrases = Phrases::of(source.cloned());
        if spoken != pack.language {
            translate(&mut program.pack, spoken, &phrases);
        }
        Ok(Opened { phrases, scenarios, languages: Some(languages), ..Self::of_program(program) })
    }

    fn of_program(program: Program) -> Self {
        let engine = Engine::new(program.pack, program.hash);
        Opened { engine, phrases: Phrases::of(None), scenarios: Vec::new(), languages: None }
    }

    pub fn pack(&self) -> &Pack {
        &self.engine.pack
    }
}

fn not_spoken<'a>(language: &str, pack: &'a Pack, translated: impl Iterator<Item = &'a String>) -> Problem {
    let spoken: BTreeSet<&str> = translated.chain([&pack.language]).map(String::as_str).collect();
    let help = nearest(language, spoken.iter().copied()).map_or_else(
        || format!("it speaks {}", spoken.iter().map(|tag| format!("`{tag}`")).collect::<Vec<_>>().join(", ")),
        |near| format!("did you mean `{near}`?"),
    );
    Problem::new("no-language", format!("the pack does not speak `{language}`")).help(help)
}

/// Reads a pack's folder, whatever is wrong in it.
///
/// # Errors
/// If the folder itself cannot be read, or it is a program.
pub fn read(folder: &Path) -> Result<Reading, Problem> {
    if folder.is_file() && program::load(&bytes(folder)?).is_ok() {
        let problem = Problem::new("folder", format!("`{}` is a program, which holds no rule files", folder.display()));
        return Err(problem.help("name the folder that it was built from".to_owned()));
    }
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
