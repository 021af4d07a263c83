//! Cases in the rows of a table.

use csv::{ReaderBuilder, StringRecord};

use amends::case::{Given, LONGEST_CASE};
use amends::model::{Pack, Type};

use super::super::input::Input;
use super::super::problem::Problem;

/// The columns of a table of cases.
#[derive(Debug, Default)]
pub struct Rows {
    /// By column: the fact, and what parts the columns. None before the first line.
    heading: Option<(StringRecord, u8)>,
}

/// What parts columns: the comma of CSV, the semicolon that spreadsheets write where the comma is in numbers, the tab.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

impl Rows {
    /// Reads on while a quoted cell goes on in the next line, up to the longest case.
    pub fn complete(&self, input: &mut Input, text: &mut Vec<u8>, line: &mut u64) -> Result<(), Problem> {
        let mut next = Vec::new();
        while text.iter().filter(|byte| **byte == b'"').count() % 2 == 1 && text.len() <= LONGEST_CASE {
            if input.line(&mut next)?.is_none() {
                return Ok(());
            }
            *line = line.saturating_add(1);
            text.push(b'\n');
            text.extend_from_slice(&next);
        }
        Ok(())
    }

    /// What a row gives by fact, before it is held against the pack; none of the first, which names the columns.
    pub fn entries(&mut self, text: &[u8], pack: &Pack) -> Result<Option<Vec<(String, Given)>>, Problem> {
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        let Some((names, separator)) = &self.heading else {
            self.heading = Some(heading(text, pack)?);
            return Ok(None);
        };
        let record = record(text, *separator)?;
        if record.len() > names.len() {
            let message = format!("the row has {} cells; the first line names {} columns", record.len(), names.len());
            return Err(Problem::new("not-csv", message));
        }
        let cells = names.iter().zip(&record).map(|(name, cell)| (name.trim(), cell.trim()));
        let given = cells.filter(|(_, cell)| !cell.is_empty());
        Ok(Some(given.map(|(name, cell)| (name.to_owned(), value(name, cell, pack))).collect()))
    }
}

fn record(text: &[u8], separator: u8) -> Result<StringRecord, Problem> {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text);
    match reader.records().next() {
        Some(Ok(record)) => Ok(record),
        _ => Err(Problem::new("not-csv", "the row is not CSV in UTF-8")),
    }
}

/// The names of the columns, parted by what makes most of them names that a case may have.
fn heading(text: &[u8], pack: &Pack) -> Result<(StringRecord, u8), Problem> {
    let is_name =
        |name: &str| matches!(name, "now" | "role" | "declined") || pack.facts.iter().any(|fact| fact.id == name);
    let mut best = (record(text, b',')?, b',');
    let known = |record: &StringRecord| record.iter().filter(|name| is_name(name.trim())).count();
    for separator in SEPARATORS {
        let names = record(text, separator)?;
        if known(&names) > known(&best.0) {
            best = (names, separator);
        }
    }
    Ok(best)
}

/// What a cell gives: of several values, those between its commas.
fn value(name: &str, cell: &str, pack: &Pack) -> Given {
    let fact = pack.facts.iter().find(|fact| fact.id == name);
    let is_list = fact.map_or(name == "declined", |fact| matches!(fact.kind, Type::Several(_)));
    let text = |text: &str| Given::Text(text.trim().to_owned());
    match (is_list, cell) {
        (true, "none") | (false, _) => text(cell),
        (true, "[]") => Given::List(Vec::new()),
        (true, _) => Given::List(cell.split(',').map(text).collect()),
    }
}
