//! What can be said of a pack before any case: where facts are cut, and in which order diagrams ask for them.

mod reading;

use super::demands::Demands;
use crate::model::{DerivedId, FactId, Name, Pack};
use crate::sorted::Set;

use reading::Reading;

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
pub(super) fn vertex(pack: &Pack, name: Name) -> Option<u32> {
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
        let mut reading = Reading::of(pack);
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
