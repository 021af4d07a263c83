//! Which facts are worth asking.
//!
//! A fact is worth asking when two completions that differ in it alone have different plans: exactly when some element
//! of the plan depends on a variable of the fact. Completions that differ in facts whose applicability it decides are
//! covered too, since a fact that does not apply keeps a value of its own that nothing looks at.

use super::diagram::{LeafId, Node, Variable};
use super::leaf::Leaf;
use super::possible::Region;
use super::world::{Meaning, World};
use crate::model::FactId;
use crate::sorted::Set;

impl World<'_> {
    /// The unknown facts that some element depends on, where completions are.
    pub fn relevant(&mut self, elements: &[Node]) -> Set<FactId> {
        let distinct: Set<Node> = elements.iter().map(|element| self.among_completions(*element)).collect();
        let mut facts = Set::default();
        let dead = self.dead();
        for variable in &self.diagrams.support_of_any(&distinct) {
            let is_quantity = matches!(self.variables.get(usize::from(*variable)), Some(Meaning::Quantity { .. }));
            if is_quantity || self.constraint == Node::YES || self.diagrams.any_depends_on(&distinct, *variable, dead) {
                facts.extend(self.decides_on(*variable).iter().copied());
            }
        }
        self.add_formula_facts(&distinct, &mut facts);
        facts
    }

    /// An element where completions are; elsewhere it is a leaf of no element, `dead`.
    pub(super) fn among_completions(&mut self, element: Node) -> Node {
        let dead = self.dead();
        self.diagrams.choose(self.constraint, element, dead)
    }

    /// What stands for no completion.
    pub(super) fn dead(&mut self) -> Node {
        self.leaves.node(Leaf::Rows(Vec::new()))
    }

    /// The facts that a variable decides on.
    pub fn decides_on(&self, variable: Variable) -> &[FactId] {
        match self.variables.get(usize::from(variable)) {
            Some(
                Meaning::Pieces { fact, .. }
                | Meaning::Member { fact, .. }
                | Meaning::Nothing { fact }
                | Meaning::Recorded { fact },
            ) => std::slice::from_ref(fact),
            Some(Meaning::Quantity { facts, .. }) => facts,
            None => &[],
        }
    }

    /// Adds all facts that are unknown: what is blurred could depend on any.
    fn add_unknown(&self, facts: &mut Set<FactId>) {
        for fact in (0..self.found.facts.len()).map(FactId::at) {
            if self.variable_of(fact).is_some() {
                facts.insert(fact);
            }
        }
    }

    /// Adds the facts that may move the value of some element within one leaf; elements are those of completions.
    fn add_formula_facts(&mut self, elements: &[Node], facts: &mut Set<FactId>) {
        let is_open = |leaf: &LeafId| matches!(self.leaves.get(*leaf), Leaf::Expression(_) | Leaf::Blurred);
        if !self.diagrams.leaves_of_any(Node::YES, elements).iter().any(is_open) {
            return;
        }
        for element in elements {
            for leaf in self.diagrams.leaves(*element) {
                let expression = match *self.leaves.get(leaf) {
                    Leaf::Expression(expression) => expression,
                    Leaf::Blurred => {
                        self.add_unknown(facts);
                        continue;
                    }
                    _ => continue,
                };
                let mut read = self.expressions.facts(expression);
                read.retain(|fact| !facts.contains(fact));
                if read.is_empty() {
                    continue;
                }
                let regions = self.regions(*element, leaf, expression);
                for fact in read {
                    let moves =
                        |region: &Region| self.expressions.varies(expression, fact, &|any| region.range(any, self));
                    if regions.boxes.iter().any(moves) {
                        facts.insert(fact);
                    }
                }
            }
        }
    }
}
