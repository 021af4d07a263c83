//! What can be said of a pack before any case: where facts are cut, and in which order diagrams ask for them.

use super::demands::Demands;
use super::known::{each_cut, look_at_record};
use crate::model::{Argument, Definition, DerivedId, Entry, FactId, Formula, Name, Pack, Table, When};
use crate::sorted::Set;

/// The pack's static analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// By fact: the scalars at which a new piece of its domain begins, ascending.
    pub cuts: Vec<Set<i64>>,
    /// Facts in the order of their variables: the pack's, and what it leaves out.
    pub order: Vec<FactId>,
    /// Facts in the order in which they are held against `applies`: what it reads first, then as declared.
    pub dependency: Vec<FactId>,
    /// By fact: whether an `unknown` cell tests it.
    pub recorded: Vec<bool>,
    /// What rules, actions and compensation read, directly or not, in evaluation order.
    pub read_by_plan: Vec<DerivedId>,
    /// What rules demand of the order of actions.
    pub demands: Demands,
    /// By rule: the vertices that its cells read.
    pub(super) rules: Vec<Vec<u32>>,
    /// By vertex: whether any of that reads it.
    read: Vec<bool>,
    /// By vertex: the vertices that it reads directly.
    reads: Vec<Vec<u32>>,
}

/// Facts and derived quantities, numbered in this order; both as declared, which for derived ones is the order in which
/// they are evaluated.
fn vertex(pack: &Pack, name: Name) -> Option<u32> {
    let derived_from = u32::try_from(pack.facts.len()).unwrap_or(u32::MAX);
    match name {
        Name::Fact(fact) => Some(fact.0.into()),
        Name::Derived(derived) => Some(derived_from.saturating_add(derived.0.into())),
        Name::Now => None,
    }
}

/// The names that some vertices stand for.
#[cfg(feature = "proofs")]
fn names(pack: &Pack, vertices: &[u32]) -> impl Iterator<Item = Name> {
    let facts = pack.facts.len();
    vertices.iter().map(move |vertex| match (*vertex as usize).checked_sub(facts) {
        Some(derived) => Name::Derived(DerivedId::at(derived)),
        None => Name::Fact(FactId::at(*vertex as usize)),
    })
}

impl Layout {
    pub fn of(pack: &Pack) -> Layout {
        let facts = pack.facts.len();
        let mut reading =
            Reading { pack, read: Set::default(), cuts: vec![Set::default(); facts], recorded: vec![false; facts] };
        let reads = reading.definitions();
        let rules = reading.rules();
        let read = closure(&reads, reading.plan(&rules));
        let mut read_by_plan = Vec::new();
        for (derived, read) in read.iter().skip(facts).enumerate() {
            if *read {
                read_by_plan.push(DerivedId::at(derived));
            }
        }
        let Reading { cuts, recorded, .. } = reading;
        let dependency = dependency(facts, &reads);
        let mut order = pack.order.clone();
        // A damaged program may claim more facts than there are.
        order.truncate(facts);
        for fact in (0..facts).map(FactId::at) {
            if !order.contains(&fact) {
                order.push(fact);
            }
        }
        let demands = Demands::of(pack);
        Layout { cuts, order, dependency, recorded, read_by_plan, demands, rules, read, reads }
    }

    /// Whether rules, actions or compensation read a fact, directly or not.
    pub fn is_read(&self, fact: FactId) -> bool {
        self.read.get(fact.index()).copied().unwrap_or(true)
    }

    /// Which facts, and after them which derived quantities, are some facts or read any of them, directly or not.
    pub fn readers(&self, facts: &[FactId]) -> Vec<bool> {
        let mut are = vec![false; self.reads.len()];
        let mut open = true;
        while open {
            open = false;
            for at in 0..self.reads.len() {
                let reads = self.reads.get(at).map_or(&[][..], Vec::as_slice);
                let reads_one = reads.iter().any(|read| are.get(*read as usize).copied().unwrap_or(false));
                if let Some(is) = are.get_mut(at).filter(|is| !**is && (reads_one || facts.contains(&FactId::at(at)))) {
                    (*is, open) = (true, true);
                }
            }
        }
        are
    }

    /// The facts and derived quantities that one of them reads directly.
    #[cfg(feature = "proofs")]
    pub fn read_directly(&self, pack: &Pack, name: Name) -> impl Iterator<Item = Name> {
        let read = vertex(pack, name).and_then(|vertex| self.reads.get(vertex as usize));
        names(pack, read.map_or(&[], Vec::as_slice))
    }

    /// The facts and derived quantities that the cells of a rule read.
    #[cfg(feature = "proofs")]
    pub fn read_by_rule(&self, pack: &Pack, rule: usize) -> impl Iterator<Item = Name> {
        names(pack, self.rules.get(rule).map_or(&[], Vec::as_slice))
    }

    /// Takes those of some facts that any of some names reads, directly or not.
    pub fn read_by(&self, pack: &Pack, names: &[Name], facts: &[FactId]) -> Vec<FactId> {
        let read = self.read_from(pack, names);
        facts.iter().copied().filter(|fact| read.get(fact.index()).copied().unwrap_or(false)).collect()
    }

    /// Which facts, and after them which derived quantities, are some names or are read by any of them, directly or not.
    pub fn read_from(&self, pack: &Pack, names: &[Name]) -> Vec<bool> {
        closure(&self.reads, names.iter().filter_map(|name| vertex(pack, *name)).collect())
    }
}

/// Reads a pack once: which names stand where, and at which constants facts are cut.
struct Reading<'p> {
    pack: &'p Pack,
    /// The vertices that were met since the last [`Reading::done`].
    read: Set<u32>,
    /// By fact.
    cuts: Vec<Set<i64>>,
    /// By fact.
    recorded: Vec<bool>,
}

impl Reading<'_> {
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
    fn definitions(&mut self) -> Vec<Vec<u32>> {
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
    fn rules(&mut self) -> Vec<Vec<u32>> {
        let mut reads = Vec::new();
        for rule in &self.pack.rules {
            self.cells(&rule.when);
            self.cells(&rule.unless);
            reads.push(self.done());
        }
        reads
    }

    /// What rules, with the cells given, actions and compensation read directly.
    fn plan(&mut self, rules: &[Vec<u32>]) -> Vec<u32> {
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

/// By vertex: whether it is one of some, or read by them, directly or not.
fn closure(reads: &[Vec<u32>], mut open: Vec<u32>) -> Vec<bool> {
    let mut seen = vec![false; reads.len()];
    while let Some(at) = open.pop() {
        if let (Some(seen), Some(reads)) = (seen.get_mut(at as usize), reads.get(at as usize))
            && !std::mem::replace(seen, true)
        {
            open.extend_from_slice(reads);
        }
    }
    seen
}

/// Always the first in declared order of those whose `applies` reads only facts that stand before.
fn dependency(facts: usize, reads: &[Vec<u32>]) -> Vec<FactId> {
    let mut read = Vec::new();
    for applies in reads.iter().take(facts) {
        read.push(closure(reads, applies.clone()));
    }
    let mut placed = vec![false; facts];
    let mut order = Vec::new();
    loop {
        let is_next = |(read, placed_itself): (&Vec<bool>, &bool)| {
            !placed_itself && read.iter().zip(&placed).all(|(read, placed)| !read || *placed)
        };
        let Some(next) = read.iter().zip(&placed).position(is_next) else { return order };
        order.push(FactId::at(next));
        if let Some(placed) = placed.get_mut(next) {
            *placed = true;
        }
    }
}
