//! What a question put to the pack is about.

use std::fmt;

use crate::model::{Definition, Name, Pack, TableId, value};

/// There is nothing of that name to ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownName {
    pub name: String,
    /// The nearest name that there is.
    pub nearest: Option<String>,
}

impl UnknownName {
    /// The nearest is looked for among `names`, and among whatever has a value or rows.
    pub fn new<'p>(pack: &'p Pack, name: &str, mut names: Vec<&'p str>) -> UnknownName {
        names.extend(pack.derived.iter().map(|derived| derived.id.as_str()));
        names.extend(pack.tables.iter().map(|table| table.id.as_str()));
        let nearest = value::nearest(name, names.iter().copied());
        UnknownName { name: name.to_owned(), nearest: nearest.map(str::to_owned) }
    }
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

/// One quantity, or all outputs of a table.
#[derive(Debug, Clone, Copy)]
pub enum Target {
    One(Name),
    Table(TableId),
}

impl Target {
    /// What bears a name. A table may bear that of one of its outputs; with that output alone, both are the same.
    pub fn of(pack: &Pack, name: &str) -> Option<Target> {
        match pack.tables.iter().position(|table| table.id == name) {
            Some(table) => Some(Target::Table(TableId::at(table))),
            None => pack.name(name).map(Target::One),
        }
    }

    /// The quantities.
    pub fn names(self, pack: &Pack) -> Vec<Name> {
        match self {
            Target::One(name) => vec![name],
            Target::Table(table) => {
                let outputs = pack.tables.get(table.index()).map_or(&[][..], |table| &table.outputs);
                outputs.iter().copied().map(Name::Derived).collect()
            }
        }
    }

    /// The table whose rows decide it.
    pub fn table(self, pack: &Pack) -> Option<TableId> {
        match (self, self.definition(pack)) {
            (Target::Table(table), _) => Some(table),
            (_, Some(Definition::Output { table, .. })) => Some(*table),
            _ => None,
        }
    }

    /// What defines it, where that is neither a fact nor a whole table.
    pub fn definition(self, pack: &Pack) -> Option<&Definition> {
        match self {
            Target::One(Name::Derived(derived)) => pack.derived.get(derived.index()).map(|derived| &derived.definition),
            _ => None,
        }
    }
}
