//! What two packs say otherwise of their facts: values that only one of them knows lie outside the cases in common.

use serde::Serialize;

use crate::model::{Fact, Pack, Type, value};
use crate::plan::Shown;

use super::side::Side;
use super::vocabulary::{in_common, place_of};

/// A fact of which the packs say different things.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct FactDifference {
    pub fact: String,
    pub differs: Vec<FactChange>,
}

/// What is otherwise of a fact.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum FactChange {
    /// Only one pack has it; it is free for the other.
    Only { side: Side },
    /// The types have no value in common: each pack is given a fact of its own.
    Type { before: &'static str, after: &'static str },
    /// Values that only one pack knows; no case in common has them.
    Values { side: Side, values: Vec<String> },
    /// The least and the greatest value; cases in common lie within both.
    Bounds { before: (String, String), after: (String, String) },
    /// Only one pack lets it be given as `none`; no case in common gives it so.
    Optional { side: Side },
    /// What is assumed while it is not known; no matter in a complete case.
    Default { before: Option<Shown>, after: Option<Shown> },
}

impl FactChange {
    /// Whether a case that one pack can hold is none of the other.
    pub fn parts_cases(&self) -> bool {
        !matches!(self, FactChange::Default { .. })
    }
}

/// What two packs say otherwise of their facts, in declared order, those of the old pack first.
pub fn differences(old: &Pack, new: &Pack) -> Vec<FactDifference> {
    let mut all = Vec::new();
    for fact in &old.facts {
        let differs = match new.facts.iter().find(|other| other.id == fact.id) {
            Some(other) => changes((fact, old), (other, new)),
            None => vec![FactChange::Only { side: Side::Old }],
        };
        if !differs.is_empty() {
            all.push(FactDifference { fact: fact.id.clone(), differs });
        }
    }
    for fact in new.facts.iter().filter(|fact| old.facts.iter().all(|other| other.id != fact.id)) {
        all.push(FactDifference { fact: fact.id.clone(), differs: vec![FactChange::Only { side: Side::New }] });
    }
    all
}

fn changes((old, old_pack): (&Fact, &Pack), (new, new_pack): (&Fact, &Pack)) -> Vec<FactChange> {
    if in_common(&old.kind, &new.kind).is_none() {
        return vec![FactChange::Type { before: old.kind.id(), after: new.kind.id() }];
    }
    let mut changes = Vec::new();
    for (side, kind, other) in [(Side::Old, &old.kind, &new.kind), (Side::New, &new.kind, &old.kind)] {
        let missing = kind.choices().iter().filter(|choice| place_of(&choice.id, other.choices()).is_none());
        let values: Vec<String> = missing.map(|choice| choice.id.clone()).collect();
        if !values.is_empty() {
            changes.push(FactChange::Values { side, values });
        }
    }
    let is_counted = |kind: &Type| kind.choices().is_empty() && kind.range().is_some();
    if is_counted(&old.kind) && is_counted(&new.kind) {
        let [before, after] = [&old.kind, &new.kind].map(value::print_bounds);
        if before != after {
            changes.push(FactChange::Bounds { before, after });
        }
    }
    match (old.optional, new.optional) {
        (true, false) => changes.push(FactChange::Optional { side: Side::Old }),
        (false, true) => changes.push(FactChange::Optional { side: Side::New }),
        _ => {}
    }
    let shown = |fact: &Fact, pack: &Pack| fact.default.as_ref().map(|value| Shown::value(value, &fact.kind, pack));
    let (before, after) = (shown(old, old_pack), shown(new, new_pack));
    if before != after {
        changes.push(FactChange::Default { before, after });
    }
    changes
}
