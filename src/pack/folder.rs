//! A pack's folder on disk, within limits.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{Reading, Source};

/// The most files that are looked at in one folder, those that are no rule files too.
const MOST_FILES: usize = 4_096;
/// The most bytes of all files together.
const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// How deep folders may stand in each other; a link that leads back up ends here too.
const DEEPEST: usize = 8;

/// Why a folder could not be read.
#[derive(Debug)]
pub enum FolderError {
    NoFolder(PathBuf),
    /// It is a file.
    File(PathBuf),
    /// The system would not let it be read.
    Unreadable(PathBuf, io::Error),
    /// It is called almost as rule files are, by an editor that adds its own ending; the name that it must have.
    Misnamed(PathBuf, String),
    TooManyFiles(PathBuf),
    TooManyBytes(PathBuf),
    TooDeep(PathBuf),
}

impl fmt::Display for FolderError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Debug printing of a path escapes control characters.
        let quoted = |path: &Path| format!("{path:?}").trim_matches('"').to_owned();
        match self {
            FolderError::NoFolder(path) => {
                write!(out, "there is no folder `{}`; name the folder that holds `pack.toml`", quoted(path))
            }
            FolderError::File(path) => {
                write!(out, "`{}` is a file; name the folder that holds `pack.toml`", quoted(path))
            }
            FolderError::Unreadable(path, error) => write!(out, "`{}` cannot be read: {error}", quoted(path)),
            FolderError::Misnamed(path, name) => {
                write!(out, "`{}` would not be read; call it `{}`", quoted(path), quoted(Path::new(name)))
            }
            FolderError::TooManyFiles(path) => {
                write!(out, "`{}` holds more than {MOST_FILES} files; name the folder of one pack", quoted(path))
            }
            FolderError::TooManyBytes(path) => {
                write!(out, "the rule files in `{}` have more than {MOST_BYTES} bytes", quoted(path))
            }
            FolderError::TooDeep(path) => {
                write!(out, "`{}` lies more than {DEEPEST} folders deep; take out folders or links", quoted(path))
            }
        }
    }
}

impl std::error::Error for FolderError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            FolderError::Unreadable(_, error) => Some(error),
            _ => None,
        }
    }
}

/// Reads a pack from its folder; what it extends is looked for beside it.
///
/// # Errors
/// If the folder itself cannot be read. What is wrong in its files is in [`Reading::diagnostics`].
pub fn load(folder: &Path) -> Result<Reading, FolderError> {
    let source = read_folder(folder)?;
    // `.` has no parent by name; its real path has.
    let real = fs::canonicalize(folder).map_err(|error| FolderError::Unreadable(folder.to_owned(), error))?;
    let beside = real.parent().unwrap_or(&real).to_owned();
    Ok(super::read(&source, &|id| sibling(&beside, id)))
}

/// The rule files (`*.toml`, `*.ftl`) of a folder and the folders in it; hidden ones are passed over.
///
/// # Errors
/// If the folder cannot be read, or goes beyond the limits.
pub fn read_folder(folder: &Path) -> Result<Source, FolderError> {
    if !folder.is_dir() {
        let folder = folder.to_owned();
        return Err(if folder.exists() { FolderError::File(folder) } else { FolderError::NoFolder(folder) });
    }
    let mut walk = Walk { files: BTreeMap::new(), seen: 0, bytes: MOST_BYTES };
    walk.folder(folder, "", 0)?;
    Ok(Source { files: walk.files })
}

/// The pack of that id beside another: the folder of that name first, then any whose `pack.toml` has the id. If there is one
/// and it cannot be read, why.
fn sibling(beside: &Path, id: &str) -> Option<Result<Source, String>> {
    // An id names a folder, never a way to somewhere else.
    if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-') {
        return None;
    }
    let read = |folder: &Path| read_folder(folder).map_err(|error| error.to_string());
    let named = beside.join(id);
    let has_id = |folder: &Path| id_of(folder).is_some_and(|own| own == id);
    if has_id(&named) {
        return Some(read(&named));
    }
    let folders = fs::read_dir(beside).into_iter().flatten().take(MOST_FILES);
    let mut folders: Vec<PathBuf> = folders.filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.sort();
    if let Some(folder) = folders.into_iter().find(|folder| has_id(folder)) {
        return Some(read(&folder));
    }
    // The folder of that name is meant all the same if what would say so is what is wrong with it.
    let is_meant = named.is_dir() && id_of(&named).is_none();
    Some(read(&named))
        .filter(|read| is_meant && read.as_ref().map_or(true, |source| source.files.contains_key("pack.toml")))
}

/// The id that the `pack.toml` of a folder gives; none where it cannot be told.
fn id_of(folder: &Path) -> Option<String> {
    let mut bytes = Vec::new();
    fs::File::open(folder.join("pack.toml")).ok()?.take(1 << 20).read_to_end(&mut bytes).ok()?;
    let table = toml::from_str::<toml::Table>(&String::from_utf8(bytes).ok()?).ok()?;
    Some(table.get("pack")?.get("id")?.as_str()?.to_owned())
}

/// The name of a rule file that was meant by another, such as `facts.toml.txt` or `FACTS.TOML`.
fn meant(name: &str) -> Option<String> {
    let small = name.to_ascii_lowercase();
    let whole = small.strip_suffix(".txt").unwrap_or(&small);
    let is_rules = [".toml", ".ftl"].iter().any(|ending| whole.ends_with(ending));
    is_rules.then(|| whole.to_owned())
}

struct Walk {
    files: BTreeMap<String, Vec<u8>>,
    seen: usize,
    /// How many may still be read.
    bytes: u64,
}

impl Walk {
    fn folder(&mut self, folder: &Path, prefix: &str, depth: usize) -> Result<(), FolderError> {
        if depth > DEEPEST {
            return Err(FolderError::TooDeep(folder.to_owned()));
        }
        let unreadable = |error| FolderError::Unreadable(folder.to_owned(), error);
        for entry in fs::read_dir(folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            self.seen = self.seen.saturating_add(1);
            if self.seen > MOST_FILES {
                return Err(FolderError::TooManyFiles(folder.to_owned()));
            }
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let (path, inner) = (entry.path(), format!("{prefix}{name}"));
            if path.is_dir() {
                self.folder(&path, &format!("{inner}/"), depth.saturating_add(1))?;
            } else if name.ends_with(".toml") || name.ends_with(".ftl") {
                self.file(&path, inner)?;
            } else if let Some(name) = meant(&name) {
                return Err(FolderError::Misnamed(path, name));
            }
        }
        Ok(())
    }

    fn file(&mut self, path: &Path, inner: String) -> Result<(), FolderError> {
        let unreadable = |error| FolderError::Unreadable(path.to_owned(), error);
        // A pipe or device could be waited on for ever.
        if !fs::metadata(path).map_err(unreadable)?.is_file() {
            return Ok(());
        }
        let mut bytes = Vec::new();
        let file = fs::File::open(path).map_err(unreadable)?;
        file.take(self.bytes.saturating_add(1)).read_to_end(&mut bytes).map_err(unreadable)?;
        self.bytes = self
            .bytes
            .checked_sub(u64::try_from(bytes.len()).unwrap_or(u64::MAX))
            .ok_or_else(|| FolderError::TooManyBytes(path.to_owned()))?;
        self.files.insert(inner, bytes);
        Ok(())
    }
}
