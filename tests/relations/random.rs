//! Random cases of the core pack, their facts by name, and how somebody reads them.

use std::path::Path;

use amends::case::Case;
use amends::engine::Engine;
use amends::model::{FactId, Name, Pack, Type, Value, date, value};
use amends::pack;
use amends::plan::Shown;

pub fn core() -> Engine {
    let reading = pack::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/core")).expect("a readable folder");
    Engine::new(reading.pack.expect("a pack without errors"), String::new())
}

pub fn fact(pack: &Pack, id: &str) -> FactId {
    match pack.name(id) {
        Some(Name::Fact(fact)) => fact,
        _ => panic!("the pack has no fact `{id}`"),
    }
}

fn kind<'p>(pack: &'p Pack, id: &str) -> &'p Type {
    pack.type_of(pack.name(id).expect("a fact of the pack"))
}

/// A value of a fact as the pack language writes it; several of a `several` stand with `, ` between.
pub fn written(pack: &Pack, id: &str, text: &str) -> Value {
    let parse = |one: &str| value::parse(one, kind(pack, id)).expect("a value of the fact");
    match kind(pack, id) {
        Type::Several(_) => text.split(", ").filter(|one| !one.is_empty()).map(parse).fold(Value::Set(0), union),
        _ => parse(text),
    }
}

fn union(left: Value, right: Value) -> Value {
    match (left, right) {
        (Value::Set(left), Value::Set(right)) => Value::Set(left | right),
        (left, _) => left,
    }
}

/// A case in which everything is known. Rare exceptions are rare, so that most plans have all their steps.
pub fn random(pack: &Pack, random: &mut fastrand::Rng) -> Case {
    let mut case = Case::empty(pack.facts.len(), date::parse("2026-04-01").expect("a date"));
    for (fact, given) in pack.facts.iter().zip(&mut case.given) {
        let rare = fact.default.as_ref().filter(|_| random.u8(..8) > 0);
        *given = rare.cloned().or_else(|| random_value(&fact.kind, random));
    }
    case
}

fn random_value(kind: &Type, random: &mut fastrand::Rng) -> Option<Value> {
    let pick = |least: i64, most: i64, random: &mut fastrand::Rng| random.i64(least..=most);
    Some(match kind {
        Type::Text | Type::Role => return None,
        // Mostly one or two things happen at once.
        Type::Several(values) => {
            let count = u32::try_from(values.len()).expect("at most 64 values");
            let one = |random: &mut fastrand::Rng| 1_u64 << random.u32(..count);
            Value::Set(if random.u8(..10) == 0 { 0 } else { one(random) | one(random) })
        }
        Type::Number { min, .. } => Value::Scalar(pick(*min, min + 14, random)),
        Type::Duration { .. } => Value::Scalar(pick(0, 9, random) * [1, 60, 1_440][random.usize(..3)]),
        Type::Money { .. } => Value::Scalar([0, 1, 990, 4_000, 25_000, 400_000][random.usize(..6)]),
        Type::Date { .. } => Value::Scalar(date::parse("2026-03-20").expect("a date") + pick(0, 12, random)),
        kind => kind.range().map(|(least, most)| Value::Scalar(pick(least, most, random)))?,
    })
}

/// Facts by name, as somebody reads a failing case.
pub fn told(pack: &Pack, case: &Case) -> String {
    let given = pack.facts.iter().zip(&case.given).filter_map(|(fact, given)| {
        let value = given.as_ref().filter(|given| Some(*given) != fact.default.as_ref())?;
        Some(format!("{}: {:?}", fact.id, Shown::value(value, &fact.kind, pack)))
    });
    given.collect::<Vec<_>>().join(", ")
}
