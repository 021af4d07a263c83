//! Whether a fact applies may depend on other facts and on what is derived from them, but not on itself.

use crate::model::{Definition, Derived, Entry, Fact, Formula, Name, Pack, When};

/// A fact whose applicability depends on itself, or on a fact of which that is so. Takes a pack whose ids are in range.
///
/// Kahn's topological sort (1962) of facts, tables and derived quantities by what they read.
pub fn circular(pack: &Pack) -> Option<&Fact> {
    let graph = Graph { facts: pack.facts.len(), derived: pack.derived.len() };
    let facts = pack.facts.iter().map(|fact| graph.of_cells([&fact.applies]));
    let derived = pack.derived.iter().map(|derived| graph.of_derived(pack, derived));
    let tables = pack.tables.iter().map(|table| {
        let rows = table.rows.iter().flat_map(|row| [&row.when, &row.unless]);
        let mut reads = graph.of_cells([&table.when].into_iter().chain(rows));
        reads.extend(graph.node(table.dated_by));
        reads
    });
    let reads: Vec<Vec<usize>> = facts.chain(derived).chain(tables).collect();

    let mut readers: Vec<Vec<usize>> = vec![Vec::new(); reads.len()];
    for (reader, reads) in reads.iter().enumerate() {
        for read in reads {
            readers.get_mut(*read)?.push(reader);
        }
    }
    let mut open: Vec<usize> = reads.iter().map(Vec::len).collect();
    let mut ready: Vec<usize> = (0..).zip(&open).filter(|(_, open)| **open == 0).map(|(node, _)| node).collect();
    while let Some(node) = ready.pop() {
        for reader in readers.get(node)? {
            let open = open.get_mut(*reader)?;
            *open = open.saturating_sub(1);
            if *open == 0 {
                ready.push(*reader);
            }
        }
    }
    pack.facts.iter().zip(open).find(|(_, open)| *open > 0).map(|(fact, _)| fact)
}

/// Numbers facts first, then derived quantities, then tables.
struct Graph {
    facts: usize,
    derived: usize,
}

impl Graph {
    fn node(&self, name: Name) -> Option<usize> {
        match name {
            Name::Fact(fact) => Some(fact.index()),
            Name::Derived(derived) => Some(self.facts.saturating_add(derived.index())),
            Name::Now => None,
        }
    }

    fn of_cells<'a>(&self, whens: impl IntoIterator<Item = &'a When>) -> Vec<usize> {
        let mut reads = Vec::new();
        whens.into_iter().for_each(|when| when.each_name(&mut |name| reads.extend(self.node(name))));
        reads
    }

    fn of_formulas<'a>(&self, formulas: impl IntoIterator<Item = &'a Formula>) -> Vec<usize> {
        let mut reads = Vec::new();
        formulas.into_iter().for_each(|formula| formula.each_name(&mut |name| reads.extend(self.node(name))));
        reads
    }

    fn of_derived(&self, pack: &Pack, derived: &Derived) -> Vec<usize> {
        match &derived.definition {
            Definition::Condition(condition) => self.of_cells([&condition.when, &condition.unless]),
            Definition::Value(value) => {
                self.of_formulas([&value.formula].into_iter().chain(&value.at_most).chain(&value.at_least))
            }
            Definition::Output { table, column } => {
                let rows = pack.tables.get(table.index()).map_or(&[][..], |table| &table.rows);
                let entries = rows.iter().filter_map(|row| row.entries.get(usize::from(*column)));
                let mut reads = self.of_formulas(entries.filter_map(|entry| match entry {
                    Entry::Formula(formula) => Some(formula),
                    Entry::Value(_) | Entry::Undecided => None,
                }));
                reads.push(self.facts.saturating_add(self.derived).saturating_add(table.index()));
                reads
            }
        }
    }
}
