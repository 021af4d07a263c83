//! From a way through a diagram to a concrete case.

use crate::engine::diagram::leading::Leading;
use crate::engine::diagram::{Node, Variable};
use crate::engine::world::{Meaning, World};
use crate::model::{FactId, Value};

use super::{Complete, atom_of, meet};

/// One atom for some variables.
pub type Path = Vec<(Variable, u16)>;

/// So many points of the regions of each path, from 0.
pub const LAST_POINT: usize = 15;

/// The ways to where a truth holds, and then to where it could not be told.
pub fn paths(world: &World<'_>, truth: Node, most: usize) -> Vec<Path> {
    walk_all(world, truth, most, None)
}

/// As [`paths`], without those on which a quantity cannot come to what is asked of it, as far as its bounds tell: some, not
/// necessarily all. `elsewhere` is where a fact lies, first and last scalar, that is not on the way.
pub fn possible_paths(
    world: &World<'_>,
    truth: Node,
    most: usize,
    elsewhere: &dyn Fn(FactId) -> (i64, i64),
) -> Vec<Path> {
    walk_all(world, truth, most, Some(elsewhere))
}

/// So many nodes are stepped on for ways that may turn out to be none.
const MOST_STEPS: usize = 20_000;

fn walk_all(
    world: &World<'_>,
    truth: Node,
    most: usize,
    elsewhere: Option<&dyn Fn(FactId) -> (i64, i64)>,
) -> Vec<Path> {
    let steps = if elsewhere.is_some() { MOST_STEPS } else { usize::MAX };
    let [holding, open] = [1, 4].map(|leaf| world.diagrams.leading(truth, leaf));
    let mut walk = Walk { world, wanted: &holding, most, steps, elsewhere, path: Path::new(), found: Vec::new() };
    walk.below(truth);
    walk.wanted = &open;
    walk.below(truth);
    walk.found
}

/// From the top of a diagram down to one of its leaves.
struct Walk<'w, 'p> {
    world: &'w World<'p>,
    /// What leads to the leaf that is looked for.
    wanted: &'w Leading,
    most: usize,
    steps: usize,
    /// Where facts lie that are not on the way; unless it is said, ways are not held against quantities.
    elsewhere: Option<&'w dyn Fn(FactId) -> (i64, i64)>,
    path: Path,
    found: Vec<Path>,
}

impl Walk<'_, '_> {
    fn below(&mut self, node: Node) {
        let world = self.world;
        if self.found.len() >= self.most || self.steps == 0 || !self.wanted.contains(node) {
            return;
        }
        self.steps = self.steps.saturating_sub(1);
        let Some(variable) = world.diagrams.variable(node) else {
            self.found.push(self.path.clone());
            return;
        };
        let (least, greatest) = self.possible(variable);
        for (atom, child) in (0..).zip(world.diagrams.children(node)) {
            if (least..=greatest).contains(&usize::from(atom)) {
                self.path.push((variable, atom));
                self.below(*child);
                self.path.pop();
            }
        }
    }

    /// The least and the greatest atom that a variable can have on the way so far.
    fn possible(&self, variable: Variable) -> (usize, usize) {
        let (Some(elsewhere), Some(Meaning::Quantity { quantity, thresholds, .. })) =
            (self.elsewhere, self.world.variables.get(usize::from(variable)))
        else {
            return (0, usize::MAX);
        };
        let ranges = |fact| range_on(self.world, &self.path, fact).unwrap_or_else(|| elsewhere(fact));
        let bounds = self.world.expressions.bounds(*quantity, &ranges);
        (atom_of(thresholds, bounds.low), atom_of(thresholds, bounds.high))
    }
}

/// The scalars that a fact can have on a way, first and last, if that asks for any.
pub(super) fn range_on(world: &World<'_>, path: &Path, fact: FactId) -> Option<(i64, i64)> {
    path.iter().find_map(|(variable, atom)| match world.variables.get(usize::from(*variable)) {
        Some(Meaning::Pieces { fact: own, pieces, .. }) if *own == fact => pieces.get(usize::from(*atom)).copied(),
        _ => None,
    })
}

/// The complete case of a path, each fact at one of the points of its range. What the path leaves open has its default,
/// or comes first. Where the path asks something of a quantity of several facts, these are moved within their ranges so that
/// it comes to that, as far as [`meet`] finds how.
pub fn complete(world: &World<'_>, path: &Path, point: &dyn Fn(FactId) -> usize) -> Complete {
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
    meet(world, path, &mut case, &|_| true, &|fact| point(fact) % 2 == 1);
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
