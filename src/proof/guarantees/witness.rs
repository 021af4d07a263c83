//! Cases that break a promise: found as paths of a diagram, and looked at once more each for itself.

use crate::engine::diagram::{Node, Variable};
use crate::engine::record::Record;
use crate::engine::world::World;
use crate::model::{Comparison, FactId, Guarantee, Promise, Value};
use crate::plan::elements::Elements;
use crate::space::{Cases, Complete, LAST_POINT, Path, complete, paths, possible_paths};

use super::breach::Breach;
use super::independent::is_shared;
use super::{Witness, breaches_of, condition_of, pair};

/// So many paths are tried in all where the diagrams hold more than there is, and at least one of each breach for as long
/// as there are no more breaches than that.
const MOST_PATHS: usize = 24;

/// A case that breaks a guarantee, in words; `None` if none of those that were tried does.
pub(super) fn find(
    cases: &Cases,
    world: &mut World<'_>,
    at: usize,
    guarantee: &Guarantee,
    breaches: &[Breach],
) -> Option<Witness> {
    let breaches: Vec<&Breach> = breaches.iter().filter(|breach| !breach.is_nowhere(world)).collect();
    let most = MOST_PATHS.checked_div(breaches.len()).unwrap_or(0).max(1);
    for breach in breaches.into_iter().take(MOST_PATHS) {
        let anywhere = |fact| world.expressions.whole_range(fact);
        for path in possible_paths(world, breach.shared, most, &anywhere) {
            let found = match breach.sides {
                None => by_one(cases, world, &path, at, guarantee),
                Some(sides) => by_two(cases, world, &path, sides, &breach.apart, at),
            };
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

fn by_one(cases: &Cases, world: &World<'_>, path: &Path, at: usize, guarantee: &Guarantee) -> Option<Witness> {
    (0..=LAST_POINT).find_map(|point| {
        let mut case = complete(world, path, &|_| point);
        let (mut alone, elements) = cases.planned(&mut case);
        let broken = breaks(&mut alone, &elements, at, guarantee);
        broken.then(|| shown(cases, world, path, case, at, guarantee))
    })
}

/// Two cases on the way of what they have in common, each on its own side.
fn by_two(
    cases: &Cases,
    world: &mut World<'_>,
    path: &Path,
    (one, other): (Node, Node),
    apart: &[FactId],
    at: usize,
) -> Option<Witness> {
    let mut shared = path.clone();
    let mut own = Vec::new();
    for side in [one, other] {
        let atom = |variable: Variable| shared.iter().find(|(own, _)| *own == variable).map(|(_, atom)| *atom);
        let rest = world.diagrams.restrict(side, &atom);
        let way = paths(world, rest, 1).pop()?;
        let (common, alone): (Path, Path) =
            way.into_iter().partition(|(variable, _)| is_shared(world, *variable, apart));
        shared.extend(common);
        own.push(alone);
    }
    let [own_one, own_other] = own.as_slice() else { return None };
    // First from the end of one piece of a fact to the beginning of the next: so near a fall is seen best.
    let at_ends = (0..=LAST_POINT).find_map(|nth| {
        let point = if nth < 2 { nth ^ 1 } else { nth };
        // A fact that the cases need not have in common is taken from the other end of its range.
        let beyond = |fact: FactId| if apart.contains(&fact) { point ^ 1 } else { point };
        let one = complete(world, &with(&shared, own_one), &|_| point);
        pair::differing(cases, one, complete(world, &with(&shared, own_other), &beyond), at)
    });
    match apart {
        [fact] if one == other => at_ends.or_else(|| within(cases, world, &with(&shared, own_one), *fact, at)),
        _ => at_ends,
    }
}

fn with(shared: &Path, own: &Path) -> Path {
    shared.iter().chain(own).copied().collect()
}

/// So many steps are made from one end of a piece of a fact to the other.
const STEPS: i64 = 32;

/// Two cases that lie next to each other in one piece of a fact, where what turns within it is no less at its end.
fn within(cases: &Cases, world: &World<'_>, path: &Path, fact: FactId, at: usize) -> Option<Witness> {
    let ends = [0, 1].map(|point| complete(world, path, &|_| point).values.get(fact.index()).cloned());
    let [Some(Value::Scalar(first)), Some(Value::Scalar(last))] = ends else { return None };
    let step = last.saturating_sub(first).checked_div(STEPS).unwrap_or(0).saturating_add(1);
    for point in [1, 0, LAST_POINT] {
        let mut before = first;
        while before < last {
            let after = before.saturating_add(step).min(last);
            let [one, other] = [before, after].map(|scalar| {
                let mut case = complete(world, path, &|_| point);
                if let Some(value) = case.values.get_mut(fact.index()) {
                    *value = Value::Scalar(scalar);
                }
                case
            });
            let found = pair::differing(cases, one, other, at);
            if found.is_some() {
                return found;
            }
            before = after;
        }
    }
    None
}

/// Whether every completion that a world stands for breaks a guarantee.
fn breaks(world: &mut World<'_>, elements: &Elements, at: usize, guarantee: &Guarantee) -> bool {
    let Ok(breaches) = breaches_of(world, elements, at, guarantee) else { return false };
    breaches.iter().any(|breach| {
        let broken = world.recording(breach.shared, None);
        world.diagrams.leaves_under(world.constraint, broken) == [1]
    })
}

/// A case that breaks a guarantee: with only the facts that matter, if every case with them breaks it.
fn shown(cases: &Cases, world: &World<'_>, path: &Path, case: Complete, at: usize, guarantee: &Guarantee) -> Witness {
    let pack = &cases.engine.pack;
    let all: Vec<FactId> = (0..pack.facts.len()).map(FactId::at).collect();
    let is_on_path = |fact: &FactId| path.iter().any(|(variable, _)| world.decides_on(*variable) == [*fact]);
    let on_path = all.iter().copied().filter(is_on_path).collect();
    let mut names = vec![condition_of(pack, at)];
    if let Promise::Value(Comparison { left, right, .. }) = &guarantee.promise {
        left.each_name(&mut |name| names.push(name));
        right.each_name(&mut |name| names.push(name));
    }
    let read = cases.engine.layout.read_by(pack, &names, &all);
    for enough in [on_path, read] {
        let mut few = cases.given(&case);
        for fact in all.iter().filter(|fact| !enough.contains(fact)) {
            if let Some(given) = few.given.get_mut(fact.index()) {
                *given = None;
            }
        }
        let record = Record::of(pack, &cases.engine.layout, &few);
        let (mut small, elements) = Elements::of_trial(cases.engine, &few, &record);
        if breaks(&mut small, &elements, at, guarantee) {
            let given = cases.json(&few);
            return Witness { cases: vec![case], words: format!("the case {given}"), given: vec![given] };
        }
    }
    let given = cases.json(&cases.given(&case));
    let mut words = format!("the case {given}");
    for (id, value) in cases.not_given(&case) {
        words.push_str(&format!(", where `{id}` is {value} without being known"));
    }
    Witness { cases: vec![case], words, given: vec![given] }
}
