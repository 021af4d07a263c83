//! The answer to a single question put to the pack: a value, output, condition or table.

use std::fmt;

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::diagram::{LeafId, Node};
use crate::engine::record::Record;
use crate::engine::world::World;
use crate::model::{Definition, FactId, Name, Pack, TableId, value};
use crate::sorted::Set;

use super::{Decision, Shown, Status, recommend, showing};

/// There is nothing of that name to ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownName {
    pub name: String,
    /// The nearest name that there is.
    pub nearest: Option<String>,
}

impl fmt::Display for UnknownName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the pack has no `{}`", self.name)?;
        match &self.nearest {
            Some(nearest) => write!(out, "; did you mean `{nearest}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for UnknownName {}

/// What is decided: one quantity, or all outputs of a table.
#[derive(Debug, Clone, Copy)]
enum Target {
    One(Name),
    Table(TableId),
}

/// What a value, output, condition, fact or table comes to, exact over all completions of the case.
///
/// # Errors
/// If the pack has nothing of that name.
pub fn decide(engine: &Engine, case: &Case, name: &str) -> Result<Decision, UnknownName> {
    let pack = &engine.pack;
    let target = find(pack, name)?;
    let record = Record::of(pack, &engine.layout, case);
    let names = match target {
        Target::One(name) => vec![name],
        Target::Table(table) => pack
            .tables
            .get(table.index())
            .map_or_else(Vec::new, |table| table.outputs.iter().copied().map(Name::Derived).collect()),
    };
    let mut made = Vec::new();
    let mut world = World::build(pack, &engine.layout, case.now, &record, &mut |world| made = values(world, &names));
    let rows = rows(&mut world, target);
    let before = leaves(&mut world, &made);
    let assumed = engine.layout.read_by(pack, &names, &record.assumed);
    let mattering: Set<FactId> = assumed
        .iter()
        .copied()
        .filter(|fact| {
            let record = record.releasing(&[*fact]);
            let mut made = Vec::new();
            let found = world.found();
            let mut released = World::build_with(pack, &engine.layout, case.now, &record, found, &mut |world| {
                made = values(world, &names);
            });
            leaves(&mut released, &made) != before
        })
        .collect();
    let assumptions = recommend::assumptions(&mut world, &assumed, &|fact| mattering.contains(&fact));
    let clashes = world.clashes.clone();
    let conflicts = recommend::conflicts(&mut world, &clashes);
    world.constraint = world.recording(world.constraint, None);
    let mut shown = Vec::new();
    let mut status = Status::Certain;
    for (name, node) in names.iter().zip(made) {
        let node = world.recording(node, None);
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

fn find(pack: &Pack, name: &str) -> Result<Target, UnknownName> {
    let table = pack.tables.iter().position(|table| table.id == name).map(TableId::at);
    // A table may bear the name of one of its outputs; with that output alone, both are the same.
    match (table, pack.name(name)) {
        (Some(table), _) => Ok(Target::Table(table)),
        (None, Some(name)) => Ok(Target::One(name)),
        (None, None) => {
            let derived = pack.derived.iter().map(|derived| derived.id.as_str());
            let all = derived.chain(pack.tables.iter().map(|table| table.id.as_str()));
            let nearest = value::nearest(name, all).map(str::to_owned);
            Err(UnknownName { name: name.to_owned(), nearest })
        }
    }
}

fn values(world: &mut World<'_>, names: &[Name]) -> Vec<Node> {
    names.iter().map(|name| world.value(*name)).collect()
}

fn leaves(world: &mut World<'_>, nodes: &[Node]) -> Vec<Vec<LeafId>> {
    let recorded: Vec<Node> = nodes.iter().map(|node| world.recording(*node, None)).collect();
    recorded.into_iter().map(|node| world.diagrams.leaves_under(world.constraint, node)).collect()
}

/// The rows that fit in some completion by id or number; of a condition, the alternatives of its `when` by number.
fn rows(world: &mut World<'_>, target: Target) -> Vec<String> {
    let pack = world.pack;
    let (table, derived) = match target {
        Target::Table(table) => (Some(table), None),
        Target::One(Name::Derived(derived)) => match pack.derived.get(derived.index()).map(|own| &own.definition) {
            Some(Definition::Output { table, .. }) => (Some(*table), None),
            _ => (None, Some(derived)),
        },
        Target::One(_) => (None, None),
    };
    let number = |at: usize| at.saturating_add(1).to_string();
    if let Some(id) = table {
        let fits = world.fits(id);
        let ids = pack.tables.get(id.index()).map_or(&[][..], |table| &table.rows);
        let possible: Vec<bool> = fits
            .into_iter()
            .map(|fit| {
                let fit = world.recording(fit, None);
                world.is_possible(fit)
            })
            .collect();
        let rows = ids.iter().zip(possible).enumerate().filter(|(_, (_, possible))| *possible);
        return rows.map(|(at, (row, _))| row.id.clone().unwrap_or_else(|| number(at))).collect();
    }
    let definition = derived.and_then(|derived| pack.derived.get(derived.index())).map(|own| &own.definition);
    let Some(Definition::Condition(condition)) = definition else { return Vec::new() };
    let mut rows = Vec::new();
    for (at, clause) in condition.when.0.iter().enumerate() {
        let alone = crate::model::When(vec![clause.clone()]);
        let holds = world.holds(&alone, &condition.unless);
        let holds = world.recording(holds, None);
        if world.is_possible(holds) {
            rows.push(number(at));
        }
    }
    rows
}

/// One object for each row that fits, from one list for each output; as they are while any of them is open.
fn listed(columns: Vec<(String, Shown)>) -> Shown {
    let lengths: Option<Vec<usize>> = columns
        .iter()
        .map(|(_, column)| match column {
            Shown::List(items) => Some(items.len()),
            _ => None,
        })
        .collect();
    let Some(length) = lengths.and_then(|lengths| lengths.first().copied()) else { return Shown::Object(columns) };
    let item = |at: usize| {
        let entries = columns.iter().map(|(id, column)| {
            let value = match column {
                Shown::List(items) => items.get(at).cloned().unwrap_or(Shown::Undetermined),
                other => other.clone(),
            };
            (id.clone(), value)
        });
        Shown::Object(entries.collect())
    };
    Shown::List((0..length).map(item).collect())
}
