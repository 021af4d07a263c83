//! What is wrong with a decision table, or could be said with less: each table is looked at for itself, in all cases at once.
//!
//! A table is laid out as a grid ([`crate::space::grid`]), so that what one finding rests on is where some rows lie outside
//! of others. A table that cannot be told exactly within the bounds spoils no other: that alone is said of it.

mod dead;
mod extent;
mod gaps;
mod limits;
mod merging;
mod overlaps;
mod policy;
mod study;

use super::Finding;
use crate::engine::Engine;
use crate::model::TableId;
use crate::space::Cases;

use study::Study;

pub(super) use study::conclusions;

/// What is found of each table of a pack. `today`, in days since 1970-01-01, is the date of all cases.
pub fn examine(engine: &Engine, today: i64) -> Vec<Finding> {
    let cases = Cases::all(engine, today);
    let mut found = Vec::new();
    for id in (0..engine.pack.tables.len()).map(TableId::at) {
        let open = match Study::of(&cases, id) {
            Some(Ok(mut study)) => look(&mut study, &mut found).is_none().then(|| study.facts()),
            Some(Err(facts)) => Some(facts),
            None => None,
        };
        found.extend(open.map(|facts| limits::finding(&engine.pack, id, &facts)));
    }
    found
}

/// `None` where the bounds did not suffice.
fn look(study: &mut Study<'_, '_>, found: &mut Vec<Finding>) -> Option<()> {
    gaps::check(study, found)?;
    overlaps::check(study, found)?;
    dead::check(study, found)?;
    merging::check(study, found)?;
    policy::check(study, found)
}
