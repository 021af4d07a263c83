//! The completions of a case.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use amends::case::Case;
use amends::model::{FactId, Pack, Type, Value};

use crate::evaluation::Evaluation;
use crate::reads::{Reads, record_is_tested};

/// A complete case: a value for every fact, and the record of which of them were given.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct World {
    /// By fact.
    pub values: Vec<Value>,
    /// By fact: whether it applies in this world.
    pub applies: Vec<bool>,
    /// By fact: whether the case gives it.
    pub recorded: Vec<bool>,
}

impl World {
    pub fn evaluation<'a>(&'a self, pack: &'a Pack, case: &Case) -> Evaluation<'a> {
        Evaluation::new(pack, &self.values, &self.recorded, case.now, case.role)
    }
}

/// The case has more completions than one is willing to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany;

/// A case held against its pack: what is known, assumed and set aside.
pub struct Known<'a> {
    pub pack: &'a Pack,
    pub case: &'a Case,
    /// Facts in dependency, then declared order (C8).
    order: Vec<FactId>,
    /// By fact: what is given and not set aside.
    pub given: Vec<Option<Value>>,
    /// In the order in which they are held against `applies`.
    pub set_aside: Vec<FactId>,
    /// The facts whose default is assumed, in declared order.
    pub assumed: BTreeSet<FactId>,
    limit: usize,
}

impl<'a> Known<'a> {
    /// Holds a case against its pack; no more than `limit` completions will be looked at.
    pub fn new(pack: &'a Pack, case: &'a Case, limit: usize) -> Self {
        let mut known = Known {
            pack,
            case,
            order: dependency_order(pack),
            given: vec![None; pack.facts.len()],
            set_aside: Vec::new(),
            assumed: BTreeSet::new(),
            limit,
        };
        // C6, C8: what is given restricts the completions; what would leave none is set aside.
        for fact in known.order.clone() {
            let Some(value) = case.value(fact) else { continue };
            known.given[fact.index()] = Some(value.clone());
            if !known.has_completions() {
                known.given[fact.index()] = None;
                known.set_aside.push(fact);
            }
        }
        // C7: a default that would set a given value aside is not assumed.
        for fact in known.order.clone() {
            let declared = &pack.facts[fact.index()];
            if declared.default.is_none() || known.given[fact.index()].is_some() {
                continue;
            }
            known.assumed.insert(fact);
            if !known.has_completions() {
                known.assumed.remove(&fact);
            }
        }
        known
    }

    fn has_completions(&self) -> bool {
        let mut found = false;
        let _ = self.each(&self.assumed, &mut |_| {
            found = true;
            ControlFlow::Break(())
        });
        found
    }

    /// C9: every completion of the case, with these facts released from their defaults.
    ///
    /// # Errors
    /// If there are more than the limit.
    pub fn released(&self, released: &BTreeSet<FactId>) -> Result<Vec<World>, TooMany> {
        self.completions(&self.assumed.difference(released).copied().collect())
    }

    /// The facts whose applicability rests on `fact`, directly or not.
    pub fn decided_by(&self, fact: FactId) -> BTreeSet<FactId> {
        let reads = |other: &FactId| Reads::of_applies(self.pack, *other).contains(&fact);
        self.order.iter().copied().filter(reads).collect()
    }

    fn completions(&self, assumed: &BTreeSet<FactId>) -> Result<Vec<World>, TooMany> {
        let mut worlds = Vec::new();
        let stopped = self.each(assumed, &mut |world| {
            worlds.push(world);
            if worlds.len() > self.limit { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if stopped.is_break() { Err(TooMany) } else { Ok(worlds) }
    }

    fn each(&self, assumed: &BTreeSet<FactId>, visit: &mut impl FnMut(World) -> ControlFlow<()>) -> ControlFlow<()> {
        let facts = self.pack.facts.len();
        let recorded = self.given.iter().map(Option::is_some).collect();
        let blank = World { values: vec![Value::None; facts], applies: vec![false; facts], recorded };
        self.extend(blank, &self.order, assumed, visit)
    }

    fn extend(
        &self,
        world: World,
        rest: &[FactId],
        assumed: &BTreeSet<FactId>,
        visit: &mut impl FnMut(World) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let Some((fact, rest)) = rest.split_first() else { return visit(world) };
        // All that `applies` reads comes before the fact, so it stands in the world already.
        let applies = world.evaluation(self.pack, self.case).applies(*fact);
        for value in self.possible(*fact, applies, assumed) {
            let mut world = world.clone();
            world.values[fact.index()] = value;
            world.applies[fact.index()] = applies;
            self.extend(world, rest, assumed, visit)?;
        }
        ControlFlow::Continue(())
    }

    /// The values that a fact can have where it applies or does not: of its domain (C3, C4), those that agree with what
    /// is given (C6), and where it applies with what is assumed (C7).
    fn possible(&self, fact: FactId, applies: bool, assumed: &BTreeSet<FactId>) -> Domain<'_> {
        let declared = &self.pack.facts[fact.index()];
        match (&self.given[fact.index()], &declared.default) {
            (Some(given), _) if !applies || *given == Value::None => {
                let can_be_none = !applies || declared.optional;
                Box::new((can_be_none && *given == Value::None).then_some(Value::None).into_iter())
            }
            (Some(given), _) => Box::new(std::iter::once(given.clone())),
            (None, _) if !applies => Box::new(std::iter::once(Value::None)),
            (None, Some(default)) if assumed.contains(&fact) => Box::new(std::iter::once(default.clone())),
            (None, _) => domain(&declared.kind, declared.optional),
        }
    }
}

/// The values that a fact may have, one after the other.
pub type Domain<'a> = Box<dyn Iterator<Item = Value> + 'a>;

/// C3: the values of a type, and `none` where a fact is optional. Of texts, which nothing tests, one stands for all.
pub fn domain(kind: &Type, optional: bool) -> Domain<'static> {
    let none = optional.then_some(Value::None);
    match kind {
        Type::Several(choices) => Box::new((0..1_u64 << choices.len()).map(Value::Set).chain(none)),
        Type::Text => Box::new(std::iter::once(Value::Text(String::new())).chain(none)),
        Type::Role => panic!("no fact is a role"),
        _ => {
            let (min, max) = kind.range().expect("a scalar type");
            Box::new((min..=max).map(Value::Scalar).chain(none))
        }
    }
}

/// C8: always the first in declared order of those whose `applies` reads only facts that came before.
fn dependency_order(pack: &Pack) -> Vec<FactId> {
    let facts: Vec<FactId> = (0..pack.facts.len()).map(FactId::at).collect();
    let reads: Vec<BTreeSet<FactId>> = facts.iter().map(|fact| Reads::of_applies(pack, *fact)).collect();
    let mut order: Vec<FactId> = Vec::new();
    while order.len() < facts.len() {
        let next = facts
            .iter()
            .find(|fact| !order.contains(fact) && reads[fact.index()].iter().all(|before| order.contains(before)));
        order.push(*next.expect("`applies` forms no cycles"));
    }
    order
}

/// All complete cases of a pack with all records; `None` if there are more than `limit`. `today`, in days since
/// 1970-01-01, is their date.
pub fn every_case(pack: &Pack, today: i64, limit: usize) -> Option<Vec<World>> {
    let case = Case::empty(pack.facts.len(), today);
    let known = Known::new(pack, &case, limit);
    let mut worlds = known.released(&known.assumed).ok()?;
    for fact in (0..pack.facts.len()).map(FactId::at).filter(|fact| record_is_tested(pack, *fact)) {
        let recorded = worlds.clone().into_iter().map(|mut world| {
            world.recorded[fact.index()] = true;
            world
        });
        worlds.extend(recorded.collect::<Vec<_>>());
        if worlds.len() > limit {
            return None;
        }
    }
    Some(worlds)
}
