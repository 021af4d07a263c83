//! Cases that break a promise: found as paths of a diagram, and looked at once more each for itself.

use crate::engine::diagram::{LeafId, Node, Variable};
use crate::engine::record::Record;
use crate::engine::world::{Meaning, World};
use crate::model::{Comparison, FactId, Guarantee, Promise, Value};
use crate::plan::elements::Elements;

use super::breach::Breach;
use super::cases::{Cases, Complete};
use super::independent::is_shared;
use super::{Witness, breaches_of, condition_of, pair};

/// So many paths are tried in all where the diagrams hold more than there is, and at least one of each breach for as long
/// as there are no more breaches than that.
const MOST_PATHS: usize = 24;

/// So many points of the regions of each path, from 0.
const LAST_POINT: usize = 15;

/// One atom for some variables.
type Path = Vec<(Variable, u16)>;

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
        for path in paths(world, breach.shared, most) {
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
        let words = || shown(cases, world, path, &case, at, guarantee);
        broken.then(|| Witness { words: words(), cases: vec![case.clone()] })
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
    let [one, other] = own.as_slice() else { return None };
    (0..=LAST_POINT).find_map(|point| {
        // A fact that the cases need not have in common is taken from the other end of its range.
        let beyond = |fact: FactId| if apart.contains(&fact) { point ^ 1 } else { point };
        let way = |own: &Path| shared.iter().chain(own).copied().collect::<Path>();
        pair::differing(cases, complete(world, &way(one), &|_| point), complete(world, &way(other), &beyond), at)
    })
}

/// Whether every completion that a world stands for breaks a guarantee.
fn breaks(world: &mut World<'_>, elements: &Elements, at: usize, guarantee: &Guarantee) -> bool {
    let Ok(breaches) = breaches_of(world, elements, at, guarantee) else { return false };
    breaches.iter().any(|breach| {
        let broken = world.recording(breach.shared, None);
        world.diagrams.leaves_under(world.constraint, broken) == [1]
    })
}

/// The ways to where a truth holds, and then to where it could not be told.
fn paths(world: &World<'_>, truth: Node, most: usize) -> Vec<Path> {
    let mut found = Vec::new();
    for leaf in [1, 4] {
        walk(world, truth, leaf, &mut Path::new(), &mut found, most);
    }
    found
}

fn walk(world: &World<'_>, node: Node, wanted: LeafId, path: &mut Path, found: &mut Vec<Path>, most: usize) {
    if found.len() >= most || !world.diagrams.leaves(node).contains(&wanted) {
        return;
    }
    let Some(variable) = world.diagrams.variable(node) else {
        found.push(path.clone());
        return;
    };
    for (atom, child) in (0..).zip(world.diagrams.children(node)) {
        path.push((variable, atom));
        walk(world, *child, wanted, path, found, most);
        path.pop();
    }
}

/// The complete case of a path, each fact at one of the points of its range. What the path leaves open has its default,
/// or comes first.
fn complete(world: &World<'_>, path: &Path, point: &dyn Fn(FactId) -> usize) -> Complete {
    let facts = &world.pack.facts;
    let mut case = Complete { values: Vec::new(), recorded: vec![false; facts.len()] };
    for (at, fact) in facts.iter().enumerate() {
        let point = point(FactId::at(at));
        let first = match fact.kind.range() {
            Some(range) => Value::Scalar(sample(range, point, at)),
            None if fact.kind.choices().is_empty() => Value::Text(String::new()),
            None => Value::Set(0),
        };
        case.values.push(fact.default.clone().filter(|_| point == 0).unwrap_or(first));
    }
    for (variable, atom) in path {
        follow(world, &mut case, *variable, *atom, point);
    }
    case
}

/// Takes over into a case what an atom says.
fn follow(world: &World<'_>, case: &mut Complete, variable: Variable, atom: u16, point: &dyn Fn(FactId) -> usize) {
    let Some(meaning) = world.variables.get(usize::from(variable)) else { return };
    let (Meaning::Pieces { fact, .. }
    | Meaning::Member { fact, .. }
    | Meaning::Nothing { fact }
    | Meaning::Recorded { fact }) = meaning
    else {
        return;
    };
    let at = fact.index();
    let Some(value) = case.values.get_mut(at) else { return };
    match meaning {
        Meaning::Pieces { pieces, .. } => {
            let piece = pieces.get(usize::from(atom));
            *value = piece.map_or(Value::None, |piece| Value::Scalar(sample(*piece, point(*fact), at)));
        }
        Meaning::Member { choice, .. } => {
            let bit = 1_u64.checked_shl(*choice).unwrap_or(0);
            match value {
                Value::Set(set) if atom == 1 => *set |= bit,
                Value::Set(set) => *set &= !bit,
                _ => {}
            }
        }
        // Stands above the members, which say nothing of a set that is not there.
        Meaning::Nothing { .. } => *value = if atom == 1 { Value::None } else { Value::Set(0) },
        _ => {
            if let Some(recorded) = case.recorded.get_mut(at) {
                *recorded = atom == 1;
            }
        }
    }
}

/// A scalar of a range: first its beginning, then its end, then the ends in turn by fact, then what follows the beginning,
/// where roundings show, and at last what lies between.
fn sample((first, last): (i64, i64), point: usize, fact: usize) -> i64 {
    match point {
        0 => first,
        1 => last,
        2 | 3 => {
            if point % 2 == fact % 2 {
                first
            } else {
                last
            }
        }
        LAST_POINT => first.midpoint(last),
        _ => first.saturating_add(i64::try_from(point.saturating_sub(3)).unwrap_or(0)).min(last),
    }
}

/// A case that breaks a guarantee as JSON: only the facts that matter, if every case with them breaks it.
fn shown(cases: &Cases, world: &World<'_>, path: &Path, case: &Complete, at: usize, guarantee: &Guarantee) -> String {
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
        let mut few = cases.given(case);
        for fact in all.iter().filter(|fact| !enough.contains(fact)) {
            if let Some(given) = few.given.get_mut(fact.index()) {
                *given = None;
            }
        }
        let record = Record::of(pack, &cases.engine.layout, &few);
        let (mut small, elements) = Elements::build(cases.engine, &few, &record);
        if breaks(&mut small, &elements, at, guarantee) {
            return format!("the case {}", cases.json(&few));
        }
    }
    let mut text = format!("the case {}", cases.json(&cases.given(case)));
    for (id, value) in cases.not_given(case) {
        text.push_str(&format!(", where `{id}` is {value} without being known"));
    }
    text
}
