//! Random rules.

use amends::model::{
    ActionId, Compensation, Demand, DerivedId, Entry, Name, Parameter, ParameterId, Place, Rule, StepId, Type, Value,
    When, Wins,
};

use super::{Generator, Reading, TODAY};
use crate::build::rule;

impl Generator {
    pub(super) fn rules(&mut self) {
        for at in 0..self.random.usize(3..8) {
            let rule = self.rule(at);
            self.pack.rules.push(rule);
        }
        std::mem::swap(&mut self.random, &mut self.aside);
        self.settings_at_odds();
        std::mem::swap(&mut self.random, &mut self.aside);
    }

    /// Lets rules set what has no winner, often enough that several do so together.
    fn settings_at_odds(&mut self) {
        let has_no_winner = |parameter: &Parameter| parameter.wins == Wins::Conflict;
        let Some(parameter) = self.pack.parameters.iter().position(has_no_winner).map(ParameterId::at) else { return };
        if self.chance(60) {
            return;
        }
        for at in 0..self.pack.rules.len() {
            let sets = self.pack.rules[at].with.iter().any(|(own, _)| *own == parameter);
            if !self.pack.rules[at].recommend.is_empty() && !sets && self.chance(70) {
                let entry = self.setting(parameter);
                self.pack.rules[at].with.push((parameter, entry));
            }
        }
    }

    fn rule(&mut self, at: usize) -> Rule {
        let holds = if self.chance(12) { When::always() } else { self.when(Reading::Any) };
        let mut rule = rule(&format!("rule{at}"), holds);
        rule.unless = self.unless(35);
        if self.chance(85) {
            rule.recommend = self.actions();
        }
        if self.chance(20) {
            rule.avoid = vec![self.action()];
        }
        if !rule.recommend.is_empty() {
            for parameter in (0..self.pack.parameters.len()).map(ParameterId::at) {
                if self.chance(18) {
                    let entry = self.setting(parameter);
                    rule.with.push((parameter, entry));
                }
            }
        }
        while self.chance(30) {
            let demand = self.demand();
            rule.demands.push(demand);
        }
        if self.chance(12) {
            rule.skip = vec![StepId(self.random.u16(0..3))];
        }
        if self.chance(10) {
            rule.grounds.valid_from = self.chance(50).then_some(TODAY + self.random.i64(-1..2));
            rule.grounds.valid_until = self.chance(50).then_some(TODAY + self.random.i64(-1..2));
        }
        rule
    }

    fn action(&mut self) -> ActionId {
        ActionId::at(self.random.usize(0..self.pack.actions.len()))
    }

    /// One to three different actions, in any order.
    fn actions(&mut self) -> Vec<ActionId> {
        let mut all: Vec<ActionId> = (0..self.pack.actions.len()).map(ActionId::at).collect();
        self.random.shuffle(&mut all);
        all.truncate(self.random.usize(1..4));
        all
    }

    fn demand(&mut self) -> Demand {
        let mut place = || match self.chance(70) {
            true => Place::Action(self.action()),
            false => Place::Step(StepId(self.random.u16(0..3))),
        };
        let (first, second) = (place(), place());
        if first == second || self.chance(25) { Demand::First(first) } else { Demand::Before(first, second) }
    }

    fn setting(&mut self, parameter: ParameterId) -> Entry {
        let kind = self.pack.parameters[parameter.index()].kind.clone();
        if kind.is_quantity() && self.chance(40) {
            return Entry::Formula(self.formula(&kind, 2));
        }
        let (min, max) = match kind {
            Type::Role => (0, 2),
            _ => kind.range().expect("a scalar"),
        };
        Entry::Value(Value::Scalar(self.random.i64(min..=max)))
    }

    pub(super) fn compensation(&mut self) {
        let amounts = self.derived(|kind| matches!(kind, Type::Money { .. }));
        let forms = self.derived(|kind| matches!(kind, Type::Choice(_) | Type::Level(_)));
        if amounts.is_empty() || self.chance(15) {
            return;
        }
        let amount = derived(self.pick(&amounts));
        let form = if forms.is_empty() { None } else { Some(derived(self.pick(&forms))) };
        self.pack.compensation = Some(Compensation { amount, form, legal_minimum: None, at_most: None });
    }
}

fn derived(name: Name) -> DerivedId {
    match name {
        Name::Derived(derived) => derived,
        _ => panic!("facts are not paid"),
    }
}
