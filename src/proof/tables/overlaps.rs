//! Rows that fit at once where that may not be.

use crate::engine::diagram::Node;
use crate::engine::world::World;
use crate::model::{Hit, TableId};
use crate::proof::{Finding, Kind, Subject};
use crate::space::grid::Block;
use crate::space::of_cases;

use super::study::{Study, conclusions};

/// So many pairs of rows of one table are shown.
const MOST_PAIRS: usize = 8;

/// Reports pairs of rows that fit in one case: in `unique` tables any, in `any` tables those that conclude different things.
pub(super) fn check(study: &mut Study<'_, '_>, found: &mut Vec<Finding>) -> Option<()> {
    let is_any = match study.table.hit {
        Hit::Unique => false,
        Hit::Any => true,
        _ => return Some(()),
    };
    let rows = study.rows();
    let mut shown = 0_usize;
    let mut further = 0_usize;
    for (at, first) in rows.iter().enumerate() {
        for second in rows.iter().skip(at.saturating_add(1)) {
            if is_any && study.agree(*first, *second) {
                continue;
            }
            let blocks = common(study, *first, *second);
            if blocks.is_empty() {
                continue;
            }
            if shown >= MOST_PAIRS {
                let unsure = study.unsure.clone();
                further = further.saturating_add(usize::from(!study.is_covered(&blocks, &unsure)?));
                continue;
            }
            shown = shown.saturating_add(usize::from(report(study, (*first, *second), &blocks, found)?));
        }
    }
    if further > 0 {
        let pairs = if further == 1 { "a pair".to_owned() } else { format!("{further} pairs") };
        let message = format!("{pairs} more of rows of the table `{}` fit at once", study.table.id);
        let kind = if is_any { Kind::RowsDisagree } else { Kind::Overlap };
        let help = "mend the pairs that are shown first; the others are often of the same kind";
        found.push(Finding::new(kind, Subject::Table(study.id), message).help(help));
    }
    Some(())
}

/// The blocks in which two rows hold.
pub(super) fn common(study: &Study<'_, '_>, first: usize, second: usize) -> Vec<Block> {
    let others = study.holding(second);
    let blocks = study
        .holding(first)
        .into_iter()
        .flat_map(|own| others.iter().filter(|other| own.meets(other)).map(|other| own.and(other)).collect::<Vec<_>>());
    blocks.collect()
}

/// Reports a pair, if any case shows it.
fn report(
    study: &mut Study<'_, '_>,
    (first, second): (usize, usize),
    blocks: &[Block],
    found: &mut Vec<Finding>,
) -> Option<bool> {
    let is_any = study.table.hit == Hit::Any;
    let within = if is_any { study.differ.get(&(first, second)).copied().unwrap_or(Node::NO) } else { Node::YES };
    let clash = |alone: &mut World<'_>, table: TableId| {
        let fits = alone.fits(table);
        let fits = alone.unrecorded(&fits);
        let fit = |row: usize| fits.get(row) == Some(&Node::YES);
        fit(first) && fit(second) && (!is_any || is_at_odds(alone, table, (first, second)))
    };
    let unsure = study.unsure.clone();
    let extent = study.extent(blocks, &unsure, within, &clash)?;
    // Rows of an `any` table may conclude by different formulas what is the same all the same.
    let Some(extent) = extent else { return Some(false) };
    let rows = format!("{} and {} of the table `{}`", study.name(first), study.name(second), study.table.id);
    let share = extent.regions.share.map(|share| format!(", in {}", of_cases(share))).unwrap_or_default();
    let (kind, message, help) = if is_any {
        (
            Kind::RowsDisagree,
            format!("{rows} fit at once and conclude different things"),
            "narrow one of them, or let them conclude the same; or choose a hit policy by which one of them wins",
        )
    } else {
        (
            Kind::Overlap,
            format!("{rows} fit at once{share}"),
            "narrow one of them; or let the row that comes first win, with `hit = \"first\"`",
        )
    };
    let finding = Finding::new(kind, Subject::Row(study.id, second), message).label("fits too").help(help);
    found.push(finding.related([Subject::Row(study.id, first)].into_iter(), "fits as well").extent(extent));
    Some(true)
}

/// Whether two rows conclude different things in a case that is known completely.
fn is_at_odds(alone: &mut World<'_>, table: TableId, (first, second): (usize, usize)) -> bool {
    let Some(table) = alone.pack.tables.get(table.index()) else { return false };
    let [own, other] = [first, second].map(|row| {
        let conclusions = conclusions(alone, table, row);
        alone.unrecorded(&conclusions)
    });
    let mut pairs = own.iter().zip(&other).filter_map(|(own, other)| own.as_leaf().zip(other.as_leaf()));
    pairs.any(|(own, other)| alone.leaves_differ(own, other) == Node::YES)
}
