//! Rows that decide nothing: no case fits them, or others always stand before them.

use crate::model::{DerivedId, Entry, Hit, Row, Type, Value};
use crate::proof::{Finding, Kind, Subject};
use crate::space::grid::Block;

use super::study::Study;

/// Reports rows that could be left out without any case being decided differently.
pub(super) fn check(study: &mut Study<'_, '_>, found: &mut Vec<Finding>) -> Option<()> {
    for row in study.rows() {
        let own = study.holding(row);
        if study.is_covered(&own, &[])? {
            found.push(finding(study, Kind::DeadRow, row, "no case fits it", "mend its cells, or leave it out"));
            continue;
        }
        let over = hiding(study, row);
        if !over.is_empty() && study.is_covered(&own, &study.possible(over.iter().copied()))? {
            let by = fewest(study, &own, over)?;
            let because = match study.table.hit {
                Hit::Any => format!("{} conclude{} the same wherever it fits", study.names(&by), ending(&by)),
                Hit::Priority => format!(
                    "{} come{} before it wherever it fits, by what they conclude",
                    study.names(&by),
                    ending(&by)
                ),
                _ => format!("{} stand{} before it wherever it fits", study.names(&by), ending(&by)),
            };
            let others = by.iter().map(|row| Subject::Row(study.id, *row));
            let help = match study.table.hit {
                Hit::First => "leave it out, or narrow those that stand before it",
                _ => "leave it out, or narrow those that it is hidden by",
            };
            found.push(finding(study, Kind::DeadRow, row, &because, help).related(others, "fits there"));
        }
    }
    let others = study.possible(study.rows().into_iter());
    for (row, _) in study.table.rows.iter().enumerate().filter(|(_, row)| row.otherwise) {
        let own = study.holding(row);
        if !own.is_empty() && study.is_covered(&own, &others)? {
            let help = "leave it out, if it is not there for rows that are yet to come";
            found.push(finding(study, Kind::IdleOtherwise, row, "the other rows leave no case to it", help));
        }
    }
    Some(())
}

fn ending(rows: &[usize]) -> &'static str {
    if rows.len() == 1 { "s" } else { "" }
}

/// The rows that win over a row wherever both fit, or say the same.
fn hiding(study: &Study<'_, '_>, row: usize) -> Vec<usize> {
    let others = study.rows().into_iter().filter(|other| *other != row);
    match study.table.hit {
        Hit::First => others.filter(|other| *other < row).collect(),
        // Of rows that say the same the first stays.
        Hit::Any => others.filter(|other| *other < row && study.agree(*other, row)).collect(),
        Hit::Priority => {
            let Some(own) = rank(study, row) else { return Vec::new() };
            let is_before = |other: &usize| rank(study, *other).is_some_and(|rank| (rank, *other) < (own.clone(), row));
            others.filter(is_before).collect()
        }
        _ => Vec::new(),
    }
}

/// Where a row stands by its outputs with declared values; `None` if one of them is not written as a value.
fn rank(study: &Study<'_, '_>, row: usize) -> Option<Vec<i64>> {
    let row: &Row = study.row(row)?;
    let mut rank = Vec::new();
    for (output, entry) in study.table.outputs.iter().zip(&row.entries) {
        if is_ranked(study, *output) {
            rank.push(match entry {
                Entry::Value(Value::Scalar(scalar)) => *scalar,
                Entry::Value(Value::None) => i64::MAX,
                _ => return None,
            });
        }
    }
    Some(rank)
}

fn is_ranked(study: &Study<'_, '_>, output: DerivedId) -> bool {
    let derived = study.cases.engine.pack.derived.get(output.index());
    derived.is_some_and(|derived| matches!(derived.kind, Type::Choice(_) | Type::Level(_)))
}

/// Rows that cover some blocks together, none of which can be spared; the last are spared first.
fn fewest(study: &mut Study<'_, '_>, own: &[Block], mut rows: Vec<usize>) -> Option<Vec<usize>> {
    let meets =
        |row: usize| study.possible([row].into_iter()).iter().any(|block| own.iter().any(|own| own.meets(block)));
    rows.retain(|row| meets(*row));
    let mut at = rows.len();
    while let Some(before) = at.checked_sub(1) {
        at = before;
        let mut fewer = rows.clone();
        fewer.remove(at);
        let blocks = study.possible(fewer.iter().copied());
        if study.is_covered(own, &blocks)? {
            rows = fewer;
        }
    }
    Some(rows)
}

fn finding(study: &Study<'_, '_>, kind: Kind, row: usize, label: &str, help: &str) -> Finding {
    let message = format!("{} of the table `{}` decides nothing", study.name(row), study.table.id);
    Finding::new(kind, Subject::Row(study.id, row), message).label(label).help(help)
}
