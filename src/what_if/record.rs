//! Every change of a case held against its pack.
//!
//! Each step follows what `SEMANTICS` says of a case (C6 to C8) in the same order, only that what is there a fact is here a
//! diagram over all changes: which givens are set aside, and which defaults are assumed.

use crate::engine::diagram::{Node, Variable};
use crate::model::FactId;

use super::changed::Changed;
use super::standing::{Standing, are};

impl Changed<'_> {
    /// Finds where completions are, what is recorded in them, and which changes are one.
    pub(super) fn hold_against_pack(&mut self) {
        self.leave_unrecorded();
        let aside = self.hold_against_applies();
        for (fact, aside) in self.facts().zip(&aside) {
            self.record(fact, *aside);
        }
        self.assume_defaults();
        self.give_only_what_applies();
    }

    /// Facts that are not to be found out are never recorded.
    fn leave_unrecorded(&mut self) {
        let closed: Vec<Variable> = self
            .facts()
            .filter(|fact| *self.standing(*fact) == Standing::Closed)
            .filter_map(|fact| self.world.record_variable_of(fact))
            .collect();
        self.truth = self.world.diagrams.restrict(self.truth, &|variable| closed.contains(&variable).then_some(0));
    }

    /// C6 and C8: each fact that is given restricts the completions, or is set aside where that would leave none. Gives
    /// by fact where it is set aside.
    fn hold_against_applies(&mut self) -> Vec<Node> {
        let mut aside = vec![Node::NO; self.standing.len()];
        for fact in self.world.layout.dependency.clone() {
            let applies = self.applies(fact);
            let given = if self.standing(fact).is_given() { Node::YES } else { self.is_answered(fact) };
            let agrees = match self.standing(fact) {
                Standing::Denied => self.world.diagrams.not(applies),
                _ => {
                    let none = self.is_given_as_none(fact);
                    self.world.diagrams.or(applies, none)
                }
            };
            let agrees = self.implies(given, agrees);
            if agrees == Node::YES {
                continue;
            }
            let agreed = self.world.diagrams.and(self.completions, agrees);
            let possible = self.in_some_completion(agreed);
            self.completions = self.world.diagrams.choose(possible, agreed, self.completions);
            let impossible = self.world.diagrams.not(possible);
            if let Some(slot) = aside.get_mut(fact.index()) {
                *slot = self.world.diagrams.and(given, impossible);
            }
        }
        aside
    }

    /// A given fact is recorded but where it is set aside. What a change gives is not set aside.
    fn record(&mut self, fact: FactId, aside: Node) {
        let kept = self.world.diagrams.not(aside);
        match self.standing(fact) {
            Standing::Given(_) => {
                let unchanged = self.given.get(fact.index()).cloned().unwrap_or_default();
                let unchanged = are(&mut self.world, &unchanged);
                let kept = self.world.diagrams.or(unchanged, kept);
                self.sound = self.world.diagrams.and(self.sound, kept);
            }
            Standing::Denied => {}
            Standing::Open => return self.sound = self.world.diagrams.and(self.sound, kept),
            Standing::Closed => return,
        }
        let Some(own) = self.world.record_variable_of(fact) else { return };
        let recorded = self.world.diagrams.restrict(self.truth, &|variable| (variable == own).then_some(1));
        let unrecorded = self.world.diagrams.restrict(self.truth, &|variable| (variable == own).then_some(0));
        self.truth = self.world.diagrams.choose(aside, unrecorded, recorded);
    }

    /// C7: defaults of what is not given, unless that leaves no completion. What a change gives has its own value, with
    /// which another can be assumed no more.
    fn assume_defaults(&mut self) {
        for fact in self.world.layout.dependency.clone() {
            let default = self.world.pack.facts.get(fact.index()).and_then(|fact| fact.default.as_ref());
            let Some(default) = default.filter(|_| !matches!(self.standing(fact), Standing::Given(_))) else {
                continue;
            };
            let atoms = self.world.atoms_of(fact, default);
            let is_default = are(&mut self.world, &atoms);
            let assumed = self.world.diagrams.and(self.completions, is_default);
            let possible = self.in_some_completion(assumed);
            self.completions = self.world.diagrams.choose(possible, assumed, self.completions);
        }
    }

    /// What a change gives anew applies in every completion of the case with the other changes, so that it can be asked.
    fn give_only_what_applies(&mut self) {
        for fact in self.facts() {
            let applies = self.applies(fact);
            let Some(own) = self.world.record_variable_of(fact) else { continue };
            if applies == Node::YES || *self.standing(fact) != Standing::Open {
                continue;
            }
            let applies = self.implies(self.completions, applies);
            let applies = self.in_every_completion(applies);
            // Without this fact, whose own answer would say that it applies.
            let can_be_asked = self.world.diagrams.restrict(applies, &|variable| (variable == own).then_some(0));
            let answered = self.is_answered(fact);
            let allowed = self.implies(answered, can_be_asked);
            self.sound = self.world.diagrams.and(self.sound, allowed);
        }
    }
}
