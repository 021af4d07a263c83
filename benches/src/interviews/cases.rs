//! Who is interviewed: the scenarios of a pack, and random complete cases.

use amends::case::{self, Case};
use amends::engine::Engine;
use amends::engine::record::Record;
use amends::engine::world::World;
use amends::model::{Fact, FactId, From, Type, Value};
use amends::pack::Scenario;
use amends::space::{Cases, Complete};
use fastrand::Rng;

/// A complaint with what there is to know of it.
pub struct Subject {
    /// What is known before the first question: what nobody is asked, or is asked only to confirm an assumption.
    pub opening: Case,
    /// By fact: the answer, `none` where the fact does not apply; without one nobody knows it.
    pub answers: Vec<Option<Value>>,
}

impl Subject {
    /// Whether there is anything to ask of a fact: nobody asks after what does not apply.
    pub fn applies(&self, engine: &Engine, fact: FactId) -> bool {
        let may_be_none = engine.pack.facts[fact.index()].optional;
        may_be_none || self.answers[fact.index()] != Some(Value::None)
    }

    /// The same with everything known that the ticket holds.
    pub fn with_ticket(&self, engine: &Engine) -> Subject {
        let mut opening = self.opening.clone();
        for (at, fact) in engine.pack.facts.iter().enumerate() {
            if fact.from == From::Ticket && is_asked(fact) {
                opening.given[at].clone_from(&self.answers[at]);
            }
        }
        Subject { opening, answers: self.answers.clone() }
    }
}

/// The scenario as the story tells it: what it does not say nobody knows, unless it cannot apply.
///
/// # Errors
/// What is wrong with the scenario's case, as text.
pub fn of_scenario(engine: &Engine, scenario: &Scenario, today: i64) -> Result<Subject, String> {
    let entries = scenario.case.iter().map(|(name, given)| (name.clone(), given.clone()));
    let case = case::read(entries, &engine.pack, today).map_err(|errors| format!("{errors:?}"))?;
    let mut opening = Case { given: vec![None; case.given.len()], ..case.clone() };
    for (at, fact) in engine.pack.facts.iter().enumerate() {
        if !is_asked(fact) {
            opening.given[at].clone_from(&case.given[at]);
        }
    }
    let record = Record::of(&engine.pack, &engine.layout, &case);
    let mut world = World::build(&engine.pack, &engine.layout, case.now, &record, &mut |_| {});
    let mut answers = case.given;
    for (at, answer) in answers.iter_mut().enumerate().filter(|(_, answer)| answer.is_none()) {
        let applies = world.applies(FactId::at(at));
        if !world.is_possible(applies) {
            *answer = Some(Value::None);
        }
    }
    Ok(Subject { opening, answers })
}

/// A random case: every answer of a fact equally likely, of a quantity first every piece between the constants that
/// cells hold it against, then every value of the piece. What has a default has that value; nothing is known of facts
/// that are never asked.
pub fn random(engine: &Engine, today: i64, random: &mut Rng) -> Subject {
    let pack = &engine.pack;
    let mut complete = Complete { values: Vec::new(), recorded: vec![true; pack.facts.len()] };
    for (at, fact) in pack.facts.iter().enumerate() {
        let value = fact.default.clone().unwrap_or_else(|| any_value(engine, FactId::at(at), fact, random));
        complete.values.push(value);
    }
    // What does not apply becomes `none`.
    let _ = Cases::all(engine, today).alone(&mut complete);
    let answers = pack.facts.iter().zip(complete.values).map(|(fact, value)| is_asked(fact).then_some(value));
    Subject { opening: Case::empty(pack.facts.len(), today), answers: answers.collect() }
}

/// Whether an interview asks after a fact at all.
pub fn is_asked(fact: &Fact) -> bool {
    fact.ask.is_some() && fact.default.is_none() && !fact.sensitive
}

fn any_value(engine: &Engine, id: FactId, fact: &Fact, random: &mut Rng) -> Value {
    if fact.optional && random.u32(0..4) == 0 {
        return Value::None;
    }
    match &fact.kind {
        Type::Several(choices) => Value::Set(random.u64(0..1 << choices.len())),
        Type::Text => Value::Text(String::new()),
        kind => {
            let (first, last) = kind.range().unwrap_or((0, 0));
            let within = |cut: &&i64| **cut > first && **cut <= last;
            let cuts: Vec<i64> = engine.layout.cuts[id.index()].iter().filter(within).copied().collect();
            let piece = random.usize(0..=cuts.len());
            let begin = if piece == 0 { first } else { cuts[piece - 1] };
            let end = cuts.get(piece).map_or(last, |next| next - 1);
            Value::Scalar(random.i64(begin..=end))
        }
    }
}
