//! The answer to a single question put to the pack: a value, output, condition or table.

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::diagram::{LeafId, Node};
use crate::engine::record::Record;
use crate::engine::world::World;
use crate::model::{Definition, DerivedId, Name};

use super::target::{Target, UnknownName};
use super::{Decision, Shown, Status, conflicts, reasons, recommend, showing};

/// What a value, output, condition, fact or table comes to, exact over all completions of the case.
///
/// # Errors
/// If the pack has nothing of that name.
pub fn decide<'pack>(engine: &'pack Engine, case: &Case, name: &str) -> Result<Decision<'pack>, UnknownName> {
    let pack = &engine.pack;
    let target = Target::of(pack, name).ok_or_else(|| UnknownName::new(pack, name, Vec::new()))?;
    let names = target.names(pack);
    let (record, mut world) = Record::in_world(pack, &engine.layout, case);
    let mut made = Vec::new();
    world.go_on(&mut |world| made = values(world, &names));
    let rows = rows(&mut world, target);
    let before = leaves(&mut world, &made);
    let assumed = engine.layout.read_by(pack, &names, &record.assumed);
    let mut mattering = Vec::new();
    for fact in &assumed {
        let mut made = Vec::new();
        let kept = world.release(&[*fact], &[], &mut |world| made = values(world, &names));
        if leaves(&mut world, &made) != before {
            mattering.push(*fact);
        }
        world.restore(kept);
    }
    let assumptions = recommend::assumptions(&mut world, &assumed, &mattering);
    let clashes = std::mem::take(&mut world.clashes);
    let conflicts = conflicts::conflicts(&mut world, &clashes);
    world.constraint = world.recording(world.constraint, None);
    let mut shown = Vec::new();
    let mut status = Status::Certain;
    for (name, node) in names.iter().zip(made) {
        let (value, own) = showing::show(&mut world, node, pack.type_of(*name));
        status = status.max(own);
        shown.push((pack.id_of(*name).to_owned(), value));
    }
    let is_list = match target {
        Target::Table(table) => pack.tables.get(table.index()).is_some_and(|table| table.hit.is_list()),
        Target::One(_) => false,
    };
    let value = match (shown.len(), is_list) {
        (1, _) => shown.pop().map_or(Shown::Undetermined, |(_, value)| value),
        (_, true) => listed(shown),
        _ => Shown::Object(shown),
    };
    Ok(Decision { value, status, rows, assumptions, conflicts })
}

/// What names come to, once all that they read was looked at: the conflicts of that count, wherever it decides nothing.
fn values(world: &mut World<'_>, names: &[Name]) -> Vec<Node> {
    let read = world.layout.read_from(world.pack, names);
    for (derived, _) in read.iter().skip(world.pack.facts.len()).enumerate().filter(|(_, read)| **read) {
        world.value(Name::Derived(DerivedId::at(derived)));
    }
    let mut nodes = Vec::new();
    for name in names {
        nodes.push(world.value(*name));
    }
    nodes
}

fn leaves(world: &mut World<'_>, nodes: &[Node]) -> Vec<Vec<LeafId>> {
    let mut leaves = Vec::new();
    for node in world.unrecorded(nodes) {
        leaves.push(world.diagrams.leaves_under(world.constraint, node));
    }
    leaves
}

/// The rows that fit in some completion by id or number; of a condition, the alternatives of its `when` by number.
fn rows(world: &mut World<'_>, target: Target) -> Vec<String> {
    let pack = world.pack;
    let table = target.table(pack);
    let mut fits = Vec::new();
    if let Some(table) = table {
        fits = world.fits(table);
    } else if let Some(Definition::Condition(condition)) = target.definition(pack) {
        let unless = world.when(&condition.unless);
        let not = world.diagrams.not(unless);
        for clause in &condition.when.0 {
            let holds = world.clause(clause);
            fits.push(world.diagrams.and(holds, not));
        }
    }
    let table = table.and_then(|table| pack.tables.get(table.index()));
    let mut rows = Vec::new();
    for (at, fits) in fits.into_iter().enumerate() {
        let fits = world.recording(fits, None);
        if world.is_possible(fits) {
            rows.push(reasons::row_name(table, at));
        }
    }
    rows
}

/// One object for each row that fits, from one list for each output; as they are while any of them is open.
fn listed(mut columns: Vec<(String, Shown)>) -> Shown {
    let mut length = None;
    for (_, column) in &columns {
        let Shown::List(items) = column else { return Shown::Object(columns) };
        length = length.or(Some(items.len()));
    }
    let mut rows = Vec::new();
    for at in 0..length.unwrap_or(0) {
        let mut row = Vec::new();
        for (id, column) in &mut columns {
            if let Shown::List(items) = column {
                let item = items.get_mut(at).map_or(Shown::Undetermined, std::mem::take);
                row.push((id.clone(), item));
            }
        }
        rows.push(Shown::Object(row));
    }
    Shown::List(rows)
}
