//! Why: rules with their cells as the case answers them.

use crate::engine::diagram::Node;
use crate::engine::possible::Certainty;
use crate::engine::world::World;
use crate::model::{Cell, Grounds, When};
use crate::sorted;

use super::{Holds, Reason, ReasonCell, showing};

/// A rule, row or condition with what the case makes of it.
pub fn reason(
    world: &mut World<'_>,
    id: String,
    (when, unless): (&When, &When),
    grounds: &Grounds,
    holds: Node,
) -> Reason {
    let mut cells = Vec::new();
    for (is_unless, part) in [(false, when), (true, unless)] {
        for (clause, own) in part.0.iter().enumerate() {
            for cell in &own.0 {
                cells.push(reason_cell(world, cell, clause, is_unless));
            }
        }
    }
    let evidence = grounds.evidence.iter().filter_map(|id| world.pack.evidence.get(id.index()));
    Reason {
        rule: id,
        holds: how_it_holds(world, holds),
        because: grounds.because.clone(),
        evidence: evidence.map(|evidence| evidence.id.clone()).collect(),
        cells,
    }
}

fn reason_cell(world: &mut World<'_>, cell: &Cell, clause: usize, unless: bool) -> ReasonCell {
    let pack = world.pack;
    let holds = world.cell(cell);
    let value = world.value(cell.of);
    let value = world.recording(value, None);
    ReasonCell {
        name: pack.id_of(cell.of).to_owned(),
        test: cell.text.clone(),
        clause,
        unless,
        value: showing::show(world, value, pack.type_of(cell.of)).0,
        holds: how_it_holds(world, holds),
    }
}

/// Whether something holds over all completions, as the record stands.
pub fn how_it_holds(world: &mut World<'_>, truth: Node) -> Holds {
    let truth = world.recording(truth, None);
    match world.certainty(truth) {
        Certainty::Certain => Holds::Always,
        Certainty::Possible => Holds::Sometimes,
        Certainty::Undetermined => Holds::Undetermined,
        Certainty::Excluded => Holds::Never,
    }
}

/// Those that hold first, then by how few of their cells fail, then as declared.
pub fn sort(reasons: &mut [Reason]) {
    let rank = |holds: Holds| match holds {
        Holds::Always => 0,
        Holds::Sometimes => 1,
        Holds::Undetermined => 2,
        Holds::Never => 3,
    };
    let key = |reason: &Reason| (rank(reason.holds), failing(reason));
    sorted::sort_by(reasons, &|a, b| key(a).cmp(&key(b)));
}

/// How many cells of a rule's nearest alternative fail; a cell of `unless` fails by holding.
fn failing(reason: &Reason) -> usize {
    let clauses = reason.cells.iter().filter(|cell| !cell.unless).map(|cell| cell.clause).max();
    let of_clause = |clause: usize| {
        let own = reason.cells.iter().filter(|cell| !cell.unless && cell.clause == clause);
        own.filter(|cell| cell.holds == Holds::Never).count()
    };
    let nearest = (0..=clauses.unwrap_or(0)).map(of_clause).min().unwrap_or(0);
    let unless = reason.cells.iter().filter(|cell| cell.unless && cell.holds == Holds::Always).count();
    nearest.saturating_add(unless)
}
