//! From a way through a diagram to a concrete case.

use crate::engine::diagram::{LeafId, Node, Variable};
use crate::engine::world::{Meaning, World};
use crate::model::{FactId, Value};

use super::Complete;

/// One atom for some variables.
pub type Path = Vec<(Variable, u16)>;

/// So many points of the regions of each path, from 0.
pub const LAST_POINT: usize = 15;

/// The ways to where a truth holds, and then to where it could not be told.
pub fn paths(world: &World<'_>, truth: Node, most: usize) -> Vec<Path> {
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
