//! A pack and a case that fail, made as small as they can be.

use std::collections::HashSet;

use amends::case::Case;
use amends::model::{Definition, Pack, When};
use oracle::print;

/// Takes away from a pack and a case whatever the failure does not need, for as long as it stays.
pub fn shrink(mut pack: Pack, mut case: Case, fails: impl Fn(&Pack, &Case) -> bool) -> (Pack, Case) {
    loop {
        let smaller = candidates(&pack, &case).into_iter().find(|(pack, case)| fails(pack, case));
        match smaller {
            Some(smaller) => (pack, case) = smaller,
            None => return (pack, case),
        }
    }
}

/// Each one step smaller. Nothing that other parts refer to by position is taken away.
fn candidates(pack: &Pack, case: &Case) -> Vec<(Pack, Case)> {
    let mut smaller = Vec::new();
    let mut with = |change: &dyn Fn(&mut Pack)| {
        let mut changed = pack.clone();
        change(&mut changed);
        if changed != *pack {
            smaller.push((changed, case.clone()));
        }
    };
    for at in 0..pack.rules.len() {
        with(&|pack| drop(pack.rules.remove(at)));
        with(&|pack| pack.rules[at].when = When::always());
        with(&|pack| pack.rules[at].unless = When::never());
        with(&|pack| pack.rules[at].recommend.truncate(1));
        with(&|pack| pack.rules[at].avoid.clear());
        with(&|pack| pack.rules[at].skip.clear());
        for set in 0..pack.rules[at].with.len() {
            with(&|pack| drop(pack.rules[at].with.remove(set)));
        }
        for demand in 0..pack.rules[at].demands.len() {
            with(&|pack| {
                pack.rules[at].demands.remove(demand);
            });
        }
        for clause in 1..pack.rules[at].when.0.len() {
            with(&|pack| drop(pack.rules[at].when.0.remove(clause)));
        }
    }
    for table in 0..pack.tables.len() {
        with(&|pack| pack.tables[table].when = When::always());
        for row in 0..pack.tables[table].rows.len() {
            with(&|pack| drop(pack.tables[table].rows.remove(row)));
            with(&|pack| pack.tables[table].rows[row].when = When::always());
            with(&|pack| pack.tables[table].rows[row].unless = When::never());
        }
    }
    with(&|pack| drop(pack.compensation.take()));
    with(&|pack| pack.actions.iter_mut().for_each(|action| action.must = false));
    for fact in 0..pack.facts.len() {
        with(&|pack| pack.facts[fact].applies = When::always());
        with(&|pack| pack.facts[fact].default = None);
        with(&|pack| pack.facts[fact].usual = None);
    }
    if !last_derived_is_read(pack) {
        with(&remove_last_derived);
    }
    for fact in 0..case.given.len() {
        let mut changed = case.clone();
        if changed.given[fact].take().is_some() {
            smaller.push((pack.clone(), changed));
        }
    }
    for changed in [Case { declined: Vec::new(), ..case.clone() }, Case { role: None, ..case.clone() }] {
        if changed != *case {
            smaller.push((pack.clone(), changed));
        }
    }
    smaller
}

/// How many derived quantities go with the last one: all outputs of its table.
fn last_together(pack: &Pack) -> usize {
    match pack.derived.last().map(|derived| &derived.definition) {
        Some(Definition::Output { table, .. }) => pack.tables[table.index()].outputs.len(),
        Some(_) => 1,
        None => 0,
    }
}

/// Whether rules, `applies` or the compensation read what is derived last; nothing else can.
fn last_derived_is_read(pack: &Pack) -> bool {
    let kept = pack.derived.len() - last_together(pack);
    let text = print::pack(pack);
    let readers = ["fact ", "rule ", "compensation "];
    let reading = text.lines().filter(|line| readers.iter().any(|reader| line.starts_with(reader)));
    let read: HashSet<&str> =
        reading.flat_map(|line| line.split(|sign: char| !sign.is_alphanumeric() && sign != '_')).collect();
    pack.derived[kept..].iter().any(|derived| read.contains(derived.id.as_str()))
}

fn remove_last_derived(pack: &mut Pack) {
    let removed = pack.derived.split_off(pack.derived.len() - last_together(pack));
    if removed.iter().any(|derived| matches!(derived.definition, Definition::Output { .. })) {
        pack.tables.pop();
    }
}
