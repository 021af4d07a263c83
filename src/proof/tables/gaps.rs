//! Cases for which a table has no row.

use crate::engine::diagram::Node;
use crate::model::Hit;
use crate::proof::{Finding, Kind, Subject};
use crate::space::of_cases;

use super::study::Study;

/// Reports where no row fits and some output must have a value. A list is content with no rows, and so is a count.
pub(super) fn check(study: &mut Study<'_, '_>, found: &mut Vec<Finding>) -> Option<()> {
    let pack = &study.cases.engine.pack;
    let is_content = matches!(study.table.hit, Hit::Collect | Hit::RuleOrder | Hit::OutputOrder | Hit::CollectCount);
    let outputs = study.table.outputs.iter().filter_map(|output| pack.derived.get(output.index()));
    let is_needed = outputs.into_iter().any(|output| !output.optional);
    if is_content || !is_needed {
        return Some(());
    }
    let rows = study.possible(0..study.table.rows.len());
    let all = study.grid.all();
    let fits_nowhere = |alone: &mut crate::engine::world::World<'_>, table| {
        let fits = alone.fits(table);
        alone.unrecorded(&fits).iter().all(|fit| *fit == Node::NO)
    };
    if let Some(extent) = study.extent(&[all], &rows, Node::YES, &fits_nowhere)? {
        let share = extent.regions.share.map_or_else(|| "some cases".to_owned(), of_cases);
        let message = format!("the table `{}` has no row for {share}", study.table.id);
        let help = "add rows for them, or an `otherwise` row; or declare the output `optional`, to be `none` there";
        found.push(Finding::new(Kind::Gap, Subject::Table(study.id), message).help(help).extent(extent));
    }
    Some(())
}
