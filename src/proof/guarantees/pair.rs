//! Two cases held against each other, each looked at for itself.

use crate::engine::leaf::Leaf;
use crate::engine::rational::Rational;
use crate::engine::world::World;
use crate::model::{FactId, Name, Promise};
use crate::plan;
use crate::space::{Cases, Complete};

use super::{Witness, condition_of};

/// How two cases break a guarantee, in words, if they do.
pub(super) fn differing(cases: &Cases, mut one: Complete, mut other: Complete, at: usize) -> Option<Witness> {
    let pack = &cases.engine.pack;
    let guarantee = pack.guarantees.get(at)?;
    let when = condition_of(pack, at);
    let mut first = cases.alone(&mut one);
    let mut second = cases.alone(&mut other);
    if number(&mut first, when) != Some(Rational::whole(1)) || number(&mut second, when) != Some(Rational::whole(1)) {
        return None;
    }
    let broken = match &guarantee.promise {
        Promise::Monotone { of, by } => {
            let (by_before, by_after) = (number(&mut first, *by)?, number(&mut second, *by)?);
            let (before, after) = (number(&mut first, *of)?, number(&mut second, *of)?);
            (by_before < by_after && before > after).then_some(*of)
        }
        Promise::Independent { of, .. } => {
            of.iter().copied().find(|of| value(&mut first, *of) != value(&mut second, *of))
        }
        _ => None,
    }?;
    let read = read_by(cases, at, broken);
    let [given, changed] = [&one, &other].map(|case| {
        let mut given = cases.given(case);
        for (fact, given) in given.given.iter_mut().enumerate() {
            *given = given.take().filter(|_| read.contains(&FactId::at(fact)));
        }
        given
    });
    let mut only_changed = changed.clone();
    for (own, before) in only_changed.given.iter_mut().zip(&given.given) {
        *own = own.take().filter(|own| Some(own) != before.as_ref());
    }
    let id = pack.id_of(broken);
    let [before, after] = [&given, &changed].map(|case| {
        let decided = plan::decide(cases.engine, case, id).ok();
        let shown = decided.and_then(|decided| serde_json::to_value(decided.value).ok()).unwrap_or_default();
        shown.as_str().map_or_else(|| shown.to_string(), str::to_owned)
    });
    let turns = if matches!(guarantee.promise, Promise::Monotone { .. }) { "falls to" } else { "is" };
    let words = format!(
        "the case {}, whose `{id}` is {before}, and {turns} {after} once it has {}",
        cases.json(&given),
        cases.json(&only_changed)
    );
    let given = [&given, &changed].map(|case| cases.json(case)).to_vec();
    Some(Witness { cases: vec![one, other], given, words })
}

/// The facts that a guarantee and what it is about read.
fn read_by(cases: &Cases, at: usize, of: Name) -> Vec<FactId> {
    let pack = &cases.engine.pack;
    let mut names = vec![of, condition_of(pack, at)];
    if let Some(Promise::Monotone { by, .. }) = pack.guarantees.get(at).map(|guarantee| &guarantee.promise) {
        names.push(*by);
    }
    let all: Vec<FactId> = (0..pack.facts.len()).map(FactId::at).collect();
    cases.engine.layout.read_by(pack, &names, &all)
}

/// What a quantity comes to in a case that is known completely.
fn value(world: &mut World<'_>, of: Name) -> Vec<Leaf> {
    let value = world.value(of);
    let value = world.without_conflicts(value);
    let value = world.recording(value, None);
    let mut spelled = Vec::new();
    // What stands in a list is named by number, and each world numbers its own.
    match value.as_leaf().map(|leaf| world.leaves.get(leaf)) {
        Some(Leaf::List(items)) => spelled.extend(items.iter().map(|item| world.leaves.get(*item).clone())),
        Some(leaf) => spelled.push(leaf.clone()),
        None => {}
    }
    spelled
}

fn number(world: &mut World<'_>, of: Name) -> Option<Rational> {
    match value(world, of).as_slice() {
        [Leaf::Number(number)] => Some(*number),
        _ => None,
    }
}
