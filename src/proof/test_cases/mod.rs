//! Test cases from a decision table: for each cell a pair of cases that differ in what the cell tests alone, and in what
//! the table decides because of that cell: modified condition/decision coverage (Chilenski & Miller 1994).
//!
//! Of each cell two truths are built: where its row decides, and where the row fails by this very cell while all its other
//! cells hold and it would have decided otherwise. What both have in common, but for the facts behind the cell, is where
//! pairs are. The diagrams allow more than there is where quantities of several facts are compared, so all that a pair is to
//! show is asked once more of each of its cases alone, as it is written; and cases are used again wherever they fit. Where a row of a dated table begins and ceases to be valid
//! are cells like any other, shown by the days on both sides.

mod leaf;
mod literals;
mod pairs;
mod trial;
mod validity;

use serde_json::{Map, Value as Json};

use crate::engine::Engine;
use crate::model::{FactId, TableId};
use crate::space::Cases;

/// Cases that show each cell of a table to matter, and the cells of which that could not be shown.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TestCases {
    pub cases: Vec<TestCase>,
    pub unshown: Vec<Cell>,
}

/// One case with what the table decides in it.
#[derive(Debug, Clone, PartialEq)]
pub struct TestCase {
    /// By fact: those that the table rests on.
    pub case: Map<String, Json>,
    /// By output.
    pub values: Map<String, Json>,
    /// The row that decides; none where `otherwise` or nothing fits.
    pub row: Option<usize>,
    /// The cells by which a row fails that decides in another of the cases, which differs in what they test alone.
    pub shows: Vec<Cell>,
}

/// A cell of a row, from 0, by what it tests; or an end of its validity, by the date that it is held against.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    pub row: usize,
    /// The id of what it tests.
    pub of: String,
    /// As its author wrote it; of an end of a validity, `>= 2025-01-01` or `<= 2025-12-31`.
    pub text: String,
}

/// Makes the test cases of a table. `today`, in days since 1970-01-01, is their date.
pub fn test_cases(engine: &Engine, id: TableId, today: i64) -> TestCases {
    let cut = validity::with_days(&engine.pack, id).map(|pack| Engine::new(pack, String::new()));
    let engine = cut.as_ref().unwrap_or(engine);
    let Some(table) = engine.pack.tables.get(id.index()) else { return TestCases::default() };
    let cases = Cases::all(engine, today);
    let mut literals = Vec::new();
    let world = cases.unplanned(&mut |world| literals = literals::of(world, id, table, None));
    let mut chosen = pairs::Chosen::new(world, trial::Trial::new(&cases, id, table));
    let mut made = TestCases::default();
    for row in 0..table.rows.len() {
        let own: Vec<&literals::Literal> = literals.iter().filter(|literal| literal.row == row).collect();
        for literal in chosen.cover(&own) {
            made.unshown.push(cell(engine, literal));
        }
    }
    for (number, known) in chosen.known.iter().enumerate() {
        let shows = chosen.shown.iter().filter(|(_, other, _)| *other == number);
        let shows = shows.filter_map(|(_, _, literal)| literals.get(*literal)).map(|literal| cell(engine, literal));
        let row = chosen.shown.iter().find(|(base, _, _)| *base == number);
        let row = row.and_then(|(_, _, literal)| literals.get(*literal)).map(|literal| literal.row);
        made.cases.push(TestCase {
            case: known.case.clone(),
            values: known.values.clone(),
            row,
            shows: shows.collect(),
        });
    }
    made
}

fn cell(engine: &Engine, literal: &literals::Literal) -> Cell {
    let of = engine.pack.id_of(literal.cell.of).to_owned();
    Cell { row: literal.row, of, text: literal.cell.text.clone() }
}

/// The facts that some names rest on.
fn facts(engine: &Engine, names: &[crate::model::Name]) -> Vec<FactId> {
    let all: Vec<FactId> = (0..engine.pack.facts.len()).map(FactId::at).collect();
    engine.layout.read_by(&engine.pack, names, &all)
}
