//! Cases for which a table has no row.

use crate::engine::diagram::Node;
use crate::model::Hit;
use crate::proof::{Finding, Kind, Subject};
use crate::space::of_cases;

use super::study::Study;

/// Reports where no row fits and some output must have a value. Hit policies that collect are content with no rows.
pub(super) fn check(study: &mut Study<'_, '_>, found: &mut Vec<Finding>) -> Option<()> {
    let pack = &study.cases.engine.pack;
    let must_fit = matches!(study.table.hit, Hit::Unique | Hit::Any | Hit::Priority | Hit::First);
    let outputs = study.table.outputs.iter().filter_map(|output| pack.derived.get(output.index()));
    let is_needed = outputs.into_iter().any(|output| !output.optional);
    if !must_fit || !is_needed {
        return Some(());
    }
    let rows = study.possible(0..study.table.rows.len());
    let all = study.grid.all();
    let fits_nowhere = |alone: &mut crate::engine::world::World<'_>, table| {
        let fits = alone.fits(table);
        fits.iter().all(|fit| *fit == Node::NO)
    };
    if let Some(extent) = study.extent(&[all], &rows, Node::YES, &fits_nowhere)? {
        let share = extent.regions.share.map_or_else(|| "some cases".to_owned(), of_cases);
        let message = format!("the table `{}` has no row for {share}", study.table.id);
        let help = "add rows for them, or an `otherwise` row; or declare the output `optional`, to be `none` there";
        found.push(Finding::new(Kind::Gap, Subject::Table(study.id), message).help(help).extent(extent));
    }
    Some(())
}
