//! Whether a fact applies may depend on other facts and on what is derived from them, but not on itself.

use crate::model::{Definition, Entry, Fact, Formula, Name, Pack, When};

/// A fact whose applicability depends on itself, or on a fact of which that is so. Takes a pack whose ids are in range.
///
/// Kahn's topological sort (1962) of facts, derived quantities and tables by what they read.
pub fn circular(pack: &Pack) -> Option<&Fact> {
    let Graph { readers, mut open, .. } = Graph::of(pack);
    let mut ready: Vec<usize> = (0..open.len()).filter(|node| open.get(*node) == Some(&0)).collect();
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
    /// Whose reading is being noted.
    reader: usize,
    /// By node: those that read it, as often as they do.
    readers: Vec<Vec<usize>>,
    /// By node: how many readings of its own are not yet done.
    open: Vec<usize>,
}

impl Graph {
    fn of(pack: &Pack) -> Graph {
        let facts = pack.facts.len();
        let first_table = facts.saturating_add(pack.derived.len());
        let nodes = first_table.saturating_add(pack.tables.len());
        let mut graph = Graph { facts, reader: 0, readers: vec![Vec::new(); nodes], open: vec![0; nodes] };
        for fact in &pack.facts {
            graph.cells(&fact.applies);
            graph.done();
        }
        for derived in &pack.derived {
            match &derived.definition {
                Definition::Condition(condition) => {
                    graph.cells(&condition.when);
                    graph.cells(&condition.unless);
                }
                Definition::Value(value) => {
                    graph.formula(&value.formula);
                    value.at_most.iter().for_each(|bound| graph.formula(bound));
                    value.at_least.iter().for_each(|bound| graph.formula(bound));
                }
                Definition::Output { table, .. } => graph.node(first_table.saturating_add(table.index())),
            }
            graph.done();
        }
        for table in &pack.tables {
            graph.cells(&table.when);
            graph.name(table.dated_by);
            for row in &table.rows {
                graph.cells(&row.when);
                graph.cells(&row.unless);
                for entry in &row.entries {
                    if let Entry::Formula(formula) = entry {
                        graph.formula(formula);
                    }
                }
            }
            graph.done();
        }
        graph
    }

    fn done(&mut self) {
        self.reader = self.reader.saturating_add(1);
    }

    fn node(&mut self, read: usize) {
        if let (Some(readers), Some(open)) = (self.readers.get_mut(read), self.open.get_mut(self.reader)) {
            readers.push(self.reader);
            *open = open.saturating_add(1);
        }
    }

    fn name(&mut self, name: Name) {
        match name {
            Name::Fact(fact) => self.node(fact.index()),
            Name::Derived(derived) => self.node(self.facts.saturating_add(derived.index())),
            Name::Now => {}
        }
    }

    #[inline(never)]
    fn cells(&mut self, when: &When) {
        when.each_name(&mut |name| self.name(name));
    }

    #[inline(never)]
    fn formula(&mut self, formula: &Formula) {
        formula.each_name(&mut |name| self.name(name));
    }
}
