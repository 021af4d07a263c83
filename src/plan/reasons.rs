//! Why: rules with their cells as the case answers them.

use crate::engine::diagram::Node;
use crate::engine::possible::Certainty;
use crate::engine::world::World;
use crate::model::{Cell, Grounds, Rule, Table, TableId, When};
use crate::{sorted, text};

use super::{Holds, Reason, ReasonCell, showing};

/// What tests nothing.
pub const NO_CELLS: &When = &When(Vec::new());

/// The rules that conclude something, those first that stand for it best, given when each rule of the pack holds.
pub fn of_rules<'pack>(
    world: &mut World<'pack>,
    holds: &[Node],
    concludes: &dyn Fn(usize, &Rule) -> bool,
) -> Vec<Reason<'pack>> {
    let mut reasons = Vec::new();
    for (at, (rule, holds)) in world.pack.rules.iter().zip(holds).enumerate() {
        if concludes(at, rule) {
            let mut own = reason(world, rule.id.clone(), (&rule.when, &rule.unless), &rule.grounds, *holds);
            own.outdated = !world.is_valid(&rule.grounds);
            reasons.push(own);
        }
    }
    sort(&mut reasons);
    reasons
}

/// The rows of a table, those first that stand for its outcome best; before them, by the table's name, the gate
/// that all of them have, where it may shut them out.
pub fn of_rows<'pack>(world: &mut World<'pack>, table: TableId) -> Vec<Reason<'pack>> {
    let fits = world.fits(table);
    let mut reasons = Vec::new();
    let mut gate = None;
    if let Some(table) = world.pack.tables.get(table.index()) {
        let holds = world.when(&table.when);
        let mut own = reason(world, table.id.clone(), (&table.when, NO_CELLS), &table.grounds, holds);
        own.table = Some(&table.id);
        if own.holds != Holds::Always {
            gate = Some(own);
        }
        for (at, (row, fits)) in table.rows.iter().zip(fits).enumerate() {
            let name = row_name(Some(table), at);
            let mut own = reason(world, name, (&row.when, &row.unless), &row.grounds, fits);
            if row.grounds.because == table.grounds.because {
                own.table = Some(&table.id);
            }
            reasons.push(own);
        }
    }
    sort(&mut reasons);
    if let Some(gate) = gate {
        reasons.insert(0, gate);
    }
    reasons
}

/// A row by its id, else by its number from 1.
pub fn row_name(table: Option<&Table>, at: usize) -> String {
    let id = table.and_then(|table| table.rows.get(at)).and_then(|row| row.id.clone());
    id.unwrap_or_else(|| text::count(at.saturating_add(1)))
}

/// A rule, row or condition with what the case makes of it.
pub fn reason<'pack>(
    world: &mut World<'pack>,
    rule: String,
    (when, unless): (&'pack When, &'pack When),
    grounds: &'pack Grounds,
    holds: Node,
) -> Reason<'pack> {
    let mut cells = Vec::new();
    for (is_unless, part) in [(false, when), (true, unless)] {
        for (clause, own) in part.0.iter().enumerate() {
            for cell in &own.0 {
                cells.push(reason_cell(world, cell, clause, is_unless));
            }
        }
    }
    let mut evidence = Vec::new();
    for id in &grounds.evidence {
        if let Some(own) = world.pack.evidence.get(id.index()) {
            evidence.push(own.id.as_str());
        }
    }
    Reason {
        rule,
        holds: how_it_holds(world, holds),
        outdated: false,
        because: &grounds.because,
        table: None,
        evidence,
        cells,
    }
}

fn reason_cell<'pack>(world: &mut World<'pack>, cell: &'pack Cell, clause: usize, unless: bool) -> ReasonCell<'pack> {
    let pack = world.pack;
    let holds = world.cell(cell);
    let value = world.value(cell.of);
    ReasonCell {
        name: pack.id_of(cell.of),
        test: &cell.text,
        clause,
        unless,
        value: showing::show(world, value, pack.type_of(cell.of)).0,
        holds: how_it_holds(world, holds),
    }
}

/// Whether something holds over all completions, as the record stands.
fn how_it_holds(world: &mut World<'_>, truth: Node) -> Holds {
    let truth = world.recording(truth, None);
    match world.certainty(truth) {
        Certainty::Certain => Holds::Always,
        Certainty::Possible => Holds::Sometimes,
        Certainty::Undetermined => Holds::Undetermined,
        Certainty::Excluded => Holds::Never,
    }
}

/// Those that hold first, then by how few of their cells fail, those out of date last, then as declared.
fn sort(reasons: &mut [Reason]) {
    let key = |reason: &Reason| {
        let rank = match reason.holds {
            Holds::Always => 0,
            Holds::Sometimes => 1,
            Holds::Undetermined => 2,
            Holds::Never => 3,
        };
        (rank, reason.outdated, failing(reason))
    };
    sorted::sort_by(reasons, &|a, b| key(a).cmp(&key(b)));
}

/// How many cells of a rule's nearest alternative fail; a cell of `unless` fails by holding.
fn failing(reason: &Reason) -> usize {
    let mut of_clause: Vec<usize> = Vec::new();
    let mut of_unless = 0_usize;
    for cell in &reason.cells {
        if cell.unless {
            of_unless = of_unless.saturating_add(usize::from(cell.holds == Holds::Always));
            continue;
        }
        if of_clause.len() <= cell.clause {
            of_clause.resize(cell.clause.saturating_add(1), 0);
        }
        if let Some(failing) = of_clause.get_mut(cell.clause).filter(|_| cell.holds == Holds::Never) {
            *failing = failing.saturating_add(1);
        }
    }
    of_clause.into_iter().min().unwrap_or(0).saturating_add(of_unless)
}
