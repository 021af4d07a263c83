//! What a plan says of its conflicts: where each is, which rows or rules are at odds, and why.

use crate::engine::arithmetic::Trouble;
use crate::engine::leaf::ConflictReason;
use crate::engine::world::{Clash, Place, World};
use crate::model::Pack;

use super::recommend::status;
use super::{Conflict, Status, reasons};

/// The conflicts that some completion has, and a word if the method's limits were reached.
pub fn conflicts<'pack>(world: &mut World<'pack>, clashes: &[Clash]) -> Vec<Conflict<'pack>> {
    let pack = world.pack;
    let mut conflicts = Vec::new();
    for clash in clashes {
        let Some(status) = status(world, clash.holds) else { continue };
        let (place, rows) = named(pack, clash);
        conflicts.push(Conflict { place, rows, because: because(clash.conflict.reason), status });
    }
    if world.diagrams.exceeded() {
        conflicts.push(Conflict {
            place: "limits",
            rows: Vec::new(),
            because: "the facts combine in too many ways, so more is shown as possible than may be",
            status: Status::Possible,
        });
    }
    conflicts
}

/// Where a conflict is, and the rows or rules that are at odds.
pub(crate) fn named<'pack>(pack: &'pack Pack, clash: &Clash) -> (&'pack str, Vec<String>) {
    let mut rows = Vec::new();
    for row in clash.conflict.rows.iter().copied().map(usize::from) {
        match clash.place {
            Place::Table(table) => rows.push(reasons::row_name(pack.tables.get(table.index()), row)),
            Place::Parameter(_) | Place::Order => {
                rows.push(pack.rules.get(row).map_or_else(String::new, |rule| rule.id.clone()));
            }
            Place::Value(_) | Place::Authority => {}
        }
    }
    (place_id(pack, clash.place), rows)
}

/// The id under which plans show where a conflict is.
pub(crate) fn place_id(pack: &Pack, place: Place) -> &str {
    let id = match place {
        Place::Table(table) => pack.tables.get(table.index()).map(|table| table.id.as_str()),
        Place::Value(value) => pack.derived.get(value.index()).map(|value| value.id.as_str()),
        Place::Parameter(parameter) => pack.parameters.get(parameter.index()).map(|own| own.id.as_str()),
        Place::Order => Some("order"),
        Place::Authority => Some("authority"),
    };
    id.unwrap_or_default()
}

fn because(reason: ConflictReason) -> &'static str {
    match reason {
        ConflictReason::NoRowFits => "no row fits",
        ConflictReason::SeveralRowsFit => "more than one row fits, and the hit policy allows one",
        ConflictReason::RowsDisagree => "rows that fit conclude different things",
        ConflictReason::Undecided => "the source leaves this undecided",
        ConflictReason::OutOfBounds => "the result lies outside its declared bounds",
        ConflictReason::Trouble(Trouble::DivisionByZero) => "the formula divides by zero",
        ConflictReason::Trouble(Trouble::BeyondCalendar) => "the calendar does not cover the days that are needed",
        ConflictReason::Trouble(Trouble::Overflow) => "the formula's result is too large",
        ConflictReason::DemandsInCycle => "demands on the order form a circle, so they are dropped",
        ConflictReason::ParametersDiffer => "rules set different values, and none is to win",
        ConflictReason::NobodySuffices => "no role may give so much",
    }
}
