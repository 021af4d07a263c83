//! Where a promise is broken.

use crate::engine::diagram::Node;
use crate::engine::world::World;
use crate::model::FactId;

/// Where a promise is broken, by a case alone or by two held against each other.
#[derive(Debug, Clone)]
pub(super) struct Breach {
    /// Holds of all that the two cases have in common; of a single case, where it breaks the promise.
    pub shared: Node,
    /// Holds of the one case and of the other; nowhere else to look for a single case.
    pub sides: Option<(Node, Node)>,
    /// The facts that the two cases need not have in common.
    pub apart: Vec<FactId>,
}

impl Breach {
    /// By single cases.
    pub fn single(broken: Node) -> Vec<Breach> {
        vec![Breach { shared: broken, sides: None, apart: Vec::new() }]
    }

    /// Whether no case at all breaks the promise so.
    pub fn is_nowhere(&self, world: &World<'_>) -> bool {
        world.diagrams.leaves(self.shared) == [0]
    }
}
