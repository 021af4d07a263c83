//! Values that do, as cells that a rule author would write.

use crate::engine::world::{Meaning, World};
use crate::model::{Cell, End, FactId, Name, Test, Type};
use crate::space::Values;

use super::values::Combination;

/// What a combination says of a fact: cells that hold together exactly where it does, not yet
/// written down. Never empty.
pub(super) fn cells(world: &World<'_>, of: &Combination, fact: FactId) -> Vec<Cell> {
    let kind = world.pack.type_of(Name::Fact(fact));
    let is_optional = world.pack.facts.get(fact.index()).is_some_and(|fact| fact.optional);
    let mut cells: Vec<Vec<Test>> = Vec::new();
    let mut excluded: Vec<Test> = Vec::new();
    // Whether a set may be none.
    let (mut can_be_none, mut must_be_none) = (false, false);
    for (variable, atoms) in of.iter().filter(|(variable, _)| world.decides_on(*variable) == [fact]) {
        match world.variables.get(usize::from(*variable)) {
            Some(Meaning::Pieces { pieces, none, .. }) => {
                let own = atoms.iter().filter_map(|atom| pieces.get(usize::from(*atom)).copied());
                let has_none = atoms.iter().any(|atom| usize::from(*atom) == pieces.len());
                cells.push(Values::of(own, has_none).tests(kind, *none));
            }
            Some(Meaning::Nothing { .. }) => (can_be_none, must_be_none) = (atoms.contains(&1), !atoms.contains(&0)),
            Some(Meaning::Member { choice, .. }) => match atoms.as_slice() {
                [1] => cells.push(vec![Test::Is(End::Constant((*choice).into()))]),
                [0] => excluded.push(Test::Is(End::Constant((*choice).into()))),
                _ => {}
            },
            _ => {}
        }
    }
    if !excluded.is_empty() {
        cells.push(vec![Test::Not(excluded)]);
    }
    if must_be_none {
        cells = vec![vec![Test::None]];
    } else if can_be_none {
        cells.iter_mut().for_each(|tests| tests.push(Test::None));
    } else if cells.is_empty() && is_optional && matches!(kind, Type::Several(_)) {
        cells.push(vec![Test::Not(vec![Test::None])]);
    }
    // Any value does, as long as it is known.
    cells.retain(|tests| *tests != [Test::Any]);
    if cells.is_empty() {
        cells.push(vec![Test::Not(vec![Test::Unknown])]);
    }
    let cell = |tests: Vec<Test>| Cell { of: Name::Fact(fact), text: String::new(), tests };
    cells.into_iter().map(cell).collect()
}
