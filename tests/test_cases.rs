//! Test cases that are made from tables: each passes, and none of the cells that they show can be left out or turned
//! around without one of them failing.
#![cfg(feature = "author")]
#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

mod sample;

use std::path::Path;

use amends::case;
use amends::engine::Engine;
use amends::model::{Pack, Table, TableId, Test, date};
use amends::proof::test_cases::{Cell, TestCase, TestCases, test_cases};
use amends::{pack, plan};

const NOW: &str = "2026-04-01";

fn engine(pack: Pack) -> Engine {
    Engine::new(pack, String::new())
}

/// Whether a pack decides a case as it is written.
fn passes(engine: &Engine, made: &TestCase) -> bool {
    let now = date::parse(NOW).expect("a date");
    let text = serde_json::Value::Object(made.case.clone()).to_string();
    let case = case::from_json(text.as_bytes(), &engine.pack, now).expect("a case as it was written");
    made.values.iter().all(|(output, expected)| {
        let decided = plan::decide(engine, &case, output).expect("an output");
        serde_json::to_value(decided.value).expect("JSON") == *expected
    })
}

/// The pack with one cell of a table left out, or turned around.
fn changed(pack: &Pack, table: usize, cell: &Cell, is_turned: bool) -> Pack {
    let mut changed = pack.clone();
    let row = &mut changed.tables.get_mut(table).expect("a table").rows.get_mut(cell.row).expect("a row");
    let clauses = row.when.0.iter_mut().chain(&mut row.unless.0);
    let own =
        clauses.flat_map(|clause| &mut clause.0).filter(|own| pack.id_of(own.of) == cell.of && own.text == cell.text);
    for own in own {
        own.tests = match (is_turned, own.tests.as_slice()) {
            (false, _) => vec![Test::Any],
            (true, [Test::Not(members)]) => members.clone(),
            // What is not there is not among the values that `not` holds for.
            (true, tests) if tests.contains(&Test::None) => {
                vec![Test::Not(tests.iter().filter(|test| **test != Test::None).cloned().collect())]
            }
            (true, tests) => vec![Test::Not(tests.to_vec()), Test::None],
        };
    }
    changed
}

fn folder(path: &str) -> Pack {
    let reading = pack::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a folder");
    reading.pack.expect("a pack without mistakes")
}

/// The row and text of a table's cells that are not `-`.
fn cells(table: &Table) -> usize {
    let rows = table.rows.iter().filter(|row| !row.otherwise);
    let cells = rows.flat_map(|row| row.when.cells().chain(row.unless.cells()));
    cells.filter(|cell| !cell.tests.contains(&Test::Any)).count()
}

#[test]
fn every_case_passes_and_fails_once_a_cell_that_it_shows_is_another() {
    let now = date::parse(NOW).expect("a date");
    let (mut all, mut shown_in_all) = (0, 0);
    for path in ["rules/core", "tests/packs/eu261", "tests/packs/ofcom_automatic_compensation"] {
        let pack = folder(path);
        let sound = engine(pack.clone());
        for (at, table) in pack.tables.iter().enumerate() {
            let TestCases { cases, unshown } = test_cases(&sound, TableId::at(at), now);
            for made in &cases {
                assert!(passes(&sound, made), "{path}, {}: {made:?}", table.id);
            }
            let shown: Vec<&Cell> = cases.iter().flat_map(|made| &made.shows).collect();
            assert_eq!(shown.len() + unshown.len(), cells(table), "{path}, {}", table.id);
            assert!(cases.len() <= 2 * shown.len(), "{path}, {}", table.id);
            all += shown.len() + unshown.len();
            shown_in_all += shown.len();
            for cell in shown {
                for is_turned in [false, true] {
                    let other = engine(changed(&pack, at, cell, is_turned));
                    let fails = cases.iter().any(|made| !passes(&other, made));
                    assert!(fails, "{path}, {}: {cell:?}, turned: {is_turned}", table.id);
                }
            }
        }
    }
    assert!(shown_in_all * 10 >= all * 8, "{shown_in_all} of {all} cells are shown to matter");
}

#[test]
fn few_cases_show_the_cells_and_those_without_a_difference_are_named() {
    let text = r#"
[pack]
id = "sample"
version = "1.0.0"
language = "en"

[[fact]]
id = "anger"
type = "level"
values = ["calm", "annoyed", "angry"]
ask = "How angry?"

[[fact]]
id = "channel"
type = "choice"
values = ["phone", "email", "letter"]
ask = "How did they write?"

[[table]]
id = "tone"
hit = "first"
outputs = [{ id = "tone", type = "choice", values = ["warm", "plain"] }]
rows = """
anger   | channel || tone
angry   | -       || warm
annoyed | letter  || warm
-       | phone   || plain
otherwise         || plain
"""
"#;
    let pack = sample::read(text).pack.expect("a pack");
    let made = test_cases(&engine(pack), TableId(0), date::parse(NOW).expect("a date"));
    let name = |cell: &Cell| format!("{} {}", cell.row + 1, cell.of);
    assert_eq!(made.unshown.iter().map(name).collect::<Vec<_>>(), ["3 channel"]);
    let shown: Vec<String> = made.cases.iter().flat_map(|made| &made.shows).map(name).collect();
    assert_eq!(shown, ["1 anger", "2 anger", "2 channel"]);
    assert_eq!(made.cases.len(), 5);
}
