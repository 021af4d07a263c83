//! Cases in the rows of a table.

use csv::{ReaderBuilder, StringRecord};

use amends::case::{self, CaseError, Given};
use amends::model::{Pack, Type};

use super::super::problem::Problem;
use super::quotes::{Quotes, Row};

/// The columns of a table of cases.
#[derive(Debug)]
pub struct Table {
    /// By column the fact; empty where there is none.
    names: Vec<String>,
    /// What parts the columns.
    pub separator: u8,
}

/// What parts columns: the comma of CSV, the semicolon that spreadsheets write where the comma is in numbers, the tab.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

impl Table {
    /// Reads the first line, which names the columns.
    ///
    /// # Errors
    /// If it names what a case of one of the packs cannot give, all of it at once.
    pub fn of(heading: &[u8], packs: &[&Pack]) -> Result<Table, Problem> {
        let (names, separator) = columns(heading, packs)?;
        let mut quotes = Quotes::new(separator);
        if quotes.line(heading) != Row::Complete {
            return Err(unclosed(&beginning(heading, quotes.opened())));
        }
        if !any_known(&names, packs) {
            let facts = packs.iter().flat_map(|pack| &pack.facts).take(2).map(|fact| fact.id.as_str());
            let help = format!("name the columns there, as in `{}`", facts.collect::<Vec<_>>().join(","));
            return Err(Problem::new("not-csv", "the first line of the table names no fact of this pack").help(help));
        }
        for pack in packs {
            let given = names.iter().filter(|name| !name.is_empty()).map(|name| (name.clone(), Given::Null));
            if let Err(errors) = case::read(given, pack, 0) {
                let errors = errors.into_iter().map(of_heading).collect();
                return Err(Problem { exit: 2, ..Problem::of_case(errors) });
            }
        }
        Ok(Table { names, separator })
    }

    /// Whether a line reads as the heading of a table: it names facts.
    pub fn is_heading(line: &[u8], packs: &[&Pack]) -> bool {
        columns(line, packs).is_ok_and(|(names, _)| any_known(&names, packs))
    }

    /// Whether a row has nothing in any cell, as spreadsheets write those below a table.
    pub fn is_blank(&self, row: &[u8]) -> bool {
        row.iter().all(|byte| *byte == self.separator || *byte == b'"' || byte.is_ascii_whitespace())
    }

    /// What a row gives by fact, before it is held against the pack.
    ///
    /// # Errors
    /// If it is no row of this table.
    pub fn entries(&self, row: &[u8], pack: &Pack) -> Result<Vec<(String, Given)>, Problem> {
        let record = record(row, self.separator)?;
        let mut entries = Vec::new();
        for (at, cell) in record.iter().map(str::trim).enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let Some(name) = self.names.get(at).filter(|name| !name.is_empty()) else {
                let message = format!("cell {} of the row, `{cell}`, stands under no name", at.saturating_add(1));
                let help = "a cell with a comma in it is quoted: `\"late, rude\"`".to_owned();
                return Err(Problem::new("not-csv", message).help(Some(help).filter(|_| self.separator == b',')));
            };
            entries.push((name.clone(), value(name, cell, pack)));
        }
        Ok(entries)
    }
}

/// So many letters of a cell that does not end are told.
const LONGEST_SHOWN: usize = 30;

/// How a cell reads that begins after so many bytes of a row.
pub fn beginning(row: &[u8], opened: usize) -> String {
    let rest = row.get(opened..).unwrap_or_default();
    let line = rest.split(|byte| *byte == b'\n').next().unwrap_or_default();
    String::from_utf8_lossy(line).trim().chars().take(LONGEST_SHOWN).collect()
}

/// The problem with a row of which a quoted cell, which begins so, does not end.
pub fn unclosed(beginning: &str) -> Problem {
    let problem = Problem::new("not-csv", format!("the quoted cell that begins with `{beginning}` does not end"));
    problem.help("put a quote at its end, and write one within it twice, as `\"\"`".to_owned())
}

fn record(text: &[u8], separator: u8) -> Result<StringRecord, Problem> {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text);
    match reader.records().next() {
        Some(Ok(record)) => Ok(record),
        _ => Err(Problem::new("not-csv", "the row is not UTF-8").help("save the table as CSV in UTF-8".to_owned())),
    }
}

fn any_known(names: &[String], packs: &[&Pack]) -> bool {
    names.iter().any(|name| packs.iter().any(|pack| is_name(name, pack)))
}

fn is_name(name: &str, pack: &Pack) -> bool {
    matches!(name, "now" | "role" | "declined") || pack.facts.iter().any(|fact| fact.id == name)
}

/// The names of the columns, parted by what makes most of them names that a case may have; those at the end that have none
/// are no columns.
fn columns(line: &[u8], packs: &[&Pack]) -> Result<(Vec<String>, u8), Problem> {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let known = |names: &[String]| names.iter().filter(|name| packs.iter().any(|pack| is_name(name, pack))).count();
    let mut best = (Vec::new(), b',');
    for separator in SEPARATORS {
        let mut names: Vec<String> = record(line, separator)?.iter().map(|name| name.trim().to_owned()).collect();
        while names.last().is_some_and(String::is_empty) {
            names.pop();
        }
        if best.0.is_empty() || known(&names) > known(&best.0) {
            best = (names, separator);
        }
    }
    Ok(best)
}

/// What is wrong with a name of the heading.
fn of_heading(error: CaseError) -> CaseError {
    let near = error.help.filter(|_| error.code == "unknown-name");
    let help = near.map_or_else(
        || "name a fact there, or leave the column out".to_owned(),
        |near| format!("{near} if not, leave the column out"),
    );
    CaseError { message: format!("in the heading, {}", error.message), help: Some(help), ..error }
}

/// What a cell gives: of several values, those between its commas; of yes and no, however spreadsheets write them.
fn value(name: &str, cell: &str, pack: &Pack) -> Given {
    let kind = pack.facts.iter().find(|fact| fact.id == name).map(|fact| &fact.kind);
    let is = |words: [&str; 2]| words.iter().any(|word| cell.eq_ignore_ascii_case(word));
    let text = |text: &str| Given::Text(text.trim().to_owned());
    let is_list = kind.map_or(name == "declined", |kind| matches!(kind, Type::Several(_)));
    match (kind, cell) {
        (Some(Type::YesNo), _) if is(["yes", "true"]) => Given::YesNo(true),
        (Some(Type::YesNo), _) if is(["no", "false"]) => Given::YesNo(false),
        (_, "[]") if is_list => Given::List(Vec::new()),
        _ if is_list && cell != "none" => Given::List(cell.split(',').map(text).collect()),
        _ => text(cell),
    }
}
