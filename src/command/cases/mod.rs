//! Recorded cases, one after the other: JSON Lines, or the rows of a table as CSV.

mod quotes;
mod table;

use std::collections::VecDeque;
use std::path::Path;

use serde::Serialize;

use amends::case::{self, Case, LONGEST_CASE};
use amends::model::Pack;

use super::input::Input;
use super::problem::Problem;
use quotes::{Quotes, Row};
use table::Table;

/// What of many cases `--help` tells, whichever command reads them.
pub const FORMS: &str = "\
JSON Lines hold a case each. CSV names facts in its first line and holds a case in each that follows: an empty cell is \
unknown, a fact of several values has them with commas between, and `[]` is none of them; yes and no, true and false may be \
written in capitals too. Semicolons and tabs between the columns do as well. Blank lines and rows are passed over.";

/// Cases on their way in, of which one line, or one row of a table, is held at a time.
pub struct Cases {
    input: Input,
    /// None of JSON Lines.
    table: Option<Table>,
    /// Lines that were read already and are yet to be told.
    ahead: VecDeque<Vec<u8>>,
    /// The case at hand, a row of a table with all its lines.
    text: Vec<u8>,
    /// How many lines have been told.
    line: u64,
    /// How a quoted cell of it begins that does not end.
    unclosed: Option<String>,
}

/// What stands where the answer to a line of cases would.
#[derive(Serialize)]
pub struct WrongLine<'a> {
    pub line: u64,
    pub error: &'a Problem,
}

/// Whether a file holds a table, by its name, unless somebody says so.
pub fn is_csv(path: &Path, is_said: bool) -> bool {
    is_said || path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"))
}

impl Cases {
    /// Opens a file, or the standard input as `-`. Of a table the heading is read.
    ///
    /// # Errors
    /// If it cannot be read, if a heading names what a case of one of these packs cannot give, or if what should be JSON
    /// begins as a table does.
    pub fn open(path: &Path, is_csv: bool, packs: &[&Pack]) -> Result<Self, Problem> {
        let input = Input::open(path)?;
        let (ahead, text) = (VecDeque::new(), Vec::new());
        let mut cases = Cases { input, table: None, ahead, text, line: 0, unclosed: None };
        if cases.advance()?.is_none() {
            return Ok(cases);
        }
        if is_csv {
            cases.table = Some(Table::of(&cases.text, packs)?);
            return Ok(cases);
        }
        let is_object = cases.text.trim_ascii_start().starts_with(b"{");
        if !is_object && Table::is_heading(&cases.text, packs) {
            let (name, help) = match path.as_os_str() == "-" {
                true => ("the standard input".to_owned(), "say `--csv`"),
                false => (format!("`{}`", path.display()), "say `--csv`, or end its name in `.csv`"),
            };
            let message = format!("{name} begins as a table does, with the names of facts");
            return Err(Problem::new("not-json", message).help(help.to_owned()));
        }
        cases.line = cases.line.saturating_sub(1);
        cases.ahead.push_back(std::mem::take(&mut cases.text));
        Ok(cases)
    }

    /// The line, from 1, at which the next case begins, blank ones passed over; `None` after the last.
    ///
    /// # Errors
    /// If reading fails.
    pub fn advance(&mut self) -> Result<Option<u64>, Problem> {
        loop {
            let mut text = std::mem::take(&mut self.text);
            if !self.next_line(&mut text)? {
                return Ok(None);
            }
            let first = self.line;
            self.text = text;
            self.unclosed = None;
            if let Some(separator) = self.table.as_ref().map(|table| table.separator) {
                self.complete(separator)?;
            }
            let is_blank = match &self.table {
                Some(_) if self.unclosed.is_some() => false,
                Some(table) => table.is_blank(&self.text),
                None => self.text.trim_ascii().is_empty(),
            };
            if !is_blank {
                return Ok(Some(first));
            }
        }
    }

    /// How many bytes the case at hand takes.
    pub fn length(&self) -> u64 {
        u64::try_from(self.text.len()).unwrap_or(0).saturating_add(1)
    }

    /// The case at hand, as a pack reads it.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn case(&self, pack: &Pack, now: i64) -> Result<Case, Problem> {
        let Some(table) = &self.table else { return case::from_json(&self.text, pack, now).map_err(Problem::of_case) };
        if self.text.len() > LONGEST_CASE {
            let message = format!("the case is too long; expected at most {LONGEST_CASE} bytes");
            return Err(Problem::new("too-long", message));
        }
        if let Some(beginning) = &self.unclosed {
            return Err(table::unclosed(beginning));
        }
        case::read_written(table.entries(&self.text, pack)?, pack, now).map_err(Problem::of_case)
    }

    fn next_line(&mut self, text: &mut Vec<u8>) -> Result<bool, Problem> {
        let is_there = match self.ahead.pop_front() {
            Some(line) => {
                *text = line;
                true
            }
            None => self.input.line(text)?.is_some(),
        };
        self.line = self.line.saturating_add(u64::from(is_there));
        Ok(is_there)
    }

    /// Reads on while a quoted cell goes on in the next line, up to the longest case. If it does not end, only its first line
    /// is lost: the others are told one by one. Of these only the last may go on in what follows, so that no line is read
    /// again and again.
    fn complete(&mut self, separator: u8) -> Result<(), Problem> {
        let mut quotes = Quotes::new(separator);
        let mut row = quotes.line(&self.text);
        let may_go_on = self.ahead.is_empty();
        let (first, mut others) = (self.text.len(), VecDeque::new());
        let mut next = Vec::new();
        while row == Row::Open && may_go_on && self.text.len() <= LONGEST_CASE && self.next_line(&mut next)? {
            self.text.push(b'\n');
            self.text.extend_from_slice(&next);
            row = quotes.line(&next);
            others.push_back(std::mem::take(&mut next));
        }
        if row != Row::Complete {
            self.unclosed = Some(table::beginning(&self.text, quotes.opened()));
            self.text.truncate(first);
            self.line = self.line.saturating_sub(u64::try_from(others.len()).unwrap_or(0));
            self.ahead.append(&mut others);
        }
        Ok(())
    }
}
