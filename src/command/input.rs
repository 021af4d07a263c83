//! Cases from files and from the standard input.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use amends::case::LONGEST_CASE;

use super::problem::Problem;

/// A file, or `-` for the standard input.
pub struct Input {
    path: PathBuf,
    reader: BufReader<Box<dyn Read>>,
}

impl Input {
    /// # Errors
    /// If there is no such file, or it may not be read.
    pub fn open(path: &Path) -> Result<Self, Problem> {
        if path.as_os_str() == "-" {
            return Ok(Self::standard());
        }
        let file = File::open(path).map_err(|error| Problem::of_file(path, "read", &error))?;
        Ok(Input { path: path.to_owned(), reader: BufReader::new(Box::new(file)) })
    }

    pub fn standard() -> Self {
        Input { path: PathBuf::from("-"), reader: BufReader::new(Box::new(io::stdin())) }
    }

    /// All of it, or what is longer than any case by a byte.
    ///
    /// # Errors
    /// If reading fails.
    pub fn whole(self) -> Result<Vec<u8>, Problem> {
        let mut text = Vec::new();
        let longest = u64::try_from(LONGEST_CASE).unwrap_or(u64::MAX).saturating_add(1);
        let read = self.reader.take(longest).read_to_end(&mut text);
        read.map_err(|error| Problem::of_file(&self.path, "read", &error))?;
        Ok(text)
    }

    /// The next line without its end, `None` after the last. Of a line that is longer than any case, what is longer by
    /// a byte: the rest is passed over and never held.
    ///
    /// # Errors
    /// If reading fails.
    pub fn line(&mut self, line: &mut Vec<u8>) -> Result<Option<()>, Problem> {
        line.clear();
        let failed = |error: io::Error| Problem::of_file(&self.path, "read", &error);
        let mut any = false;
        loop {
            let buffer = self.reader.fill_buf().map_err(failed)?;
            if buffer.is_empty() {
                return Ok(any.then_some(()));
            }
            any = true;
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let part = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
            let room = LONGEST_CASE.saturating_add(1).saturating_sub(line.len());
            line.extend_from_slice(part.get(..room.min(part.len())).unwrap_or_default());
            let used = part.len().saturating_add(usize::from(end.is_some()));
            self.reader.consume(used);
            if end.is_some() {
                return Ok(Some(()));
            }
        }
    }
}
