//! What names come to, each looked at once.

use super::{Place, World};
use crate::engine::diagram::Node;
use crate::engine::leaf::Leaf;
use crate::engine::part::part;
use crate::engine::rational::Rational;
use crate::model::{Definition, DerivedId, FactId, Grounds, Name, When};

impl World<'_> {
    /// When a fact applies.
    pub fn applies(&mut self, fact: FactId) -> Node {
        if let Some(known) = self.standing(fact).applies {
            return known;
        }
        let pack = self.pack;
        let world = &mut *self;
        let applies = part!(
            world,
            Applies(fact),
            {
                let applies = pack.facts.get(fact.index()).map_or(Node::YES, |fact| world.when(&fact.applies));
                // What is undetermined does not hold: a fact always has a value or none (C4).
                world.diagrams.truly(applies)
            },
            Node::BLURRED
        );
        if let Some(own) = self.found.facts.get_mut(fact.index()) {
            own.applies = Some(applies);
        }
        applies
    }

    /// The value of a name: leaves are numbers, expressions, sets, texts, `none`, undetermined or blurred.
    pub fn value(&mut self, name: Name) -> Node {
        match name {
            Name::Now => {
                let now = Rational::whole(i128::from(self.now));
                self.leaves.node(Leaf::Number(now))
            }
            Name::Fact(fact) => self.fact_value(fact),
            Name::Derived(derived) => self.derived_value(derived),
        }
    }

    fn derived_value(&mut self, id: DerivedId) -> Node {
        if let Some(known) = self.found.values.get(id.index()).copied().flatten() {
            return known;
        }
        let pack = self.pack;
        let world = &mut *self;
        let value = match pack.derived.get(id.index()).map(|derived| &derived.definition) {
            Some(Definition::Condition(condition)) => {
                part!(world, Derived(id), world.holds(&condition.when, &condition.unless), Node::BLURRED)
            }
            Some(Definition::Output { table, column }) => {
                self.evaluate_table(*table);
                let output = pack.tables.get(table.index()).and_then(|table| table.outputs.get(usize::from(*column)));
                return output
                    .and_then(|output| self.found.values.get(output.index()).copied().flatten())
                    .unwrap_or(Node::BLURRED);
            }
            Some(Definition::Value(value)) => part!(
                world,
                Derived(id),
                {
                    let raw = world.bounded_value(id, value);
                    world.note_conflicts(raw, Place::Value(id))
                },
                Node::BLURRED
            ),
            None => Node::BLURRED,
        };
        self.set_value(id, value);
        value
    }

    pub(in crate::engine) fn set_value(&mut self, id: DerivedId, value: Node) {
        if let Some(slot) = self.found.values.get_mut(id.index()) {
            *slot = Some(value);
        }
    }

    /// `when` and not `unless`.
    pub fn holds(&mut self, when: &When, unless: &When) -> Node {
        let when = self.when(when);
        if when == Node::NO {
            return when;
        }
        let unless = self.when(unless);
        let not = self.diagrams.not(unless);
        self.diagrams.and(when, not)
    }

    /// Whether a day lies within a validity, both ends inclusive.
    pub fn is_valid(&self, grounds: &Grounds) -> bool {
        grounds.valid_from.is_none_or(|first| first <= self.now)
            && grounds.valid_until.is_none_or(|last| self.now <= last)
    }
}
