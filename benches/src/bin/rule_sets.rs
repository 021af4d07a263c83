//! Writes the rule sets down for the peers: `rule_sets FOLDER` makes, for each size, `SIZE.amends`, the program, and
//! `SIZE.json`, the same rules without any engine's accent, with cases and the rules that hold in each.

use std::{env, error::Error, fs, path::Path};

use amends::{
    engine::matcher::Scratch,
    model::{Bound, Cell, End, Fact, Name, Pack, Test, Type, value},
    program,
};
use benches::{SIZES, cases, encoded, matcher, pack};
use serde_json::{Map, Value, json};

const CASES: usize = 1_000;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args_os().nth(1).ok_or("expected the folder to write to")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    for size in SIZES {
        let pack = pack(size);
        fs::write(folder.join(format!("{size}.amends")), program::write(&pack)?)?;
        fs::write(folder.join(format!("{size}.json")), written(&pack).to_string())?;
    }
    Ok(())
}

fn written(pack: &Pack) -> Value {
    let matcher = matcher(pack);
    let mut scratch = Scratch::default();
    let mut cases_with_found = |case: Vec<i64>| {
        let found = matcher.matches(&encoded(&matcher, pack, &case), &mut scratch).unwrap_or_default();
        let ids = |rule: &u16| pack.rules.get(usize::from(*rule)).map(|rule| rule.id.as_str());
        let facts: Map<String, Value> =
            pack.facts.iter().zip(case).map(|(fact, scalar)| (fact.id.clone(), shown(fact, scalar))).collect();
        json!({ "facts": facts, "found": found.iter().filter_map(ids).collect::<Vec<_>>() })
    };
    let cases: Vec<Value> = cases(pack, CASES).into_iter().map(&mut cases_with_found).collect();
    let rules: Vec<Value> = pack
        .rules
        .iter()
        .map(|rule| json!({ "id": rule.id, "cells": rule.when.cells().map(|cell| cell_of(pack, cell)).collect::<Vec<_>>() }))
        .collect();
    json!({ "facts": pack.facts.iter().map(|fact| &fact.id).collect::<Vec<_>>(), "rules": rules, "cases": cases })
}

/// `{ fact, one_of }` or `{ fact, from, to }`, both ends inclusive, either of them perhaps `null`.
fn cell_of(pack: &Pack, cell: &Cell) -> Value {
    let Name::Fact(id) = cell.of else { return Value::Null };
    let Some(fact) = pack.facts.get(id.index()) else { return Value::Null };
    let scalar = |bound: &Option<Bound>| match bound.as_ref().map(|bound| &bound.end) {
        Some(End::Constant(scalar)) => shown(fact, *scalar),
        _ => Value::Null,
    };
    match cell.tests.as_slice() {
        [Test::Range { low, high }] => json!({ "fact": fact.id, "from": scalar(low), "to": scalar(high) }),
        tests => {
            let value = |test: &Test| match test {
                Test::Is(End::Constant(scalar)) => shown(fact, *scalar),
                _ => Value::Null,
            };
            json!({ "fact": fact.id, "one_of": tests.iter().map(value).collect::<Vec<_>>() })
        }
    }
}

fn shown(fact: &Fact, scalar: i64) -> Value {
    match fact.kind {
        Type::YesNo => json!(scalar == 1),
        Type::Number { .. } => json!(scalar),
        _ => json!(value::print_scalar(scalar, &fact.kind)),
    }
}
