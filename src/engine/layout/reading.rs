//! A pack read once: which names stand where, and at which constants facts are cut.

use super::vertex;
use crate::engine::known::{each_cut, look_at_record};
use crate::model::{Argument, Definition, Entry, Formula, Name, Pack, Table, When};
use crate::sorted::Set;

/// What was read of a pack so far.
pub(super) struct Reading<'p> {
    pack: &'p Pack,
    /// The vertices that were met since the last [`Reading::done`].
    read: Set<u32>,
    /// By fact: the scalars at which a new piece of its domain begins.
    pub cuts: Vec<Set<i64>>,
    /// By fact: whether an `unknown` cell tests it.
    pub recorded: Vec<bool>,
}

impl<'p> Reading<'p> {
    /// Nothing of it as yet.
    pub fn of(pack: &'p Pack) -> Self {
        let facts = pack.facts.len();
        Reading { pack, read: Set::default(), cuts: vec![Set::default(); facts], recorded: vec![false; facts] }
    }

    fn name(&mut self, name: Name) {
        self.read.extend(vertex(self.pack, name));
    }

    fn cells(&mut self, when: &When) {
        for cell in when.cells() {
            cell.each_name(&mut |name| self.name(name));
            let Name::Fact(fact) = cell.of else { continue };
            if let Some(cuts) = self.cuts.get_mut(fact.index()) {
                each_cut(&cell.tests, self.pack, &mut |scalar| {
                    cuts.insert(scalar);
                });
            }
            if let Some(recorded) = self.recorded.get_mut(fact.index()) {
                *recorded |= look_at_record(&cell.tests);
            }
        }
    }

    fn formula(&mut self, formula: &Formula) {
        formula.each_name(&mut |name| self.name(name));
    }

    fn entry(&mut self, entry: &Entry) {
        if let Entry::Formula(formula) = entry {
            self.formula(formula);
        }
    }

    fn table(&mut self, table: &Table) {
        self.cells(&table.when);
        for row in &table.rows {
            let end = row.grounds.valid_until.map(|last| last.saturating_add(1));
            for day in [row.grounds.valid_from, end].into_iter().flatten() {
                self.name(table.dated_by);
                if let Name::Fact(fact) = table.dated_by
                    && let Some(cuts) = self.cuts.get_mut(fact.index())
                {
                    cuts.insert(day);
                }
            }
            self.cells(&row.when);
            self.cells(&row.unless);
            row.entries.iter().for_each(|entry| self.entry(entry));
        }
    }

    /// What was read, ascending.
    fn done(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.read).into()
    }

    /// By vertex: what a fact, output, condition or value reads directly. A table's outputs all read what any of its
    /// rows reads.
    pub fn definitions(&mut self) -> Vec<Vec<u32>> {
        let mut reads = Vec::new();
        for fact in &self.pack.facts {
            self.cells(&fact.applies);
            reads.push(self.done());
        }
        for derived in &self.pack.derived {
            match &derived.definition {
                Definition::Condition(condition) => {
                    self.cells(&condition.when);
                    self.cells(&condition.unless);
                }
                Definition::Output { table, .. } => {
                    if let Some(table) = self.pack.tables.get(table.index()) {
                        self.table(table);
                    }
                }
                Definition::Value(value) => {
                    self.formula(&value.formula);
                    value.at_most.iter().for_each(|bound| self.formula(bound));
                    value.at_least.iter().for_each(|bound| self.formula(bound));
                }
            }
            reads.push(self.done());
        }
        reads
    }

    /// By rule: what its cells read.
    pub fn rules(&mut self) -> Vec<Vec<u32>> {
        let mut reads = Vec::new();
        for rule in &self.pack.rules {
            self.cells(&rule.when);
            self.cells(&rule.unless);
            reads.push(self.done());
        }
        reads
    }

    /// What rules, with the cells given, actions and compensation read directly.
    pub fn plan(&mut self, rules: &[Vec<u32>]) -> Vec<u32> {
        for (rule, cells) in self.pack.rules.iter().zip(rules) {
            self.read.extend(cells.iter().copied());
            rule.with.iter().for_each(|(_, entry)| self.entry(entry));
        }
        for action in &self.pack.actions {
            for argument in action.say.iter().flat_map(|say| &say.args) {
                if let Argument::Name(name) = argument {
                    self.name(*name);
                }
            }
        }
        if let Some(compensation) = &self.pack.compensation {
            self.name(Name::Derived(compensation.amount));
            compensation.form.iter().for_each(|form| self.name(Name::Derived(*form)));
            compensation.legal_minimum.iter().for_each(|minimum| self.name(*minimum));
            compensation.at_most.iter().for_each(|bound| self.formula(bound));
        }
        self.done()
    }
}
