//! The scenarios of the core pack stand on every boundary of its tables, rules and conditions: one exactly on each end that
//! a cell includes, and one on the other side of it.
#![cfg(feature = "command")]
#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

use std::path::Path;

use amends::case;
use amends::engine::Engine;
use amends::model::{Bound, Cell, Definition, End, Name, Pack, Table, Test, Type, Value, When, date, value};
use amends::pack;
use amends::plan::{self, Shown};

/// The side of an end on which a range lies.
#[derive(Debug, Clone, Copy)]
enum Side {
    Above,
    Below,
}

/// An end that a cell of a row includes.
struct Boundary<'a> {
    of: Name,
    at: i64,
    /// Where the row's values lie, seen from the end.
    side: Side,
    kind: &'a Type,
}

impl<'a> Boundary<'a> {
    /// The ends of a cell on something ordered, save those at which its type ends.
    fn of(cell: &Cell, pack: &'a Pack) -> Vec<Self> {
        let kind = pack.type_of(cell.of);
        let Some((least, most)) = kind.range().filter(|_| kind.is_quantity() || matches!(kind, Type::Level(_))) else {
            return Vec::new();
        };
        let at = |bound: &Bound| if bound.inclusive { constant(&bound.end, pack) } else { None };
        let of_test = |test: &Test| match test {
            Test::Is(end) => (constant(end, pack), constant(end, pack)),
            Test::Range { low, high } => (low.as_ref().and_then(at), high.as_ref().and_then(at)),
            _ => (None, None),
        };
        let boundary = |at, side| Boundary { of: cell.of, at, side, kind };
        let ends = cell.tests.iter().map(of_test).flat_map(|(low, high)| {
            let low = low.filter(|low| *low > least).map(|low| boundary(low, Side::Above));
            low.into_iter().chain(high.filter(|high| *high < most).map(|high| boundary(high, Side::Below)))
        });
        ends.collect()
    }

    /// Whether a value lies beyond the end: next to it where values are few, anywhere beyond where they are minutes or money.
    fn is_across(&self, value: i64) -> bool {
        let beyond = match self.side {
            Side::Above => self.at.saturating_sub(value),
            Side::Below => value.saturating_sub(self.at),
        };
        match self.kind {
            Type::Level(_) | Type::Number { .. } => beyond == 1,
            _ => beyond > 0,
        }
    }
}

fn constant(end: &End, pack: &Pack) -> Option<i64> {
    match end {
        End::Constant(constant) => Some(*constant),
        End::Setting(setting) => match pack.settings.get(setting.index())?.value {
            Value::Scalar(value) => Some(value),
            _ => None,
        },
        End::Name(_) => None,
    }
}

/// The scenarios' cases, as the engine sees them.
struct Told {
    engine: Engine,
    cases: Vec<case::Case>,
}

impl Told {
    /// What each case gives for a fact, defaults too, or what follows in it for certain.
    fn values(&self, name: Name) -> Vec<Option<i64>> {
        let pack = &self.engine.pack;
        let kind = pack.type_of(name);
        let value = |case| match plan::decide(&self.engine, case, pack.id_of(name)).expect("a name of the pack").value {
            Shown::Text(text) => value::parse_scalar(&text, kind).ok(),
            Shown::Number(number) => value::parse_scalar(&number.to_string(), kind).ok(),
            _ => None,
        };
        self.cases.iter().map(value).collect()
    }

    /// Whether the row, and maybe others, fits each case.
    fn fits(&self, table: &Table, row: &str) -> Vec<bool> {
        let rows = |case| plan::decide(&self.engine, case, &table.id).expect("a table of the pack").rows;
        self.cases.iter().map(|case| rows(case).iter().any(|fitting| fitting == row)).collect()
    }
}

/// Where the scenarios leave a boundary bare. `fits` are those to which its row or rule applies.
fn bare(told: &Told, boundary: &Boundary, fits: &[bool], whose: &str) -> Vec<String> {
    let values = told.values(boundary.of);
    let on = values.iter().zip(fits).any(|(value, fits)| *fits && *value == Some(boundary.at));
    let across = values.iter().flatten().any(|value| boundary.is_across(*value));
    let end = format!("the end {} of `{}` in {whose}", boundary.at, told.engine.pack.id_of(boundary.of));
    let missing = [(on, "on"), (across, "across")].into_iter().filter(|(stands, _)| !stands);
    missing.map(|(_, place)| format!("no scenario {place} {end}")).collect()
}

/// The scenarios of the core pack.
fn told() -> Told {
    let reading = pack::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/core")).expect("a readable folder");
    let pack = reading.pack.expect("a pack without errors");
    let today = date::parse("2026-04-01").expect("a date");
    let read = |scenario: &pack::Scenario| {
        let given = scenario.case.iter().map(|(name, given)| (name.clone(), given.clone()));
        case::read(given, &pack, today).expect("a case that fits the pack")
    };
    let cases = reading.scenarios.iter().map(read).collect();
    Told { engine: Engine::new(pack, String::new()), cases }
}

#[test]
fn every_boundary_of_a_table_has_scenarios_on_both_sides() {
    let told = told();
    let pack = &told.engine.pack;
    let (mut held, mut missing) = (0, Vec::new());
    for table in &pack.tables {
        for (row, number) in table.rows.iter().zip(1..) {
            let boundaries: Vec<Boundary> = row.when.cells().flat_map(|cell| Boundary::of(cell, pack)).collect();
            if boundaries.is_empty() {
                continue;
            }
            let name = row.id.clone().unwrap_or_else(|| number.to_string());
            let fits = told.fits(table, &name);
            held += boundaries.len();
            let whose = format!("row `{name}` of `{}`", table.id);
            missing.extend(boundaries.iter().flat_map(|boundary| bare(&told, boundary, &fits, &whose)));
        }
    }
    assert_eq!(missing, Vec::<String>::new());
    assert!(held > 30, "the tables have more boundaries than {held}");
}

#[test]
fn every_boundary_of_a_rule_or_condition_has_scenarios_on_both_sides() {
    let told = told();
    let pack = &told.engine.pack;
    let conditions = pack.derived.iter().filter_map(|derived| match &derived.definition {
        Definition::Condition(condition) => Some((&derived.id, [&condition.when, &condition.unless])),
        _ => None,
    });
    let rules = pack.rules.iter().map(|rule| (&rule.id, [&rule.when, &rule.unless]));
    let everywhere = vec![true; told.cases.len()];
    let mut missing = Vec::new();
    for (id, whens) in conditions.chain(rules) {
        for boundary in whens.into_iter().flat_map(When::cells).flat_map(|cell| Boundary::of(cell, pack)) {
            missing.extend(bare(&told, &boundary, &everywhere, &format!("`{id}`")));
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}
