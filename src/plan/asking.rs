//! What is still worth asking, and what rests on assumptions.

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::diagram::{LeafId, Node, Variable};
use crate::engine::leaf::Leaf;
use crate::engine::record::Record;
use crate::engine::world::World;
use crate::model::{FactId, StepId};
use crate::sorted::{self, Map, Set};

use super::Settled;
use super::elements::{Elements, Key};

/// Which facts matter, for the whole plan and for each step.
#[derive(Debug, Clone)]
pub struct Asking {
    /// Facts that are worth asking, with the expected drop in uncertainty for their cost, best first.
    pub questions: Vec<(FactId, f64)>,
    /// Facts that would matter and are never asked, in declared order.
    pub unaskable: Vec<FactId>,
    pub settled: Settled,
    /// By step.
    pub steps: Vec<Settled>,
    /// The assumed facts whose release changes the plan.
    pub mattering: Set<FactId>,
}

/// Which facts the elements of each step depend on; those of no single step stand under `None`.
type Relevance = Map<Option<StepId>, Set<FactId>>;

/// What is worth asking of a case.
pub fn asking(engine: &Engine, case: &Case, record: &Record, world: &mut World<'_>, base: &Elements) -> Asking {
    let mut relevance = Relevance::default();
    find(world, base, &mut relevance, None);
    let unknown: Vec<FactId> = relevance.values().flatten().copied().collect::<Set<FactId>>().into_iter().collect();
    let nodes = base_nodes(world, base);
    let drops = world.drops(&nodes, &unknown);
    let mut scores: Map<FactId, f64> = unknown.iter().copied().zip(drops).collect();
    let mut mattering = Set::default();
    let certain = known(world, base);
    for fact in record.assumed.iter().copied().filter(|fact| engine.layout.is_read(*fact)) {
        let (mut released, elements) = release(engine, case, record, world, &[fact]);
        if known(&mut released, &elements) != certain || order_differs(world, base, &mut released, &elements, fact) {
            mattering.insert(fact);
        }
        if find(&mut released, &elements, &mut relevance, Some(fact)) {
            let nodes = base_nodes(&mut released, &elements);
            scores.extend(released.drops(&nodes, &[fact]).first().map(|drop| (fact, *drop)));
        }
    }
    summarise(engine, case, record, relevance, &scores, mattering)
}

/// The case with some of its assumptions left unknown.
pub fn release<'p>(
    engine: &'p Engine,
    case: &Case,
    record: &Record,
    world: &World<'p>,
    facts: &[FactId],
) -> (World<'p>, Elements) {
    let record = record.releasing(facts);
    World::build_with(&engine.pack, &engine.layout, case.now, &record, world.found(), |world| {
        Elements::of(world, case.role)
    })
}

/// The assumed facts that each action's certainty rests on.
pub struct Assuming<'p> {
    world: World<'p>,
    presence: Vec<Node>,
    defaults: Vec<(FactId, Vec<(Variable, u16)>)>,
}

impl<'p> Assuming<'p> {
    /// Releases all assumptions at once, as variables that can be fixed again.
    pub fn of(engine: &'p Engine, case: &Case, record: &Record, world: &World<'p>) -> Self {
        let (mut world, elements) = release(engine, case, record, world, &record.assumed);
        let default = |fact: &FactId| engine.pack.facts.get(fact.index()).and_then(|fact| fact.default.as_ref());
        let defaults =
            record.assumed.iter().filter_map(|fact| Some((*fact, world.atoms_of(*fact, default(fact)?)))).collect();
        world.constraint = world.recording(world.constraint, None);
        let presence = elements.presence.iter().map(|truth| world.recording(*truth, None)).collect();
        Assuming { world, presence, defaults }
    }

    /// In declared order each assumption is dropped if certainty survives without it and those dropped before; the
    /// rest are what the presence of an action rests on.
    pub fn of_action(&mut self, action: usize) -> Vec<FactId> {
        let Some(presence) = self.presence.get(action).copied() else { return Vec::new() };
        let mut kept = Vec::new();
        let mut fixed: Map<FactId, Vec<(Variable, u16)>> = self.defaults.iter().cloned().collect();
        for (fact, _) in self.defaults.clone() {
            let own = fixed.remove(&fact).unwrap_or_default();
            let atoms: Map<Variable, u16> = fixed.values().flatten().copied().collect();
            let atom = |variable: Variable| atoms.get(&variable).copied();
            let there = self.world.diagrams.restrict(self.world.constraint, &atom);
            let holds = self.world.diagrams.restrict(presence, &atom);
            if self.world.diagrams.leaves_under(there, holds) != [1] {
                fixed.insert(fact, own);
                kept.push(fact);
            }
        }
        kept
    }
}

fn base_nodes(world: &mut World<'_>, elements: &Elements) -> Vec<Node> {
    let mut nodes = Vec::new();
    elements.each(world.pack, &mut |_, _, node| nodes.push(node));
    nodes.into_iter().map(|node| world.recording(node, None)).collect()
}

/// What is known of each element that some completion has: its leaves over all completions.
fn known(world: &mut World<'_>, elements: &Elements) -> Map<Key, Vec<LeafId>> {
    let absent = world.leaves.id(Leaf::Absent);
    let mut nodes = Vec::new();
    elements.each(world.pack, &mut |key, _, node| nodes.push((key, node)));
    let leaves = nodes.into_iter().map(|(key, node)| {
        let node = world.recording(node, None);
        (key, world.diagrams.leaves_under(world.constraint, node))
    });
    leaves.filter(|(_, leaves)| *leaves != [0] && *leaves != [absent]).collect()
}

/// Whether the order of actions is open in another way once an assumption is released.
fn order_differs(
    world: &mut World<'_>,
    base: &Elements,
    released: &mut World<'_>,
    elements: &Elements,
    fact: FactId,
) -> bool {
    if !order_facts(released, elements, None).contains(&fact) {
        return false;
    }
    let open_pairs = |world: &mut World<'_>, elements: &Elements| {
        let pairs = elements.ordering.inversions(world, &elements.rules, &elements.presence);
        let pairs = pairs.into_iter().map(|(first, second, node)| (first, second, world.recording(node, None)));
        let pairs: Vec<_> = pairs.collect();
        let leaves = pairs
            .into_iter()
            .map(|(first, second, node)| (first, second, world.diagrams.leaves_under(world.constraint, node)));
        leaves.filter(|(_, _, leaves)| *leaves != [0]).collect::<Vec<_>>()
    };
    open_pairs(world, base) != open_pairs(released, elements)
}

/// The unknown facts that the order of all actions, or of those of one step, may depend on.
fn order_facts(world: &mut World<'_>, elements: &Elements, scope: Option<StepId>) -> Set<FactId> {
    let nodes = elements.ordering.depends_on(world.pack, &elements.rules, &elements.presence, scope);
    world.relevant(&nodes)
}

/// Adds the facts that matter, step by step; only `only` if that is given. Whether any was found.
fn find(world: &mut World<'_>, elements: &Elements, relevance: &mut Relevance, only: Option<FactId>) -> bool {
    let mut by_step: Map<Option<StepId>, Vec<Node>> = Map::default();
    elements.each(world.pack, &mut |_, step, node| by_step.or_default(step).push(node));
    let mut found: Relevance =
        by_step.into_iter().map(|(step, nodes)| (step, depended_on(world, &nodes, only))).collect();
    // The order of actions is looked at only where it could add a fact.
    let whole: Set<FactId> = found.values().flatten().copied().collect();
    let mut scopes: Vec<Option<StepId>> = Vec::new();
    let open_steps = elements.ordering.open_steps(world.pack, &elements.rules, &elements.presence);
    for scope in [None].into_iter().chain(open_steps.into_iter().map(Some)) {
        let mut facts = order_facts(world, elements, scope);
        facts.retain(|fact| only.is_none_or(|only| only == *fact));
        let known = if scope.is_none() { Some(&whole) } else { found.get(&scope) };
        if !known.map_or(facts.is_empty(), |known| facts.iter().all(|fact| known.contains(fact))) {
            scopes.push(scope);
        }
    }
    if !scopes.is_empty() {
        let inversions = elements.ordering.inversions(world, &elements.rules, &elements.presence);
        for scope in scopes {
            let is_in = |action: &crate::model::ActionId| {
                scope.is_none() || world.pack.actions.get(action.index()).map(|action| action.step) == scope
            };
            let pairs = inversions.iter().filter(|(first, second, _)| is_in(first) && is_in(second));
            let nodes: Vec<Node> = pairs.map(|(_, _, node)| *node).collect();
            let facts = depended_on(world, &nodes, only);
            found.or_default(scope).extend(facts);
        }
    }
    let any = found.values().any(|facts| !facts.is_empty());
    for (step, facts) in found {
        relevance.or_default(step).extend(facts);
    }
    any
}

/// The facts that some nodes depend on, by their values or by being recorded; only `only` if that is given.
fn depended_on(world: &mut World<'_>, nodes: &[Node], only: Option<FactId>) -> Set<FactId> {
    let wanted = |fact: &FactId| only.is_none_or(|only| only == *fact);
    let base: Vec<Node> = nodes.iter().map(|node| world.recording(*node, None)).collect();
    let mut found = world.relevant(&base);
    found.retain(wanted);
    for fact in world.recordable().into_iter().filter(wanted) {
        let there = world.recordable_where(fact);
        let changes = nodes.iter().zip(&base).any(|(node, base)| {
            let recorded = world.recording(*node, Some(fact));
            world.diagrams.differ(there, *base, recorded)
        });
        if changes {
            found.insert(fact);
        }
    }
    found
}

fn summarise(
    engine: &Engine,
    case: &Case,
    record: &Record,
    relevance: Relevance,
    scores: &Map<FactId, f64>,
    mattering: Set<FactId>,
) -> Asking {
    let pack = &engine.pack;
    let may_ask = |fact: &FactId| pack.facts.get(fact.index()).is_some_and(|fact| fact.ask.is_some());
    let is_open = |fact: &FactId| may_ask(fact) && !case.declined.contains(fact);
    let settled = |facts: &Set<FactId>| {
        let mut open = facts.iter().filter(|fact| is_open(fact)).peekable();
        if open.peek().is_none() {
            Settled::Yes
        } else if open.all(|fact| record.assumed.contains(fact)) {
            Settled::UnderAssumptions
        } else {
            Settled::Open
        }
    };
    let whole: Set<FactId> = relevance.values().flatten().copied().collect();
    let cost = |fact: &FactId| pack.facts.get(fact.index()).map_or(1.0, |fact| f64::from(fact.from.cost()));
    let mut questions: Vec<(FactId, f64)> = whole
        .iter()
        .filter(|fact| is_open(fact))
        .map(|fact| (*fact, scores.get(fact).copied().unwrap_or(0.0) / cost(fact)))
        .collect();
    sorted::sort_by(&mut questions, &|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let of_step = |step: usize| relevance.get(&Some(StepId::at(step))).map_or(Settled::Yes, settled);
    Asking {
        questions,
        unaskable: whole.iter().copied().filter(|fact| !may_ask(fact)).collect(),
        settled: settled(&whole),
        steps: (0..pack.steps.len()).map(of_step).collect(),
        mattering,
    }
}
