//! The order in which what follows from the facts can be worked out.

use std::collections::BTreeSet;

use crate::model::{Definition, End, Entry, Formula, Name, Pack, Table, Test, When};

/// Positions: facts first, then the derived.
pub(super) struct Order {
    /// Declared positions of the derived, each after all that it reads.
    pub derived: Vec<usize>,
    /// Definitions that go round in a circle, each reading the next and the last the first.
    pub cycles: Vec<Vec<Name>>,
}

fn position(pack: &Pack, name: &Name) -> Option<usize> {
    match name {
        Name::Fact(fact) => Some(fact.index()),
        Name::Derived(derived) => derived.index().checked_add(pack.facts.len()),
        Name::Now => None,
    }
}

/// Sorts topologically, as near to the declared order as can be (Kahn 1962, the first ready one first).
pub(super) fn order(pack: &Pack) -> Order {
    let facts = pack.facts.len();
    let reads: Vec<BTreeSet<usize>> = (0..facts.saturating_add(pack.derived.len()))
        .map(|at| read_by(pack, at).iter().filter_map(|name| position(pack, name)).collect())
        .collect();
    let mut readers: Vec<Vec<usize>> = vec![Vec::new(); reads.len()];
    for (reader, read) in reads.iter().enumerate() {
        for at in read {
            if let Some(readers) = readers.get_mut(*at) {
                readers.push(reader);
            }
        }
    }
    let mut open: Vec<usize> = reads.iter().map(BTreeSet::len).collect();
    let mut ready: BTreeSet<usize> =
        open.iter().enumerate().filter(|(_, open)| **open == 0).map(|(at, _)| at).collect();
    let mut left: BTreeSet<usize> = (0..reads.len()).collect();
    let mut order = Order { derived: Vec::new(), cycles: Vec::new() };
    loop {
        while let Some(at) = ready.pop_first() {
            if !left.remove(&at) {
                continue;
            }
            order.derived.extend(at.checked_sub(facts));
            for reader in readers.get(at).into_iter().flatten() {
                if let Some(open) = open.get_mut(*reader) {
                    *open = open.saturating_sub(1);
                    if *open == 0 {
                        ready.insert(*reader);
                    }
                }
            }
        }
        let Some(cycle) = cycle(&left, &reads) else { return order };
        let name = |at: &usize| match at.checked_sub(facts) {
            Some(derived) => Name::Derived(crate::model::DerivedId::at(derived)),
            None => Name::Fact(crate::model::FactId::at(*at)),
        };
        order.cycles.push(cycle.iter().map(name).collect());
        ready.extend(cycle);
    }
}

/// Positions of what is read together: by each definition with its own, and by the cells of each rule.
pub(super) fn edges(pack: &Pack) -> Vec<BTreeSet<usize>> {
    let mut edges = Vec::new();
    for at in 0..pack.facts.len().saturating_add(pack.derived.len()) {
        edges.push(read_by(pack, at).iter().filter_map(|name| position(pack, name)).chain([at]).collect());
    }
    for rule in &pack.rules {
        let mut names = Vec::new();
        in_cells(&rule.when, &mut names);
        in_cells(&rule.unless, &mut names);
        edges.push(names.iter().filter_map(|name| position(pack, name)).collect());
    }
    edges
}

/// Some circle among the positions that are left: each of them reads another of them, so any walk comes round.
fn cycle(left: &BTreeSet<usize>, reads: &[BTreeSet<usize>]) -> Option<Vec<usize>> {
    let mut walk: Vec<usize> = vec![*left.first()?];
    let mut seen: BTreeSet<usize> = walk.iter().copied().collect();
    loop {
        let last = walk.last()?;
        let next = *reads.get(*last)?.iter().find(|next| left.contains(next))?;
        if !seen.insert(next) {
            let start = walk.iter().position(|at| *at == next)?;
            return Some(walk.split_off(start));
        }
        walk.push(next);
    }
}

/// What a fact's `applies`, or the definition of something derived, reads.
fn read_by(pack: &Pack, at: usize) -> Vec<Name> {
    let mut names = Vec::new();
    if let Some(fact) = pack.facts.get(at) {
        in_cells(&fact.applies, &mut names);
        return names;
    }
    let derived = at.checked_sub(pack.facts.len()).and_then(|at| pack.derived.get(at));
    match derived.map(|derived| &derived.definition) {
        Some(Definition::Condition(condition)) => {
            in_cells(&condition.when, &mut names);
            in_cells(&condition.unless, &mut names);
        }
        Some(Definition::Output { table, .. }) => {
            if let Some(table) = pack.tables.get(table.index()) {
                in_table(table, &mut names);
            }
        }
        Some(Definition::Value(value)) => {
            let formulas = [Some(&value.formula), value.at_most.as_ref(), value.at_least.as_ref()];
            formulas.into_iter().flatten().for_each(|formula| in_formula(formula, &mut names));
        }
        None => {}
    }
    names
}

/// A table is decided as a whole: each of its outputs reads what any of its rows does.
fn in_table(table: &Table, names: &mut Vec<Name>) {
    in_cells(&table.when, names);
    for row in &table.rows {
        in_cells(&row.when, names);
        in_cells(&row.unless, names);
        if row.grounds.valid_from.is_some() || row.grounds.valid_until.is_some() {
            names.push(table.dated_by);
        }
        for entry in &row.entries {
            if let Entry::Formula(formula) = entry {
                in_formula(formula, names);
            }
        }
    }
}

fn in_formula(formula: &Formula, names: &mut Vec<Name>) {
    formula.each_name(&mut |name| names.push(name));
}

fn in_cells(when: &When, names: &mut Vec<Name>) {
    for cell in when.cells() {
        names.push(cell.of);
        cell.tests.iter().for_each(|test| in_test(test, names));
    }
}

fn in_test(test: &Test, names: &mut Vec<Name>) {
    let mut end = |end: &End| {
        if let End::Name(name) = end {
            names.push(*name);
        }
    };
    match test {
        Test::Is(of) => end(of),
        Test::Range { low, high } => low.iter().chain(high).for_each(|bound| end(&bound.end)),
        Test::Not(tests) => tests.iter().for_each(|test| in_test(test, names)),
        Test::Any | Test::None | Test::Unknown => {}
    }
}
