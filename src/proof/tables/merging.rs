//! Rows that could be one.

use crate::model::{Hit, Row};
use crate::proof::{Finding, Kind, Subject};
use crate::space::grid::Block;

use super::study::Study;

/// Reports rows that conclude the same for the same reason and differ in one column only.
pub(super) fn check(study: &mut Study<'_, '_>, found: &mut Vec<Finding>) -> Option<()> {
    let rows = study.rows();
    let mut joined: Vec<usize> = Vec::new();
    for (at, first) in rows.iter().enumerate() {
        if joined.contains(first) {
            continue;
        }
        let Some(mut block) = single(study, *first) else { continue };
        let mut together = vec![*first];
        let mut along = None;
        for second in rows.iter().skip(at.saturating_add(1)) {
            let Some(other) =
                single(study, *second).filter(|_| !joined.contains(second) && are_alike(study, *first, *second))
            else {
                continue;
            };
            let Some(dimension) = block.only_difference(&other).filter(|own| along.is_none_or(|along| along == *own))
            else {
                continue;
            };
            let both = block.0.get(dimension).zip(other.0.get(dimension)).map(|(own, other)| own.or(other));
            let pack = &study.cases.engine.pack;
            let both = both.filter(|both| {
                study.grid.dimensions.get(dimension).is_some_and(|dimension| dimension.is_one_test(both, pack))
            });
            if let Some(both) = both
                && can_join(study, (*first, *second), (&block, &other))?
            {
                block = block.with(dimension, both);
                together.push(*second);
                along = Some(dimension);
            }
        }
        if let Some(dimension) = along {
            found.extend(finding(study, &together, &block, dimension));
            joined.extend(together);
        }
    }
    Some(())
}

/// The only block of a row that is never undetermined.
fn single(study: &Study<'_, '_>, row: usize) -> Option<Block> {
    match study.grid.rows.get(row).map(|row| row.blocks.as_slice()) {
        Some([fit]) if fit.holds == fit.possible => Some(fit.holds.clone()),
        _ => None,
    }
}

/// Whether two rows say the same, for the same reason.
fn are_alike(study: &Study<'_, '_>, one: usize, other: usize) -> bool {
    let grounds = |row: Option<&Row>| row.map(|row| (row.grounds.clone(), row.entries.clone(), row.id.is_some()));
    grounds(study.row(one)) == grounds(study.row(other)) && study.row(one).is_some_and(|row| row.id.is_none())
}

/// Whether the second row can be said with the first, at its place.
fn can_join(
    study: &mut Study<'_, '_>,
    (first, second): (usize, usize),
    (own, other): (&Block, &Block),
) -> Option<bool> {
    let is_next = second == first.saturating_add(1);
    match study.table.hit {
        Hit::Any => Some(true),
        Hit::Priority => Some(study.table.outputs.len() == 1),
        // Where both fit that is a conflict, or counts twice.
        Hit::Unique | Hit::CollectSum | Hit::CollectMin | Hit::CollectMax | Hit::CollectCount => {
            Some(!own.meets(other))
        }
        Hit::RuleOrder | Hit::OutputOrder | Hit::Collect => Some(is_next && !own.meets(other)),
        Hit::First => {
            // It would come before the rows between, which must not lose a case to it that they decide otherwise.
            let between = first.saturating_add(1)..second;
            let between: Vec<usize> = between.filter(|row| !study.agree(*row, second)).collect();
            let lost: Vec<Block> = study.possible(between.into_iter()).iter().map(|block| block.and(other)).collect();
            let before = study.possible(0..=first);
            study.is_covered(&lost, &before)
        }
    }
}

fn finding(study: &Study<'_, '_>, rows: &[usize], block: &Block, dimension: usize) -> Option<Finding> {
    let ([others @ .., last], own) = (rows, study.grid.dimensions.get(dimension)?) else { return None };
    let pack = &study.cases.engine.pack;
    let cell = block.0.get(dimension).and_then(|atoms| own.cell(atoms, pack)).unwrap_or_else(|| "-".to_owned());
    let message = format!("{} of the table `{}` could be one", study.names(rows), study.table.id);
    let finding = Finding::new(Kind::MergeableRows, Subject::Row(study.id, *last), message)
        .label("says the same for the same reason")
        .help(format!("keep the first of them, with `{cell}` under `{}`", pack.id_of(own.name())));
    let others = others.iter().map(|row| Subject::Row(study.id, *row));
    Some(finding.related(others, "differs in one cell only"))
}
