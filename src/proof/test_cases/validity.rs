//! Where a row of a dated table begins and ceases to be valid, as cells of the row.

use crate::engine::diagram::Node;
use crate::engine::world::World;
use crate::model::{
    Bound, Cell, Clause, Condition, Definition, Derived, End, Grounds, Name, Pack, Row, Table, TableId, Test, Type,
    When, date,
};

use super::leaf::only;

/// One end of a row's validity.
#[derive(Debug, Clone)]
pub(super) struct ValidityEnd {
    /// What it asks of the date that the rows are held against.
    pub cell: Cell,
    /// The day within the validity beside its end, and the day beyond.
    pub last: i64,
    pub next: i64,
}

/// The ends of a row's validity that some date lies beyond. None where rows are valid by today, which all cases share.
pub(super) fn ends(pack: &Pack, table: &Table, row: &Row) -> Vec<ValidityEnd> {
    let Some((first, last)) = pack.type_of(table.dated_by).range().filter(|_| table.dated_by != Name::Now) else {
        return Vec::new();
    };
    let bound = |day: i64| Some(Bound { end: End::Constant(day), inclusive: true });
    let end = |day: i64, next: i64, test: Test, sign: &str| {
        let cell = Cell { of: table.dated_by, tests: vec![test], text: format!("{sign} {}", date::print(day)) };
        (first..=last).contains(&next).then_some(ValidityEnd { cell, last: day, next })
    };
    let Grounds { valid_from, valid_until, .. } = row.grounds;
    let from =
        valid_from.and_then(|day| end(day, day.saturating_sub(1), Test::Range { low: bound(day), high: None }, ">="));
    let until =
        valid_until.and_then(|day| end(day, day.saturating_add(1), Test::Range { low: None, high: bound(day) }, "<="));
    from.into_iter().chain(until).collect()
}

/// Where all ends but one leave the row valid.
pub(super) fn holding(world: &mut World<'_>, ends: &[ValidityEnd], without: Option<usize>) -> Node {
    let mut all = Node::YES;
    for (_, end) in ends.iter().enumerate().filter(|(place, _)| Some(*place) != without) {
        let holds = world.cell(&end.cell);
        let holds = only(world, holds, 1);
        all = world.diagrams.and(all, holds);
    }
    all
}

/// Where the date of a table is some day.
pub(super) fn on(world: &mut World<'_>, dated_by: Name, day: i64) -> Node {
    let holds = world.cell(&is(dated_by, day));
    only(world, holds, 1)
}

fn is(dated_by: Name, day: i64) -> Cell {
    Cell { of: dated_by, tests: vec![Test::Is(End::Constant(day))], text: String::new() }
}

/// The pack with a condition for each day beside an end of a row's validity, so that these days can be told from others;
/// `None` if there are none.
pub(super) fn with_days(pack: &Pack, id: TableId) -> Option<Pack> {
    let table = pack.tables.get(id.index())?;
    let ends: Vec<ValidityEnd> = table.rows.iter().flat_map(|row| ends(pack, table, row)).collect();
    let days = ends.iter().flat_map(|end| [end.last, end.next]);
    let clauses: Vec<Clause> = days.map(|day| Clause(vec![is(table.dated_by, day)])).collect();
    if clauses.is_empty() {
        return None;
    }
    let mut pack = pack.clone();
    let condition = Condition { when: When(clauses), unless: When::never(), grounds: Grounds::default() };
    pack.derived.push(Derived {
        id: String::new(),
        title: String::new(),
        kind: Type::YesNo,
        optional: false,
        definition: Definition::Condition(condition),
    });
    Some(pack)
}
