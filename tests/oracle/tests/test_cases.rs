//! What test cases are told to show of tables of random packs is so, as the oracle tells of every completion of each.

use std::collections::BTreeSet;

use amends::case;
use amends::engine::Engine;
use amends::model::{Cell, Hit, Name, Pack, Row, Table, TableId, Test, date};
use amends::proof::test_cases::{self, TestCase, test_cases};
use oracle::complete::Known;
use oracle::evaluation::{Evaluation, Outcome};
use oracle::generate::{TODAY, generate};
use oracle::{Truth, print};

/// How many packs are tried.
const PACKS: u64 = 300;

/// Cases with more completions than this are passed over.
const MOST_COMPLETIONS: usize = 500;

/// How many claims of each kind were held against the oracle.
#[derive(Debug, Default)]
struct Seen {
    /// Rows of `priority` that decide, whichever others fit.
    foremost: usize,
    decides: usize,
    fails: usize,
    /// Of those, by a cell that holds a fact against another name.
    compared: usize,
    /// Of those, by the end of a validity.
    dated: usize,
}

#[test]
fn what_a_test_case_is_told_to_show_is_so_in_all_its_completions() {
    let mut seen = Seen::default();
    for seed in 0..PACKS {
        let (pack, _) = generate(seed);
        let engine = Engine::new(pack.clone(), String::new());
        for at in 0..pack.tables.len() {
            for made in test_cases(&engine, TableId::at(at), TODAY).cases {
                let because = format!("seed {seed}, table {at}, {made:?}\n{}", print::pack(&pack));
                holds(&pack, at, &made, &mut seen, &because);
            }
        }
    }
    assert!(
        seen.decides > 100 && seen.fails > 150 && seen.compared > 15 && seen.dated > 3 && seen.foremost > 10,
        "{seen:?}"
    );
}

fn holds(pack: &Pack, at: usize, made: &TestCase, seen: &mut Seen, because: &str) {
    let table = &pack.tables[at];
    if let Some(row) = made.row
        && let Some(fits) = fits(pack, table, made)
    {
        seen.decides += 1;
        for fits in fits {
            let is_rival = |other: usize| match table.hit {
                Hit::First => other < row,
                Hit::Unique => other != row,
                _ => false,
            };
            assert_eq!(fits[row], Truth::True, "row {row}; {because}");
            let rivals = fits.iter().enumerate().filter(|(other, _)| is_rival(*other));
            assert!(rivals.into_iter().all(|(_, fit)| *fit == Truth::False), "row {row}; {because}");
        }
        if table.hit == Hit::Priority {
            seen.foremost += 1;
            let mut alone = pack.clone();
            alone.tables[at].rows = vec![table.rows[row].clone()];
            assert_eq!(outcomes(pack, table, made), outcomes(&alone, table, made), "row {row} alone; {because}");
        }
    }
    for cell in &made.shows {
        let Some(fits_as_it_is) = fits(pack, table, made) else { continue };
        seen.fails += 1;
        assert!(fits_as_it_is.iter().all(|fits| fits[cell.row] == Truth::False), "{cell:?}; {because}");
        let fits_without = |changed: &Table| {
            fits(pack, changed, made).is_some_and(|fits| fits.iter().all(|fits| fits[cell.row] == Truth::True))
        };
        let changed = without(pack, table, cell);
        assert!(changed.iter().any(|(table, _)| fits_without(table)), "{cell:?} alone; {because}");
        seen.compared += usize::from(changed.iter().any(|(_, kind)| *kind == Kind::Compared));
        seen.dated += usize::from(changed.iter().any(|(_, kind)| *kind == Kind::Dated));
    }
}

/// Which rows of a table, maybe changed, fit in each completion of a case; `None` if there are too many.
fn fits(pack: &Pack, table: &Table, made: &TestCase) -> Option<Vec<Vec<Truth>>> {
    in_each_completion(pack, made, &|evaluation| evaluation.fits(table))
}

/// What a table decides in each completion of a case.
fn outcomes(pack: &Pack, table: &Table, made: &TestCase) -> Option<Vec<Vec<Outcome>>> {
    let outputs = |evaluation: &Evaluation<'_>| {
        table.outputs.iter().map(|output| evaluation.outcome(Name::Derived(*output))).collect()
    };
    in_each_completion(pack, made, &outputs)
}

fn in_each_completion<T>(pack: &Pack, made: &TestCase, look: &dyn Fn(&Evaluation<'_>) -> T) -> Option<Vec<T>> {
    let text = serde_json::Value::Object(made.case.clone()).to_string();
    let case = case::from_json(text.as_bytes(), pack, TODAY).expect("a case as it was written");
    let worlds = Known::new(pack, &case, MOST_COMPLETIONS).released(&BTreeSet::new()).ok()?;
    Some(worlds.iter().map(|world| look(&world.evaluation(pack, &case))).collect())
}

/// What a cell of a test case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Dated,
    Compared,
    Constant,
}

/// The table without what keeps a row from fitting, for each thing that a cell of a test case may mean.
fn without(pack: &Pack, table: &Table, cell: &test_cases::Cell) -> Vec<(Table, Kind)> {
    let mut changed = Vec::new();
    let mut change = |kind: Kind, change: &dyn Fn(&mut Row)| {
        let mut other = table.clone();
        change(&mut other.rows[cell.row]);
        changed.push((other, kind));
    };
    let row = &table.rows[cell.row];
    if cell.of == pack.id_of(table.dated_by) {
        let is =
            |sign: &str, day: Option<i64>| day.is_some_and(|day| cell.text == format!("{sign} {}", date::print(day)));
        if is(">=", row.grounds.valid_from) {
            change(Kind::Dated, &|row| row.grounds.valid_from = None);
        }
        if is("<=", row.grounds.valid_until) {
            change(Kind::Dated, &|row| row.grounds.valid_until = None);
        }
    }
    let is_meant = |own: &Cell| pack.id_of(own.of) == cell.of && own.text == cell.text;
    let kind = |own: &Cell| if own.tests.iter().any(is_compared) { Kind::Compared } else { Kind::Constant };
    for (place, own) in row.when.cells().enumerate().filter(|(_, own)| is_meant(own)) {
        change(kind(own), &|row| {
            let cells = row.when.0.iter_mut().flat_map(|clause| &mut clause.0);
            cells.skip(place).take(1).for_each(|cell| cell.tests = vec![Test::Any]);
        });
    }
    for (place, own) in row.unless.cells().enumerate().filter(|(_, own)| is_meant(own)) {
        change(kind(own), &|row| {
            let cells = row.unless.0.iter_mut().flat_map(|clause| &mut clause.0);
            cells.skip(place).take(1).for_each(|cell| cell.tests = vec![Test::Not(vec![Test::Any])]);
        });
    }
    changed
}

fn is_compared(test: &Test) -> bool {
    let mut is_compared = false;
    test.each_name(&mut |_| is_compared = true);
    is_compared
}
