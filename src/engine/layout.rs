//! What can be said of a pack before any case: where facts are cut, and in which order diagrams ask for them.

use super::known::{each_cut, look_at_record};
use crate::model::{Argument, Definition, DerivedId, Entry, FactId, Formula, Name, Pack, Table, When};
use crate::sorted;

/// The pack's static analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// By fact: the scalars at which a new piece of its domain begins, ascending.
    pub cuts: Vec<Vec<i64>>,
    /// Facts in the order of their variables.
    pub order: Vec<FactId>,
    /// Facts in the order in which they are held against `applies`: what it reads first, then as declared.
    pub dependency: Vec<FactId>,
    /// By fact: whether an `unknown` cell tests it.
    pub recorded: Vec<bool>,
    /// What rules, actions and compensation read, directly or not, in evaluation order.
    pub read_by_plan: Vec<DerivedId>,
    /// By vertex: whether any of that reads it.
    read: Vec<bool>,
    /// By vertex: the vertices that it reads directly.
    reads: Vec<Vec<usize>>,
}

/// Facts and derived quantities, numbered in this order; both as declared, which for derived ones is the order in which
/// they are evaluated.
fn vertex(pack: &Pack, name: Name) -> Option<usize> {
    match name {
        Name::Fact(fact) => Some(fact.index()),
        Name::Derived(derived) => Some(pack.facts.len().saturating_add(derived.index())),
        Name::Now => None,
    }
}

impl Layout {
    pub fn of(pack: &Pack) -> Layout {
        let facts = pack.facts.len();
        let reads = reads(pack);
        let mut layout = Layout {
            cuts: vec![Vec::new(); facts],
            order: force(pack, &reads),
            dependency: dependency(facts, &reads),
            recorded: vec![false; facts],
            read_by_plan: Vec::new(),
            read: closure(&reads, read_by_plan(pack)),
            reads,
        };
        for (derived, read) in layout.read.iter().skip(facts).enumerate() {
            if *read {
                layout.read_by_plan.push(DerivedId::at(derived));
            }
        }
        each_condition(pack, &mut |when| layout.cut(pack, when));
        for table in &pack.tables {
            if let Name::Fact(fact) = table.dated_by
                && let Some(cuts) = layout.cuts.get_mut(fact.index())
            {
                for row in &table.rows {
                    cuts.extend(row.grounds.valid_from);
                    cuts.extend(row.grounds.valid_until.map(|last| last.saturating_add(1)));
                }
            }
        }
        for cuts in &mut layout.cuts {
            sorted::sort_unique(cuts);
        }
        layout
    }

    /// Whether rules, actions or compensation read a fact, directly or not.
    pub fn is_read(&self, fact: FactId) -> bool {
        self.read.get(fact.index()).copied().unwrap_or(true)
    }

    /// Takes those of some facts that any of some names reads, directly or not.
    pub fn read_by(&self, pack: &Pack, names: &[Name], facts: &[FactId]) -> Vec<FactId> {
        let read = closure(&self.reads, names.iter().filter_map(|name| vertex(pack, *name)).collect());
        facts.iter().copied().filter(|fact| read.get(fact.index()).copied().unwrap_or(false)).collect()
    }

    /// Cuts the facts that some cells test.
    fn cut(&mut self, pack: &Pack, when: &When) {
        for cell in when.cells() {
            let Name::Fact(fact) = cell.of else { continue };
            if let Some(cuts) = self.cuts.get_mut(fact.index()) {
                each_cut(&cell.tests, pack, &mut |scalar| cuts.push(scalar));
            }
            if let Some(recorded) = self.recorded.get_mut(fact.index()) {
                *recorded |= look_at_record(&cell.tests);
            }
        }
    }
}

/// Every `applies`, gate, `when` and `unless` of the pack.
fn each_condition<'p>(pack: &'p Pack, visit: &mut dyn FnMut(&'p When)) {
    for fact in &pack.facts {
        visit(&fact.applies);
    }
    for derived in &pack.derived {
        if let Definition::Condition(condition) = &derived.definition {
            visit(&condition.when);
            visit(&condition.unless);
        }
    }
    for table in &pack.tables {
        visit(&table.when);
        for row in &table.rows {
            visit(&row.when);
            visit(&row.unless);
        }
    }
    for rule in &pack.rules {
        visit(&rule.when);
        visit(&rule.unless);
    }
}

/// Gathers the vertices of names.
struct Reading<'p> {
    pack: &'p Pack,
    read: Vec<usize>,
}

impl<'p> Reading<'p> {
    fn new(pack: &'p Pack) -> Self {
        Reading { pack, read: Vec::new() }
    }

    fn name(&mut self, name: Name) {
        self.read.extend(vertex(self.pack, name));
    }

    fn cells(&mut self, when: &When) {
        when.each_name(&mut |name| self.name(name));
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
            if row.grounds.valid_from.or(row.grounds.valid_until).is_some() {
                self.name(table.dated_by);
            }
            self.cells(&row.when);
            self.cells(&row.unless);
            row.entries.iter().for_each(|entry| self.entry(entry));
        }
    }

    /// What was read, ascending.
    fn done(mut self) -> Vec<usize> {
        sorted::sort_unique(&mut self.read);
        self.read
    }
}

/// By vertex: what a fact, output, condition or value reads directly. A table's outputs all read what any of its rows
/// reads.
fn reads(pack: &Pack) -> Vec<Vec<usize>> {
    let mut reads = Vec::with_capacity(pack.facts.len().saturating_add(pack.derived.len()));
    for fact in &pack.facts {
        let mut reading = Reading::new(pack);
        reading.cells(&fact.applies);
        reads.push(reading.done());
    }
    for derived in &pack.derived {
        let mut reading = Reading::new(pack);
        match &derived.definition {
            Definition::Condition(condition) => {
                reading.cells(&condition.when);
                reading.cells(&condition.unless);
            }
            Definition::Output { table, .. } => {
                pack.tables.get(table.index()).into_iter().for_each(|table| reading.table(table));
            }
            Definition::Value(value) => {
                reading.formula(&value.formula);
                value.at_most.iter().for_each(|bound| reading.formula(bound));
                value.at_least.iter().for_each(|bound| reading.formula(bound));
            }
        }
        reads.push(reading.done());
    }
    reads
}

/// What rules, actions and compensation read directly.
fn read_by_plan(pack: &Pack) -> Vec<usize> {
    let mut reading = Reading::new(pack);
    for rule in &pack.rules {
        reading.cells(&rule.when);
        reading.cells(&rule.unless);
        rule.with.iter().for_each(|(_, entry)| reading.entry(entry));
    }
    for say in pack.actions.iter().filter_map(|action| action.say.as_ref()) {
        for (_, argument) in &say.args {
            if let Argument::Name(name) = argument {
                reading.name(*name);
            }
        }
    }
    if let Some(compensation) = &pack.compensation {
        reading.name(Name::Derived(compensation.amount));
        compensation.form.iter().for_each(|form| reading.name(Name::Derived(*form)));
        compensation.legal_minimum.iter().for_each(|minimum| reading.name(*minimum));
        compensation.at_most.iter().for_each(|bound| reading.formula(bound));
    }
    reading.done()
}

/// By vertex: whether it is one of some, or read by them, directly or not.
fn closure(reads: &[Vec<usize>], mut open: Vec<usize>) -> Vec<bool> {
    let mut seen = vec![false; reads.len()];
    while let Some(at) = open.pop() {
        if let (Some(seen), Some(reads)) = (seen.get_mut(at), reads.get(at))
            && !std::mem::replace(seen, true)
        {
            open.extend_from_slice(reads);
        }
    }
    seen
}

/// Always the first in declared order of those whose `applies` reads only facts that stand before.
fn dependency(facts: usize, reads: &[Vec<usize>]) -> Vec<FactId> {
    let mut waiting: Vec<(usize, Vec<bool>)> =
        reads.iter().take(facts).enumerate().map(|(fact, reads_of)| (fact, closure(reads, reads_of.clone()))).collect();
    let mut order = Vec::new();
    loop {
        let is_next = |(_, read): &(usize, Vec<bool>)| {
            !waiting.iter().any(|(other, _)| read.get(*other).copied().unwrap_or(false))
        };
        let Some(next) = waiting.iter().position(is_next) else { return order };
        order.push(FactId::at(waiting.remove(next).0));
    }
}

/// An order of facts in which those that are tested together stand close: FORCE (Aloul, Markov & Sakallah 2003).
///
/// Vertices are facts and derived quantities; every rule, and every definition with what it reads, pulls its members
/// to their common centre.
fn force(pack: &Pack, reads: &[Vec<usize>]) -> Vec<FactId> {
    const ROUNDS: usize = 40;
    let mut edges = reads.to_vec();
    for (own, edge) in edges.iter_mut().enumerate() {
        edge.push(own);
        sorted::sort_unique(edge);
    }
    for rule in &pack.rules {
        let mut reading = Reading::new(pack);
        reading.cells(&rule.when);
        reading.cells(&rule.unless);
        edges.push(reading.done());
    }
    edges.retain(|edge| edge.len() > 1);

    let as_position = |at: usize| f64::from(u32::try_from(at).unwrap_or(u32::MAX));
    let mut order: Vec<usize> = (0..reads.len()).collect();
    let mut position: Vec<f64> = order.iter().map(|at| as_position(*at)).collect();
    for _ in 0..ROUNDS {
        let mut pulled = vec![(0.0, 0.0); reads.len()];
        for edge in &edges {
            let sum: f64 = edge.iter().filter_map(|at| position.get(*at)).sum();
            let centre = sum / as_position(edge.len());
            for at in edge {
                if let Some((total, count)) = pulled.get_mut(*at) {
                    *total += centre;
                    *count += 1.0;
                }
            }
        }
        for (own, (total, count)) in position.iter_mut().zip(pulled) {
            if count > 0.0 {
                *own = total / count;
            }
        }
        let of = |vertex: &usize| position.get(*vertex).copied().unwrap_or(0.0);
        sorted::sort_by(&mut order, &|a, b| of(a).total_cmp(&of(b)).then(a.cmp(b)));
        for (rank, at) in order.iter().enumerate() {
            if let Some(position) = position.get_mut(*at) {
                *position = as_position(rank);
            }
        }
    }
    order.retain(|vertex| *vertex < pack.facts.len());
    order.into_iter().map(FactId::at).collect()
}
