//! What is true of a case: statements about the set of its completions.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use amends::case::Case;
use amends::model::{ActionId, DerivedId, FactId, Name, Pack, StepId};

use crate::complete::{Known, TooMany, World};
use crate::evaluation::Outcome;
use crate::plan::{Element, Has, Plan, plan};
use crate::reads::record_is_tested;

/// E2: how an element stands over all completions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    Certain,
    Possible,
    Undetermined,
    Excluded,
}

/// W5: whether anything is still worth asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    Yes,
    UnderAssumptions,
    Open,
}

/// Everything that is said of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub completions: usize,
    /// By derived quantity: what it comes to in some completion.
    pub derived: Vec<BTreeSet<Outcome>>,
    /// By element that some completion has: what completions have of it; `None` where one lacks it.
    pub elements: BTreeMap<Element, BTreeSet<Option<Has>>>,
    pub settled: Settled,
    /// By step.
    pub steps: Vec<Settled>,
    /// The facts worth asking, in declared order.
    pub asked: Vec<FactId>,
    /// The facts that would matter and are never asked, in declared order.
    pub unaskable: Vec<FactId>,
    /// The assumed facts that apply in some completion, and whether the assumption matters.
    pub assumptions: BTreeMap<FactId, bool>,
    /// By certain element: the assumed facts that its certainty rests on.
    pub assuming: BTreeMap<Element, Vec<FactId>>,
    /// The actions that recording one more fact may remove.
    pub provisional: BTreeSet<ActionId>,
    /// Given facts that do not apply.
    pub set_aside: BTreeSet<FactId>,
}

impl Answer {
    pub fn status(&self, element: &Element) -> Status {
        let Some(seen) = self.elements.get(element) else { return Status::Excluded };
        let has = |seen: &Option<Has>| seen.as_ref().is_some_and(|has| *has != Has::Undetermined);
        if seen.iter().all(has) {
            Status::Certain
        } else if seen.iter().any(has) {
            Status::Possible
        } else {
            Status::Undetermined
        }
    }
}

/// Everything that is said of a case, by looking at each of its completions.
///
/// # Errors
/// If there are more than `limit` of them, assumptions in place or released.
pub fn ask(pack: &Pack, case: &Case, limit: usize) -> Result<Answer, TooMany> {
    let known = Known::new(pack, case, limit);
    let mut asking = Asking { pack, case, known, plans: HashMap::new(), ids: HashMap::new() };
    let worlds = asking.known.released(&BTreeSet::new())?;
    let elements = asking.elements(&worlds);

    let mut asked = Vec::new();
    let mut unaskable = Vec::new();
    let mut steps = vec![Settled::Yes; pack.steps.len()];
    let mut settled = Settled::Yes;
    let unknown: Vec<FactId> = facts(pack).filter(|fact| asking.known.given[fact.index()].is_none()).collect();
    for fact in unknown {
        let released = asking.known.released(&BTreeSet::from([fact]))?;
        let whole = asking.worth_asking(fact, Scope::Whole, &released);
        if pack.facts[fact.index()].ask.is_none() {
            unaskable.extend(whole.then_some(fact));
        } else if !case.declined.contains(&fact) {
            for (at, step) in steps.iter_mut().enumerate() {
                if asking.worth_asking(fact, Scope::Step(StepId::at(at)), &released) {
                    *step = asking.known.less_settled(*step, fact);
                }
            }
            if whole {
                asked.push(fact);
                settled = asking.known.less_settled(settled, fact);
            }
        }
    }

    let assumed = asking.known.assumed.clone();
    let mut assumptions = BTreeMap::new();
    for fact in assumed.iter().filter(|fact| worlds.iter().any(|world| world.applies[fact.index()])) {
        let released = asking.known.released(&BTreeSet::from([*fact]))?;
        assumptions.insert(*fact, asking.elements(&released) != elements);
    }

    let mut assuming = BTreeMap::new();
    for (element, seen) in &elements {
        if certain(seen) {
            assuming.insert(element.clone(), asking.assuming(element, seen)?);
        }
    }

    Ok(Answer {
        completions: worlds.len(),
        derived: (0..pack.derived.len()).map(|at| asking.outcomes(DerivedId::at(at), &worlds)).collect(),
        settled,
        steps,
        asked,
        unaskable,
        assumptions,
        assuming,
        provisional: (0..pack.actions.len())
            .map(ActionId::at)
            .filter(|action| asking.is_provisional(*action, &worlds))
            .collect(),
        set_aside: asking.known.set_aside.iter().copied().collect(),
        elements,
    })
}

/// E2: every completion has it, and the same of it.
fn certain(seen: &BTreeSet<Option<Has>>) -> bool {
    matches!(seen.first(), Some(Some(has)) if seen.len() == 1 && *has != Has::Undetermined)
}

fn facts(pack: &Pack) -> impl Iterator<Item = FactId> + use<> {
    (0..pack.facts.len()).map(FactId::at)
}

impl Known<'_> {
    /// W5: an assumed fact that is worth asking leaves it settled under assumptions, any other open.
    fn less_settled(&self, settled: Settled, fact: FactId) -> Settled {
        match settled {
            Settled::Yes | Settled::UnderAssumptions if self.assumed.contains(&fact) => Settled::UnderAssumptions,
            _ => Settled::Open,
        }
    }
}

/// What is compared of two plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Scope {
    Whole,
    Step(StepId),
}

struct Asking<'a> {
    pack: &'a Pack,
    case: &'a Case,
    known: Known<'a>,
    /// The plans of the worlds seen so far, numbered so that equal ones have one number.
    plans: HashMap<World, Plan>,
    ids: HashMap<Plan, usize>,
}

impl Asking<'_> {
    fn plan(&mut self, world: &World) -> &Plan {
        let (pack, case) = (self.pack, self.case);
        self.plans.entry(world.clone()).or_insert_with(|| plan(&world.evaluation(pack, case)))
    }

    /// Equal for two worlds exactly if their plans have the same elements within the scope.
    fn identity(&mut self, world: &World, scope: Scope) -> usize {
        let pack = self.pack;
        let mut plan = self.plan(world).clone();
        if let Scope::Step(step) = scope {
            plan.retain(|element, _| element.is_of(step, pack));
        }
        let next = self.ids.len();
        *self.ids.entry(plan).or_insert(next)
    }

    fn elements(&mut self, worlds: &[World]) -> BTreeMap<Element, BTreeSet<Option<Has>>> {
        let plans: Vec<Plan> = worlds.iter().map(|world| self.plan(world).clone()).collect();
        let every: BTreeSet<&Element> = plans.iter().flat_map(Plan::keys).collect();
        every
            .into_iter()
            .map(|element| (element.clone(), plans.iter().map(|plan| plan.get(element).cloned()).collect()))
            .collect()
    }

    fn outcomes(&self, derived: DerivedId, worlds: &[World]) -> BTreeSet<Outcome> {
        worlds.iter().map(|world| world.evaluation(self.pack, self.case).outcome(Name::Derived(derived))).collect()
    }

    /// W1 to W3. `worlds` are the completions, the fact's own default released.
    fn worth_asking(&mut self, fact: FactId, scope: Scope, worlds: &[World]) -> bool {
        let ids: Vec<usize> = worlds.iter().map(|world| self.identity(world, scope)).collect();
        if differ_for(fact, worlds, &ids, &self.known.decided_by(fact)) {
            return true;
        }
        record_is_tested(self.pack, fact)
            && worlds.iter().zip(&ids).filter(|(world, _)| world.applies[fact.index()]).any(|(world, id)| {
                let recorded = self.identity(&with_recorded(world, fact), scope);
                recorded != *id
            })
    }

    /// E4: in declared order, each assumption is dropped if certainty survives.
    fn assuming(&mut self, element: &Element, seen: &BTreeSet<Option<Has>>) -> Result<Vec<FactId>, TooMany> {
        let mut dropped = BTreeSet::new();
        for fact in self.known.assumed.clone() {
            dropped.insert(fact);
            let worlds = self.known.released(&dropped)?;
            let now_seen: BTreeSet<Option<Has>> =
                worlds.iter().map(|world| self.plan(world).get(element).cloned()).collect();
            if now_seen != *seen {
                dropped.remove(&fact);
            }
        }
        Ok(self.known.assumed.difference(&dropped).copied().collect())
    }

    /// E5: in some completion, recording one more fact removes it.
    fn is_provisional(&mut self, action: ActionId, worlds: &[World]) -> bool {
        let element = Element::Action(action);
        let tested: Vec<FactId> = facts(self.pack).filter(|fact| record_is_tested(self.pack, *fact)).collect();
        worlds.iter().any(|world| {
            self.plan(world).get(&element) == Some(&Has::Present)
                && tested
                    .iter()
                    .filter(|fact| world.applies[fact.index()] && !world.recorded[fact.index()])
                    .any(|fact| self.plan(&with_recorded(world, *fact)).get(&element) != Some(&Has::Present))
        })
    }
}

fn with_recorded(world: &World, fact: FactId) -> World {
    let mut world = world.clone();
    world.recorded[fact.index()] = true;
    world
}

/// W1: whether two of the worlds differ in this fact alone, and in facts whose applicability it decides, and have
/// different plans. Worlds that differ in a fact that `decided` does not name are not looked at together.
fn differ_for(fact: FactId, worlds: &[World], ids: &[usize], decided: &BTreeSet<FactId>) -> bool {
    let mut alike: HashMap<Vec<&_>, Vec<usize>> = HashMap::new();
    for (at, world) in worlds.iter().enumerate() {
        let others = (0..world.values.len()).map(FactId::at).filter(|other| *other != fact && !decided.contains(other));
        alike.entry(others.map(|other| &world.values[other.index()]).collect()).or_default().push(at);
    }
    alike.values().any(|alike| {
        alike.iter().enumerate().any(|(at, one)| {
            alike[at + 1..]
                .iter()
                .any(|other| ids[*one] != ids[*other] && differ_in_it_alone(fact, &worlds[*one], &worlds[*other]))
        })
    })
}

fn differ_in_it_alone(fact: FactId, one: &World, other: &World) -> bool {
    (0..one.values.len()).all(|at| {
        let differ = one.values[at] != other.values[at];
        if at == fact.index() { differ } else { !differ || one.applies[at] != other.applies[at] }
    })
}
