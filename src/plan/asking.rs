//! What is still worth asking, and which assumptions matter.

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::diagram::{LeafId, Node, leaf_id};
use crate::engine::leaf::Leaf;
use crate::engine::record::Record;
use crate::engine::world::World;
use crate::model::{ActionId, Fact, FactId, Pack, StepId};
use crate::sorted::{self, Set};

use super::Settled;
use super::elements::{Element, Elements, Key};

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
    pub mattering: Vec<FactId>,
}

/// By step, the facts that its elements depend on; at the end those that elements of no single step depend on.
type Relevance = Vec<Set<FactId>>;

/// What is worth asking of a case.
pub fn asking(engine: &Engine, case: &Case, record: &Record, world: &mut World<'_>, base: &Elements) -> Asking {
    let all = base.all(world.pack);
    if record.assumed.is_empty() && is_settled(world, base, &all) {
        let relevance = vec![Set::default(); world.pack.steps.len()];
        return summarise(engine, case, record, &relevance, &[], Vec::new());
    }
    let nothing = Set::default();
    let mut relevance = find(world, base, &all, None, &nothing);
    let mut drops = vec![0.0; engine.pack.facts.len()];
    note_drops(world, &all, &union(&relevance), &mut drops);
    let mut mattering = Vec::new();
    let certain = known(world, &all);
    let mut order = None;
    let before = nodes_of(world, base, &all);
    let whole = world.constraint;
    for fact in record.assumed.iter().filter(|fact| engine.layout.is_read(**fact)) {
        let (elements, kept) = base.releasing(world, case, &[*fact]);
        // What was there before the release does not depend on the fact: it is what it was, and need not be looked at.
        let is_comparable = world.shares_nodes() && world.constraint == whole;
        let unchanged = if is_comparable { &before } else { &nothing };
        let mut changed = elements.all(world.pack);
        changed.retain(|element| !unchanged.contains(&element.node));
        let mut matters = differ(&certain, &known(world, &changed));
        let is_order_open = !matters && order_facts(world, &elements, None, unchanged).contains(fact);
        let order_after = is_order_open.then(|| known_order(world, &elements));
        let found = find(world, &elements, &changed, Some(*fact), unchanged);
        if found.iter().any(|facts| !facts.is_empty()) {
            note_drops(world, &changed, &[*fact], &mut drops);
        }
        world.restore(kept);
        if let Some(after) = order_after {
            let before = order.get_or_insert_with(|| known_order(world, base));
            matters = differ(before, &after);
        }
        if matters {
            mattering.push(*fact);
        }
        for (facts, found) in relevance.iter_mut().zip(found) {
            facts.extend(found);
        }
    }
    summarise(engine, case, record, &relevance, &drops, mattering)
}

/// Whether all that a plan says is the same in every completion, so that nothing is worth asking.
fn is_settled(world: &World<'_>, elements: &Elements, all: &[Element<'_>]) -> bool {
    let is_open = |leaf: LeafId| matches!(world.leaves.get(leaf), Leaf::Expression(_) | Leaf::Blurred);
    let mut nodes = all.iter().map(|element| &element.node).chain(&elements.rules);
    nodes.all(|node| node.as_leaf().is_some_and(|leaf| !is_open(leaf)))
}

/// The nodes of a plan's elements and of what its order rests on; none if any is blurred, since what is blurred could
/// depend on anything.
fn nodes_of(world: &World<'_>, elements: &Elements, all: &[Element<'_>]) -> Set<Node> {
    let mut nodes: Set<Node> = all.iter().map(|element| element.node).collect();
    nodes.extend(elements.rules.iter().copied());
    let is_blurred = |node: &Node| world.diagrams.leaves(*node).contains(&leaf_id::BLURRED);
    if nodes.iter().any(is_blurred) { Set::default() } else { nodes }
}

/// Takes note of how much knowing some facts is expected to lower the uncertainty of the elements.
pub(super) fn note_drops(world: &mut World<'_>, elements: &[Element<'_>], facts: &[FactId], drops: &mut [f64]) {
    let nodes: Vec<Node> = elements.iter().map(|element| element.node).collect();
    let nodes = world.unrecorded(&nodes);
    for (fact, drop) in facts.iter().zip(world.drops(&nodes, facts)) {
        if let Some(own) = drops.get_mut(fact.index()) {
            *own = drop;
        }
    }
}

/// What is known of elements.
type Knowledge<'e> = Vec<(Key<'e>, Vec<LeafId>)>;

/// What is known of each element that some completion has and not every one: its leaves over all completions. What every
/// completion has after a release every one had before, whether or not an order that recording opens was listed then.
fn known<'e>(world: &mut World<'_>, elements: &[Element<'e>]) -> Knowledge<'e> {
    let absent = world.leaves.id(Leaf::Absent);
    let mut known = Vec::new();
    for element in elements {
        let node = world.recording(element.node, None);
        let leaves = world.diagrams.leaves_under(world.constraint, node);
        if !matches!(leaves.as_slice(), [leaf] if *leaf <= leaf_id::YES || *leaf == absent) {
            known.push((element.key, leaves));
        }
    }
    known
}

/// Whether something else is known after a release than before. Completions are only added, so nothing that was known
/// to be possible is so no longer.
fn differ(before: &Knowledge<'_>, after: &Knowledge<'_>) -> bool {
    after.iter().any(|own| !before.contains(own))
}

/// What is known of the pairs of actions that may stand the other way than by default.
fn known_order(world: &mut World<'_>, elements: &Elements) -> Knowledge<'static> {
    let mut inversions = elements.ordering.inversions(world, elements.truths());
    let absent = world.leaves.node(Leaf::Absent);
    for pair in &mut inversions {
        // Where one of the two is absent neither way is the other: either may be new after a release.
        if let (Key::Order(first, second), true) = (pair.key, pair.node != Node::BLURRED) {
            let at = |action: ActionId| elements.presence.get(action.index()).copied().unwrap_or(Node::NO);
            let both = world.diagrams.and(at(first), at(second));
            let both = world.diagrams.truly(both);
            pair.node = world.diagrams.choose(both, pair.node, absent);
        }
    }
    known(world, &inversions)
}

/// The unknown facts that the order of all actions, or of those of one step, may depend on, by other than some nodes.
fn order_facts(
    world: &mut World<'_>,
    elements: &Elements,
    scope: Option<StepId>,
    unchanged: &Set<Node>,
) -> Set<FactId> {
    let mut nodes = elements.ordering.depends_on(world, elements.truths(), scope);
    nodes.retain(|node| !unchanged.contains(node));
    world.relevant(&nodes)
}

/// The facts that matter to some of the elements and to the order of actions, step by step; only `only` if that is
/// given, which `unchanged` nodes do not depend on.
pub(super) fn find(
    world: &mut World<'_>,
    elements: &Elements,
    some: &[Element<'_>],
    only: Option<FactId>,
    unchanged: &Set<Node>,
) -> Relevance {
    let pack = world.pack;
    let mut scopes: Vec<Option<StepId>> = (0..pack.steps.len()).map(|step| Some(StepId::at(step))).collect();
    scopes.push(None);
    let mut found = Relevance::new();
    for scope in &scopes {
        let nodes = nodes_where(some, &|element| element.step == *scope);
        found.push(depended_on(world, &nodes, only));
    }
    // The order of actions is looked at only where it could add a fact.
    let whole = union(&found);
    let open_steps = elements.ordering.open_steps(world, elements.truths());
    let mut inversions = None;
    for (scope, facts) in scopes.into_iter().zip(&mut found) {
        if scope.is_some_and(|step| !open_steps.contains(&step)) {
            continue;
        }
        let known = if scope.is_none() { &whole } else { &*facts };
        let is_new = |fact: &FactId| only.is_none_or(|only| only == *fact) && !known.contains(fact);
        if order_facts(world, elements, scope, unchanged).iter().any(is_new) {
            let inversions = inversions.get_or_insert_with(|| elements.ordering.inversions(world, elements.truths()));
            let nodes = nodes_where(inversions, &|pair| scope.is_none() || pair.step == scope);
            facts.extend(depended_on(world, &nodes, only));
        }
    }
    found
}

fn nodes_where(elements: &[Element<'_>], is_wanted: &dyn Fn(&Element<'_>) -> bool) -> Vec<Node> {
    let mut nodes = Vec::new();
    for element in elements {
        if is_wanted(element) {
            nodes.push(element.node);
        }
    }
    nodes
}

pub(super) fn union(sets: &[Set<FactId>]) -> Set<FactId> {
    let mut union = Set::default();
    for facts in sets {
        union.extend(facts.iter().copied());
    }
    union
}

/// The facts that some nodes depend on, by their values or by being recorded; only `only` if that is given.
fn depended_on(world: &mut World<'_>, nodes: &[Node], only: Option<FactId>) -> Set<FactId> {
    let base = world.unrecorded(nodes);
    let mut found = world.relevant(&base);
    for fact in world.recordable() {
        let there = world.recordable_where(fact);
        for (node, base) in nodes.iter().zip(&base) {
            let recorded = world.recording(*node, Some(fact));
            if world.diagrams.differ(there, *base, recorded) {
                found.insert(fact);
                break;
            }
        }
    }
    match only {
        Some(fact) if found.contains(&fact) => [fact].into_iter().collect(),
        Some(_) => Set::default(),
        None => found,
    }
}

/// Whether the question for a fact may be put: it has one, which nobody has declined to answer.
pub(super) fn may_ask(pack: &Pack, case: &Case, fact: FactId) -> bool {
    pack.facts.get(fact.index()).is_some_and(|own| own.ask.is_some()) && !case.declined.contains(&fact)
}

/// By how much knowing a fact is expected to lower the uncertainty, for its cost.
pub(super) fn score(fact: &Fact, id: FactId, drops: &[f64]) -> f64 {
    drops.get(id.index()).copied().unwrap_or(0.0) / f64::from(fact.from.cost())
}

/// What the plan and each step say of the facts that matter to them.
fn summarise(
    engine: &Engine,
    case: &Case,
    record: &Record,
    relevance: &[Set<FactId>],
    drops: &[f64],
    mattering: Vec<FactId>,
) -> Asking {
    let pack = &engine.pack;
    let whole = union(relevance);
    let settled = |facts: &[FactId]| {
        let mut settled = Settled::Yes;
        for fact in facts {
            if may_ask(pack, case, *fact) {
                if !record.assumed.contains(fact) {
                    return Settled::Open;
                }
                settled = Settled::UnderAssumptions;
            }
        }
        settled
    };
    let (mut questions, mut unaskable) = (Vec::new(), Vec::new());
    for id in &whole {
        let Some(fact) = pack.facts.get(id.index()) else { continue };
        if fact.ask.is_none() {
            unaskable.push(*id);
        } else if !case.declined.contains(id) {
            questions.push((*id, score(fact, *id, drops)));
        }
    }
    sorted::sort_by(&mut questions, &|a, b| b.1.total_cmp(&a.1));
    let steps = relevance.iter().take(pack.steps.len()).map(|facts| settled(facts)).collect();
    Asking { questions, unaskable, settled: settled(&whole), steps, mattering }
}
