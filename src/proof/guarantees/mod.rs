//! Guarantees: each is proved for every possible case, or refuted by one, or it is said that neither could be done.
//!
//! A world in which nothing is known and nothing assumed stands for all cases. Where a promise is broken is a diagram over
//! it like any other ([`Breach`]): if that holds nowhere, the promise is proved. Else the paths of the diagram give cases,
//! each of which is looked at once more for itself before it is believed ([`witness`]). What lies beyond the method's
//! limits counts as broken where the proof is sought, so that nothing is ever claimed by mistake.

mod breach;
mod estimate;
mod independent;
mod monotone;
mod order;
mod pair;
mod presence;
mod value;
mod witness;

use crate::engine::Engine;
use crate::engine::part::Part;
use crate::engine::world::World;
use crate::model::{
    ActionId, Comparison, Condition, Definition, Derived, DerivedId, FactId, Guarantee, Name, Pack, Promise, Type, When,
};
use crate::plan::elements::Elements;
use crate::space::{Cases, Complete, Outgrown};

use breach::Breach;

/// What is found of a guarantee.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// No case breaks it.
    Proved,
    Broken(Witness),
    Open(Limit),
}

/// What breaks a guarantee.
#[derive(Debug, Clone, PartialEq)]
pub struct Witness {
    /// One complete case, or two that are held against each other.
    pub cases: Vec<Complete>,
    /// The same as they are written in JSON, with nothing but what matters.
    pub given: Vec<serde_json::Value>,
    /// What they show, for people.
    pub words: String,
}

/// Why something could not be told exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// It takes more room than there is, by itself or by what it rests on, which is named.
    Nodes(Vec<Outgrown>),
    /// The order of actions hangs together in too many ways.
    Orders,
    /// Quantities that hang together by formulas; made of these facts, by id.
    Quantities(Vec<String>),
    /// What is to get worse alone follows from facts.
    Derived,
}

impl Limit {
    /// The limit, for people.
    pub fn words(&self) -> String {
        let words = match self {
            Limit::Nodes(outgrown) if !outgrown.is_empty() => {
                let named: Vec<String> = outgrown.iter().map(Outgrown::to_string).collect();
                return format!("in all cases together this outgrows what can be looked at: {}", named.join("; "));
            }
            Limit::Nodes(_) => "all cases together outgrow what can be looked at",
            Limit::Orders => "the order of actions can come about in too many ways",
            Limit::Quantities(facts) if !facts.is_empty() => {
                let facts: Vec<String> = facts.iter().map(|fact| format!("`{fact}`")).collect();
                return format!("it rests on amounts made of {}, which hang together", facts.join(", "));
            }
            Limit::Quantities(_) => "it rests on amounts whose formulas read facts that other cells test as well",
            Limit::Derived => "what follows from facts does not get worse alone",
        };
        words.to_owned()
    }

    /// What a rule author can do about it.
    pub fn way_out(&self) -> &'static str {
        match self {
            Limit::Nodes(_) => "give it a narrower `when`, or part tables that read many facts",
            Limit::Orders => "give it a narrower `when`, or name single actions instead of steps",
            Limit::Quantities(_) => "promise it of the outputs of tables instead, or narrow it by `when`",
            Limit::Derived => "promise it for each fact that it follows from",
        }
    }
}

/// The pack with the `when` of each guarantee as one more condition, so that facts are cut where it tells cases apart.
fn with_conditions(pack: &Pack) -> Pack {
    let mut pack = pack.clone();
    for guarantee in &pack.guarantees {
        pack.derived.push(Derived {
            id: String::new(),
            title: String::new(),
            kind: Type::YesNo,
            optional: false,
            definition: Definition::Condition(Condition {
                when: guarantee.when.clone(),
                unless: When::never(),
                grounds: guarantee.grounds.clone(),
            }),
        });
    }
    pack
}

/// The condition that stands for the `when` of a guarantee of a pack [`with_conditions`].
fn condition_of(pack: &Pack, guarantee: usize) -> Name {
    let first = pack.derived.len().saturating_sub(pack.guarantees.len());
    Name::Derived(DerivedId::at(first.saturating_add(guarantee)))
}

/// What is found of each guarantee of a pack. `today`, in days since 1970-01-01, is the date of all cases.
pub fn prove(pack: &Pack, today: i64) -> Vec<Verdict> {
    let engine = &Engine::new(with_conditions(pack), String::new());
    let guarantees = &engine.pack.guarantees;
    let mut breaches = Vec::new();
    let cases = Cases::all(engine, today);
    let mut world = cases.build(&mut |world, elements| {
        breaches.clear();
        breaches.extend(guarantees.iter().enumerate().map(|(at, guarantee)| {
            let found = world.attempt(|world| breaches_of(world, elements, at, guarantee));
            found.unwrap_or_else(|| Err(Limit::Nodes(Vec::new())))
        }));
    });
    let mut verdicts = Vec::new();
    for (at, (guarantee, breaches)) in guarantees.iter().zip(breaches).enumerate() {
        verdicts.push(match breaches {
            Ok(breaches) => verdict(&cases, &mut world, at, guarantee, &breaches),
            Err(Limit::Nodes(_)) => Verdict::Open(nodes(&world, at, guarantee)),
            Err(limit) => Verdict::Open(limit),
        });
    }
    verdicts
}

fn verdict(cases: &Cases, world: &mut World<'_>, at: usize, guarantee: &Guarantee, breaches: &[Breach]) -> Verdict {
    if breaches.iter().all(|breach| breach.is_nowhere(world)) {
        return Verdict::Proved;
    }
    match witness::find(cases, world, at, guarantee, breaches) {
        Some(witness) => Verdict::Broken(witness),
        None => Verdict::Open(match nodes(world, at, guarantee) {
            Limit::Nodes(outgrown) if outgrown.is_empty() && !world.diagrams.exceeded() => {
                Limit::Quantities(amounts(cases.engine, guarantee))
            }
            limit => limit,
        }),
    }
}

/// That a guarantee takes too much room, with what of it does.
fn nodes(world: &World<'_>, at: usize, guarantee: &Guarantee) -> Limit {
    let mut parts = promised(world.pack, &guarantee.promise);
    parts.extend(Part::of(world.pack, condition_of(world.pack, at)));
    Limit::Nodes(Outgrown::behind(world, &parts))
}

/// The parts of which something is promised.
pub fn promised(pack: &Pack, promise: &Promise) -> Vec<Part> {
    let actions = || (0..pack.actions.len()).map(ActionId::at);
    let mut parts: Vec<Part> = names_of(promise).into_iter().filter_map(|name| Part::of(pack, name)).collect();
    match promise {
        Promise::Must(own) | Promise::Never(own) => parts.extend(own.iter().copied().map(Part::Action)),
        Promise::MustSet(own) | Promise::NeverSet(own) => {
            parts.extend(actions().map(|action| Part::Parameter(action, *own)));
        }
        Promise::Order(..) => parts.extend(actions().map(Part::Action)),
        Promise::Value(_) | Promise::Monotone { .. } | Promise::Independent { .. } => {}
    }
    parts
}

/// The facts of which the amounts that a guarantee speaks of are made, in declared order, by id.
fn amounts(engine: &Engine, guarantee: &Guarantee) -> Vec<String> {
    let pack = &engine.pack;
    let is_quantity = |fact: &FactId| pack.type_of(Name::Fact(*fact)).is_quantity();
    let quantities: Vec<FactId> = (0..pack.facts.len()).map(FactId::at).filter(is_quantity).collect();
    let read = engine.layout.read_by(pack, &names_of(&guarantee.promise), &quantities);
    read.into_iter().map(|fact| pack.id_of(Name::Fact(fact)).to_owned()).collect()
}

/// The names whose values are promised.
fn names_of(promise: &Promise) -> Vec<Name> {
    let mut names = Vec::new();
    match promise {
        Promise::Value(Comparison { left, right, .. }) => {
            left.each_name(&mut |name| names.push(name));
            right.each_name(&mut |name| names.push(name));
        }
        Promise::Monotone { of, .. } => names.push(*of),
        Promise::Independent { of, .. } => names.extend(of),
        _ => {}
    }
    names
}

/// Where a guarantee is broken.
fn breaches_of(
    world: &mut World<'_>,
    elements: &Elements,
    at: usize,
    guarantee: &Guarantee,
) -> Result<Vec<Breach>, Limit> {
    let when = world.value(condition_of(world.pack, at));
    // What is undetermined does not hold.
    let when = world.diagrams.truly(when);
    let broken = match &guarantee.promise {
        Promise::Must(actions) => presence::without(world, elements, actions),
        Promise::Never(actions) => presence::with(world, elements, actions),
        Promise::MustSet(parameter) => presence::unset(world, elements, *parameter),
        Promise::NeverSet(parameter) => presence::set(world, elements, *parameter),
        Promise::Order(first, second) => {
            return order::turned(world, elements, (*first, *second), when).map(Breach::single);
        }
        Promise::Value(comparison) => {
            let parts = value::broken(world, comparison);
            return Ok(parts.into_iter().flat_map(|part| Breach::single(world.diagrams.and(when, part))).collect());
        }
        Promise::Monotone { of, by: Name::Fact(by) } => return Ok(monotone::falling(world, *of, *by, when)),
        Promise::Monotone { .. } => return Err(Limit::Derived),
        Promise::Independent { of, from } => return Ok(independent::dependent(world, of, from, when)),
    };
    Ok(Breach::single(world.diagrams.and(when, broken)))
}
