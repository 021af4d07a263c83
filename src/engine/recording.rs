//! What becomes of diagrams once one more fact is recorded, where cells test whether the case gives it.

use super::diagram::{Node, Variable, leaf_id, two};
use super::world::{Meaning, World};
use crate::model::FactId;

impl World<'_> {
    /// The variable that decides whether the case gives a fact, where that is open and some cell tests it.
    pub fn record_variable_of(&self, fact: FactId) -> Option<Variable> {
        self.standing(fact).record_variable
    }

    /// A node with every fact that is not given left unrecorded, or with one of them recorded.
    pub fn recording(&mut self, node: Node, recorded: Option<FactId>) -> Node {
        if node.as_leaf().is_some() || self.found.facts.iter().all(|fact| fact.record_variable.is_none()) {
            return node;
        }
        let (variables, mut known) = (&self.variables, std::mem::take(&mut self.recordings));
        let is_recorded = |variable: Variable| match variables.get(usize::from(variable)) {
            Some(Meaning::Recorded { fact }) => Some(u16::from(Some(*fact) == recorded)),
            _ => None,
        };
        let stands_for = recorded.map_or(Node::NO, |fact| Node::leaf(u32::from(fact.0).saturating_add(1)));
        let node = self.diagrams.restrict_knowing(two(node, stands_for), &is_recorded, &mut known);
        self.recordings = known;
        node
    }

    /// Nodes with every fact that is not given left unrecorded.
    pub fn unrecorded(&mut self, nodes: &[Node]) -> Vec<Node> {
        let mut unrecorded = nodes.to_vec();
        for node in &mut unrecorded {
            *node = self.recording(*node, None);
        }
        unrecorded
    }

    /// The facts that are not given and that some `unknown` cell tests.
    pub fn recordable(&self) -> Vec<FactId> {
        let mut recordable = Vec::new();
        for (fact, standing) in self.found.facts.iter().enumerate() {
            if standing.record_variable.is_some() {
                recordable.push(FactId::at(fact));
            }
        }
        recordable
    }

    /// Where a fact can be recorded: where completions are and it applies.
    pub fn recordable_where(&mut self, fact: FactId) -> Node {
        let applies = self.applies(fact);
        let applies = self.diagrams.map(applies, &mut |leaf| u32::from(leaf == leaf_id::YES));
        let applies = self.recording(applies, None);
        self.diagrams.and(self.constraint, applies)
    }
}
