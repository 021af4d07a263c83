//! A changed case, looked at like any other.

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::diagram::Node;
use crate::engine::layout::Layout;
use crate::engine::leaf::Leaf;
use crate::engine::possible::Certainty;
use crate::engine::record::Record;
use crate::engine::world::World;
use crate::model::{FactId, Value};

use super::aim::Aim;
use super::figure::Figure;

/// Looks at single cases for an aim.
pub(super) struct Replay<'a, 'pack> {
    pub engine: &'pack Engine,
    /// Cut where the aim tells values apart.
    pub layout: &'a Layout,
    pub aim: &'a Aim,
}

impl Replay<'_, '_> {
    /// How sure the aim is in a case.
    pub fn certainty(&self, case: &Case) -> Certainty {
        self.look(case).0
    }

    /// Whether a case with other values for some facts makes the aim certain if it is `wanted`, else excludes it.
    pub fn bears_out(&self, case: &Case, change: &[(FactId, Value)], wanted: bool) -> bool {
        let mut changed = case.clone();
        for (fact, value) in change {
            if let Some(given) = changed.given.get_mut(fact.index()) {
                *given = Some(value.clone());
            }
        }
        let (certainty, record) = self.look(&changed);
        let expected = if wanted { Certainty::Certain } else { Certainty::Excluded };
        certainty == expected && !change.iter().any(|(fact, _)| record.set_aside.contains(fact))
    }

    fn look(&self, case: &Case) -> (Certainty, Record) {
        let record = Record::of(&self.engine.pack, self.layout, case);
        let mut truth = Node::NO;
        let mut world = World::build(&self.engine.pack, self.layout, case.now, &record, &mut |world| {
            truth = self.aim.truth(world, case.role);
        });
        let truth = world.recording(truth, None);
        (world.certainty(truth), record)
    }
}

/// That something has the one value that it has in a case; `None` where it may have several.
pub(super) fn standing(engine: &Engine, case: &Case, id: &str) -> Option<Aim> {
    let pack = &engine.pack;
    let name = pack.name(id)?;
    let record = Record::of(pack, &engine.layout, case);
    let mut node = Node::NO;
    let mut world = World::build(pack, &engine.layout, case.now, &record, &mut |world| node = world.value(name));
    let node = world.without_conflicts(node);
    let node = world.recording(node, None);
    let leaves = world.diagrams.leaves_under(world.constraint, node);
    let &[leaf] = leaves.as_slice() else { return None };
    match world.leaves.get(leaf) {
        Leaf::None => Some(Aim::Value(name, Figure::equal(Value::None))),
        Leaf::Number(number) => {
            let scalar = number.to_scalar(pack.type_of(name).decimals())?;
            Some(Aim::Value(name, Figure::equal(Value::Scalar(scalar))))
        }
        _ => None,
    }
}
