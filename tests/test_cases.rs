//! Test cases that are made from tables: each passes, and none of the cells that they show can be left out or turned
//! around without one of them failing.
#![cfg(feature = "author")]
#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

mod sample;

use std::path::Path;

use amends::case;
use amends::engine::Engine;
use amends::model::{Name, Pack, Table, TableId, Test, date};
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

/// The pack with one cell of a table left out, or turned around; with one end of a row's validity left out, or moved by a day.
fn changed(pack: &Pack, table: usize, cell: &Cell, is_turned: bool) -> Pack {
    let mut changed = pack.clone();
    let table = changed.tables.get_mut(table).expect("a table");
    let dated_by = pack.id_of(table.dated_by);
    let row = table.rows.get_mut(cell.row).expect("a row");
    let is_end = |sign: &str, day: Option<i64>| {
        cell.of == dated_by && day.is_some_and(|day| cell.text == format!("{sign} {}", date::print(day)))
    };
    if is_end(">=", row.grounds.valid_from) {
        row.grounds.valid_from = row.grounds.valid_from.filter(|_| is_turned).map(|day| day.saturating_add(1));
        return changed;
    }
    if is_end("<=", row.grounds.valid_until) {
        row.grounds.valid_until = row.grounds.valid_until.filter(|_| is_turned).map(|day| day.saturating_sub(1));
        return changed;
    }
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

/// How many cells a table has that are not `-`, and ends of validity.
fn cells(table: &Table) -> usize {
    let dated = table.rows.iter().filter(|row| !row.otherwise && table.dated_by != Name::Now);
    let ends = dated.flat_map(|row| [row.grounds.valid_from, row.grounds.valid_until]).flatten().count();
    let rows = table.rows.iter().filter(|row| !row.otherwise);
    let cells = rows.flat_map(|row| row.when.cells().chain(row.unless.cells()));
    cells.filter(|cell| !cell.tests.contains(&Test::Any)).count().saturating_add(ends)
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

/// A pack with two days, two numbers that tables hold against each other, and a table.
fn with_table(table: &str) -> Engine {
    let facts = r#"
[pack]
id = "sample"
version = "1.0.0"
language = "en"

[[fact]]
id = "came"
type = "date"
min = 2026-01-01
max = 2026-12-31
ask = "When did the reply come?"

[[fact]]
id = "sent"
type = "date"
min = 2026-01-01
max = 2026-12-31
ask = "When was it sent?"

[[fact]]
id = "delay"
type = "duration"
min = "0 min"
max = "48 h"
ask = "How late?"

[[fact]]
id = "rerouted"
type = "duration"
min = "0 min"
max = "48 h"
ask = "How late by another way?"

[[value]]
id = "due"
type = "date"
formula = "sent + 10 days"
because = "Ten days."

[[value]]
id = "final"
type = "duration"
formula = "min(delay, rerouted)"
because = "What counts is the arrival."
"#;
    engine(sample::read(&format!("{facts}{table}")).pack.expect("a pack"))
}

/// Each case of a table's facts with what it shows.
fn told(table: &str) -> (Vec<String>, usize) {
    let TestCases { cases, unshown } = test_cases(&with_table(table), TableId(0), date::parse(NOW).expect("a date"));
    let told = cases.iter().map(|made| {
        let case = serde_json::Value::Object(made.case.clone());
        let fails: Vec<String> = made
            .shows
            .iter()
            .map(|cell| format!(", row {} fails by {} {}", cell.row.saturating_add(1), cell.of, cell.text))
            .collect();
        let decides = made.row.map(|row| format!(", row {} decides", row.saturating_add(1))).unwrap_or_default();
        format!("{case}{decides}{}", fails.concat())
    });
    (told.collect(), unshown.len())
}

#[test]
fn of_two_facts_that_are_compared_the_case_that_is_said_to_fit_does() {
    let table = r#"
[[table]]
id = "paid"
outputs = [{ id = "pay", type = "number", min = 0, max = 10 }]
because = "So."
rows = """
came || pay
> due || 10
otherwise || 0
"""
"#;
    let (told, unshown) = told(table);
    assert_eq!(
        told,
        [
            r#"{"came":"2026-01-12","sent":"2026-01-01"}, row 1 decides"#,
            r#"{"came":"2026-01-01","sent":"2026-01-01"}, row 1 fails by came > due"#,
        ]
    );
    assert_eq!(unshown, 0);
}

#[test]
fn cells_of_a_value_that_two_facts_make_are_shown() {
    let table = r#"
[[table]]
id = "share"
hit = "first"
outputs = [{ id = "percent", type = "number", min = 0, max = 50 }]
because = "So."
rows = """
final       || percent
< 1 h       || 0
[1 h..2 h)  || 25
>= 2 h      || 50
"""
"#;
    let engine = with_table(table);
    let made = test_cases(&engine, TableId(0), date::parse(NOW).expect("a date"));
    let shown: Vec<usize> = made.cases.iter().flat_map(|made| &made.shows).map(|cell| cell.row).collect();
    assert_eq!(shown, [0, 1], "{made:?}");
    // Where the last row fails, another decides by the same value, or an earlier one did before.
    assert_eq!(made.unshown.iter().map(|cell| cell.row).collect::<Vec<_>>(), [2]);
    assert!(made.cases.iter().all(|made| passes(&engine, made)), "{made:?}");
}

#[test]
fn where_rows_begin_and_cease_to_be_valid_is_shown_by_the_days_on_both_sides() {
    let table = r#"
[[table]]
id = "rates"
dated_by = "came"
outputs = [{ id = "rate", type = "number", min = 0, max = 50 }]
because = "So."
rows = """
valid_from | valid_until || rate
-          | 2026-03-31  || 20
2026-04-01 | -           || 40
"""
"#;
    let (told, unshown) = told(table);
    assert_eq!(
        told,
        [
            r#"{"came":"2026-03-31"}, row 1 decides, row 2 fails by came >= 2026-04-01"#,
            r#"{"came":"2026-04-01"}, row 2 decides, row 1 fails by came <= 2026-03-31"#,
        ]
    );
    assert_eq!(unshown, 0);
}
