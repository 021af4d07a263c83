//! The test cases of a table, as they cross the boundary: rows named as the pack names them.

use serde::Serialize;
use serde_json::{Map, Value as Json};
use tsify::Tsify;

use crate::engine::Engine;
use crate::model::{Table, TableId};
use crate::plan::row_name;
use crate::proof::test_cases::{Cell, TestCases, test_cases};

/// Cases that show each cell of a table to matter on its own.
#[derive(Serialize, Tsify)]
pub struct TableTestCases {
    cases: Vec<TableTestCase>,
    /// Cells that make no difference in any case, or of which it could not be shown.
    unshown: Vec<TestedCell>,
}

/// One case with what the table decides in it.
#[derive(Serialize, Tsify)]
pub struct TableTestCase {
    /// The facts that the table rests on.
    #[tsify(type = "CaseObject")]
    case: Map<String, Json>,
    /// By output.
    #[tsify(type = "Record<string, Shown>")]
    values: Map<String, Json>,
    /// The row that decides, by its id or its number, from 1; absent where `otherwise` or nothing fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    row: Option<String>,
    /// The cells by which a row fails here that decides in another of the cases, which differs in what they test alone.
    shows: Vec<TestedCell>,
}

/// A cell of a row, by the id of what it tests.
#[derive(Serialize, Tsify)]
pub struct TestedCell {
    row: String,
    of: String,
    cell: String,
}

/// The test cases of a table. `today`, in days since 1970-01-01, is their date.
pub fn of_table(engine: &Engine, id: TableId, today: i64) -> TableTestCases {
    let table = engine.pack.tables.get(id.index());
    let TestCases { cases, unshown } = test_cases(engine, id, today);
    let cases = cases.into_iter().map(|made| TableTestCase {
        row: made.row.map(|row| row_name(table, row)),
        shows: named(made.shows, table),
        case: made.case,
        values: made.values,
    });
    TableTestCases { cases: cases.collect(), unshown: named(unshown, table) }
}

fn named(cells: Vec<Cell>, table: Option<&Table>) -> Vec<TestedCell> {
    cells.into_iter().map(|Cell { row, of, text }| TestedCell { row: row_name(table, row), of, cell: text }).collect()
}
