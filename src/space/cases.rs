//! All cases at once, and each of them alone.

use serde_json::Value as Json;

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::diagram::NODE_LIMIT;
use crate::engine::record::Record;
use crate::engine::world::World;
use crate::model::{Fact, FactId, Value};
use crate::plan::Shown;
use crate::plan::elements::Elements;

/// The cases of a pack on one day.
pub struct Cases<'e> {
    pub engine: &'e Engine,
    today: i64,
}

/// A complete case: a value for every fact, and the record of which of them it gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Complete {
    /// By fact.
    pub values: Vec<Value>,
    /// By fact.
    pub recorded: Vec<bool>,
}

impl<'e> Cases<'e> {
    pub fn all(engine: &'e Engine, today: i64) -> Self {
        Cases { engine, today }
    }

    /// All cases: nothing is given, nothing assumed.
    pub fn build(&self, make: &mut dyn FnMut(&mut World<'e>, &Elements)) -> World<'e> {
        self.unplanned(&mut |world| {
            let elements = Elements::of(world, None);
            make(world, &elements);
        })
    }

    /// All cases, with no more built than `make` asks for, each part of it in room of its own.
    pub fn unplanned(&self, make: &mut dyn FnMut(&mut World<'e>)) -> World<'e> {
        let facts = self.engine.pack.facts.len();
        let record = recorded(vec![None; facts], vec![false; facts]);
        World::build_in_parts(&self.engine.pack, &self.engine.layout, self.today, &record, NODE_LIMIT, make)
    }

    /// One case alone, and what its plan is made of. Facts that do not apply become `none` in it.
    pub fn planned(&self, case: &mut Complete) -> (World<'e>, Elements) {
        self.settle(case);
        let mut elements = Elements::default();
        let world = self.fixed(case, case.recorded.clone(), &mut |world| elements = Elements::of(world, None));
        (world, elements)
    }

    /// One case alone. Facts that do not apply become `none` in it.
    pub fn alone(&self, case: &mut Complete) -> World<'e> {
        self.settle(case);
        self.fixed(case, case.recorded.clone(), &mut |_| {})
    }

    fn settle(&self, case: &mut Complete) {
        let mut applies = Vec::new();
        self.fixed(case, vec![false; case.values.len()], &mut |world| {
            applies.clear();
            for fact in (0..world.pack.facts.len()).map(FactId::at) {
                applies.push(world.applies(fact).as_leaf() == Some(1));
            }
        });
        for (value, _) in case.values.iter_mut().zip(&applies).filter(|(_, applies)| !**applies) {
            *value = Value::None;
        }
    }

    fn fixed(&self, case: &Complete, given: Vec<bool>, make: &mut dyn FnMut(&mut World<'e>)) -> World<'e> {
        let record = recorded(case.values.iter().cloned().map(Some).collect(), given);
        World::build(&self.engine.pack, &self.engine.layout, self.today, &record, make)
    }

    /// What a complete case gives: facts that it records, or of which no cell tests whether they are.
    pub fn given(&self, case: &Complete) -> Case {
        let mut given = Case::empty(case.values.len(), self.today);
        for (at, (slot, value)) in given.given.iter_mut().zip(&case.values).enumerate() {
            *slot = Some(value.clone()).filter(|_| self.is_given(case, at));
        }
        given
    }

    /// What a complete case gives of some facts once it is written ([`Cases::json`]) and read again.
    pub fn written(&self, case: &Complete, facts: &[FactId]) -> Case {
        let mut given = self.given(case);
        for (at, (slot, fact)) in given.given.iter_mut().zip(&self.engine.pack.facts).enumerate() {
            let is_written = |value: &Value| *value != Value::None || fact.optional;
            *slot = slot.take().filter(|value| facts.contains(&FactId::at(at)) && is_written(value));
        }
        given
    }

    fn is_given(&self, case: &Complete, fact: usize) -> bool {
        let is_tested = self.engine.layout.recorded.get(fact).copied().unwrap_or(false);
        !is_tested || case.recorded.get(fact).copied().unwrap_or(false)
    }

    /// The facts that have a value in a complete case which does not give them.
    pub fn not_given(&self, case: &Complete) -> Vec<(&str, Json)> {
        let facts = self.engine.pack.facts.iter().zip(&case.values).enumerate();
        let hidden = facts.filter(|(at, (_, value))| !self.is_given(case, *at) && **value != Value::None);
        hidden.map(|(_, (fact, value))| (fact.id.as_str(), self.shown(value, fact))).collect()
    }

    /// A case as it is written in JSON. Facts that are `none` without being optional are left out: they do not apply.
    pub fn json(&self, case: &Case) -> Json {
        let facts = self.engine.pack.facts.iter().zip(&case.given);
        let given = facts.filter_map(|(fact, value)| Some((fact, value.as_ref()?)));
        let applying = given.filter(|(fact, value)| **value != Value::None || fact.optional);
        Json::Object(applying.map(|(fact, value)| (fact.id.clone(), self.shown(value, fact))).collect())
    }

    fn shown(&self, value: &Value, fact: &Fact) -> Json {
        serde_json::to_value(Shown::value(value, &fact.kind, &self.engine.pack)).unwrap_or_default()
    }
}

/// What is fixed, and what of it is given, with nothing assumed.
fn recorded(fixed: Vec<Option<Value>>, given: Vec<bool>) -> Record {
    Record { fixed, given, assumed: Vec::new(), set_aside: Vec::new() }
}
