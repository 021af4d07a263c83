//! What each answer to a question would change.

use serde::Serialize;

use crate::case::Case;
use crate::engine::Engine;
use crate::engine::diagram::Node;
use crate::engine::expression::Within;
use crate::engine::record::Record;
use crate::engine::world::{Meaning, World};
use crate::model::{Fact, FactId, Pack, Type, Value};

use super::changes::{Change, changes};
use super::elements::Elements;
use super::recommend::of_world;
use super::{Settled, Shown, recommend};

/// Answers that change the plan in the same way, and how.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "web-proofs", derive(tsify::Tsify))]
pub struct Outcome<'pack> {
    /// The answers as values, of a quantity as ranges with both ends.
    pub answers: Vec<Shown>,
    /// Whether the plan is settled then.
    pub settled: Settled,
    /// What the plan then says otherwise; of answers that are a range, over all of them.
    pub changes: Vec<Change<'pack>>,
}

/// What each answer to the question for a fact would change in the plan of a case, in declared order of the answers and
/// from the least quantity up. What the case says of the fact, and that nobody knew it, counts for nothing.
///
/// Of a fact with several values the answers are those with one of them alone, and none of them. Answers that would be
/// set aside, since the fact then cannot apply, are left out; a text is in no element of a plan, and has no outcomes.
pub fn outcomes<'pack>(engine: &'pack Engine, case: &Case, fact: FactId) -> Vec<Outcome<'pack>> {
    let pack = &engine.pack;
    let Some(declared) = pack.facts.get(fact.index()) else { return Vec::new() };
    let mut case = case.clone();
    case.declined.retain(|own| *own != fact);
    give(&mut case, fact, None);
    let before = recommend(engine, &case);
    // What is left of the question once its answer is only known to lie in a range is not asked.
    if let Err(place) = case.declined.binary_search(&fact) {
        case.declined.insert(place, fact);
    }
    let mut groups: Vec<(Vec<Answers>, Settled, Vec<Change>)> = Vec::new();
    for answers in all_answers(engine, &case, fact, declared) {
        give(&mut case, fact, Some(answers.first()));
        let mut record = Record::of(pack, &engine.layout, &case);
        if record.set_aside.contains(&fact) {
            continue;
        }
        let within = answers.within(fact);
        if let Some(fixed) = record.fixed.get_mut(fact.index()).filter(|_| within.is_some()) {
            *fixed = None;
        }
        let (world, elements) = build(engine, &case, &record, within);
        let after = of_world(engine, &case, &record, world, &elements);
        let changes = changes(&before, &after);
        match groups.iter_mut().find(|(_, settled, known)| *settled == after.settled && *known == changes) {
            Some((known, ..)) => answers.join(known),
            None => groups.push((vec![answers], after.settled, changes)),
        }
    }
    let mut outcomes = Vec::new();
    for (answers, settled, changes) in groups {
        let answers = answers.iter().map(|answers| answers.shown(&declared.kind, pack)).collect();
        outcomes.push(Outcome { answers, settled, changes });
    }
    outcomes
}

fn give(case: &mut Case, fact: FactId, value: Option<Value>) {
    if let Some(given) = case.given.get_mut(fact.index()) {
        *given = value;
    }
}

/// Answers that nothing in the pack tells apart.
#[derive(Debug, Clone, PartialEq)]
enum Answers {
    One(Value),
    /// The quantities from the first to the last.
    Between(i64, i64),
}

impl Answers {
    fn first(&self) -> Value {
        match self {
            Answers::One(value) => value.clone(),
            Answers::Between(first, _) => Value::Scalar(*first),
        }
    }

    /// Where they lie, if they are several.
    fn within(&self, fact: FactId) -> Option<Within> {
        match self {
            Answers::Between(first, last) if first < last => Some((fact, (*first, *last))),
            _ => None,
        }
    }

    /// Puts them after others that change the same; quantities that follow upon each other become one range.
    fn join(self, known: &mut Vec<Answers>) {
        match (known.last_mut(), &self) {
            (Some(Answers::Between(_, end)), Answers::Between(first, last)) if end.checked_add(1) == Some(*first) => {
                *end = *last;
            }
            _ => known.push(self),
        }
    }

    fn shown(&self, kind: &Type, pack: &Pack) -> Shown {
        let one = |value: &Value| Shown::value(value, kind, pack);
        match self {
            Answers::Between(first, last) if first < last => {
                let end = |scalar| Box::new(one(&Value::Scalar(scalar)));
                Shown::Interval { low: end(*first), high: end(*last), outer: false, none: false }
            }
            answers => one(&answers.first()),
        }
    }
}

/// All answers to a question.
fn all_answers(engine: &Engine, case: &Case, id: FactId, fact: &Fact) -> Vec<Answers> {
    let mut answers = Vec::new();
    match &fact.kind {
        Type::Text | Type::Role => return answers,
        Type::Several(choices) => {
            for at in 0..u32::try_from(choices.len()).unwrap_or(0) {
                answers.push(Answers::One(Value::Set(1_u64.checked_shl(at).unwrap_or(0))));
            }
            answers.push(Answers::One(Value::Set(0)));
        }
        kind if kind.is_quantity() => {
            for (first, last) in alike(engine, case, id) {
                answers.push(Answers::Between(first, last));
            }
        }
        kind => {
            let (first, last) = kind.range().unwrap_or((0, -1));
            for scalar in first..=last {
                answers.push(Answers::One(Value::Scalar(scalar)));
            }
        }
    }
    if fact.optional || !fact.applies.is_always() {
        answers.push(Answers::One(Value::None));
    }
    answers
}

/// The elements of the plan of a case; of a fact that is given without being fixed, where it lies.
fn build<'p>(engine: &'p Engine, case: &Case, record: &Record, within: Option<Within>) -> (World<'p>, Elements) {
    let mut elements = Elements::default();
    let world = World::build_within(&engine.pack, &engine.layout, case.now, record, within, &mut |world| {
        elements = Elements::of(world, case.role);
    });
    (world, elements)
}

/// The ranges of a quantity's domain within each of which the plan is the same function of everything that is unknown.
fn alike(engine: &Engine, case: &Case, fact: FactId) -> Vec<(i64, i64)> {
    let Some(whole) = engine.pack.facts.get(fact.index()).and_then(|fact| fact.kind.range()) else { return Vec::new() };
    // Which defaults are assumed may rest on the answer, so none is here.
    let given = case.given.iter().zip(0..).map(|(given, at)| given.is_some() || at == fact.index()).collect();
    let record = Record { fixed: case.given.clone(), given, assumed: Vec::new(), set_aside: Vec::new() };
    let (mut world, elements) = build(engine, case, &record, Some((fact, whole)));
    let mut nodes = vec![world.constraint];
    nodes.extend_from_slice(&elements.rules);
    nodes.extend(elements.all(&engine.pack).iter().map(|element| element.node));
    let is_own = |meaning: &Meaning| matches!(meaning, Meaning::Pieces { fact: own, .. } if *own == fact);
    let Some(at) = world.variables.iter().position(is_own) else { return vec![whole] };
    let Some(Meaning::Pieces { pieces, .. }) = world.variables.get(at).cloned() else { return vec![whole] };
    let mut ranges: Vec<(i64, i64)> = Vec::new();
    let mut before: Vec<Node> = Vec::new();
    for (atom, (first, last)) in (0_u16..).zip(pieces) {
        let here = at_atom(&mut world, &nodes, at, atom);
        // Where no completion is left, something else is set aside: that is looked at piece by piece.
        match ranges.last_mut().filter(|_| here == before && here.first() != Some(&Node::NO)) {
            Some(range) => range.1 = last,
            None => ranges.push((first, last)),
        }
        before = here;
    }
    ranges
}

fn at_atom(world: &mut World<'_>, nodes: &[Node], variable: usize, atom: u16) -> Vec<Node> {
    let mut fixed = Vec::new();
    for node in nodes {
        fixed.push(world.diagrams.restrict(*node, &|own| (usize::from(own) == variable).then_some(atom)));
    }
    fixed
}
