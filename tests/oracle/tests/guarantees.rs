//! What is proved of random guarantees holds in every case, and what is said to break one breaks it, as the oracle tells.

use std::collections::{BTreeMap, BTreeSet};

use amends::case::Case;
use amends::model::{
    ActionId, Comparison, FactId, Formula, Guarantee, Name, Pack, ParameterId, Place, Promise, Relation, StepId, Type,
    Value, When,
};
use amends::proof::guarantees::{Verdict, prove};
use amends::space::Complete;
use fastrand::Rng;
use oracle::complete::every_case;
use oracle::generate::{TODAY, generate};
use oracle::plan::plan;
use oracle::{Element, Has, Outcome, Truth, World, print};

/// How many packs are tried.
const PACKS: u64 = 300;

/// Packs with more complete cases than this are passed over.
const LIMIT: usize = 150;

#[test]
fn what_is_proved_holds_in_every_case_and_what_breaks_a_promise_is_a_case() {
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for seed in 0..PACKS {
        let (mut pack, _) = generate(seed);
        let Some(worlds) = every_case(&pack, TODAY, LIMIT) else { continue };
        pack.guarantees = guarantees(&pack, &mut Rng::with_seed(seed));
        for (guarantee, verdict) in pack.guarantees.iter().zip(prove(&pack, TODAY)) {
            let told = match &verdict {
                Verdict::Proved => {
                    let broken = breaking(&pack, guarantee, &worlds);
                    assert_eq!(broken, None, "seed {seed}: {guarantee:?}\n{}", print::pack(&pack));
                    "proved"
                }
                Verdict::Broken(witness) => {
                    let cases: Vec<World> = witness.cases.iter().map(|case| world(&pack, case)).collect();
                    for case in &cases {
                        assert!(worlds.contains(case), "seed {seed}: {guarantee:?} {case:?}\n{}", print::pack(&pack));
                    }
                    let broken = breaking(&pack, guarantee, &cases);
                    assert!(broken.is_some(), "seed {seed}: {guarantee:?} {witness:?}\n{}", print::pack(&pack));
                    "broken"
                }
                Verdict::Open(_) => "open",
            };
            *seen.entry((kind(&guarantee.promise), told)).or_default() += 1;
        }
    }
    for kind in ["must", "never", "must set", "never set", "order", "value", "monotone", "independent"] {
        let count = |told| seen.get(&(kind, told)).copied().unwrap_or(0);
        let (proved, broken, open) = (count("proved"), count("broken"), count("open"));
        assert!(proved >= 10 && broken >= 10, "{kind}: {seen:?}");
        assert!(open * 4 <= proved + broken, "{kind}: {seen:?}");
    }
}

fn kind(promise: &Promise) -> &'static str {
    match promise {
        Promise::Must(_) => "must",
        Promise::Never(_) => "never",
        Promise::MustSet(_) => "must set",
        Promise::NeverSet(_) => "never set",
        Promise::Order(..) => "order",
        Promise::Value(_) => "value",
        Promise::Monotone { .. } => "monotone",
        Promise::Independent { .. } => "independent",
    }
}

fn facts(pack: &Pack) -> impl Iterator<Item = FactId> + use<> {
    (0..pack.facts.len()).map(FactId::at)
}

/// A complete case of the checker as one of the oracle. Whether a fact is recorded counts where a cell tests that.
fn world(pack: &Pack, case: &Complete) -> World {
    let mut world =
        World { values: case.values.clone(), applies: vec![false; pack.facts.len()], recorded: case.recorded.clone() };
    for fact in facts(pack) {
        world.recorded[fact.index()] &= oracle::record_is_tested(pack, fact);
    }
    let applies = |fact| world.evaluation(pack, &Case::empty(pack.facts.len(), TODAY)).applies(fact);
    world.applies = facts(pack).map(applies).collect();
    world
}

/// Guarantees of every kind, at random.
fn guarantees(pack: &Pack, random: &mut Rng) -> Vec<Guarantee> {
    let mut whens: Vec<When> = pack.rules.iter().map(|rule| rule.when.clone()).collect();
    whens.extend([When::always(), When::always(), When::always()]);
    let mut promises = Vec::new();
    let actions = pack.actions.len();
    for _ in 0..3 {
        let some = |random: &mut Rng| (0..random.usize(1..3)).map(|_| ActionId::at(random.usize(0..actions))).collect();
        promises.push(Promise::Must(some(random)));
        promises.push(Promise::Never(some(random)));
        let place = |random: &mut Rng| match random.u8(0..4) {
            0 => Place::Step(StepId::at(random.usize(0..pack.steps.len()))),
            _ => Place::Action(ActionId::at(random.usize(0..actions))),
        };
        promises.push(Promise::Order(place(random), place(random)));
        if !pack.parameters.is_empty() {
            let parameter = ParameterId::at(random.usize(0..pack.parameters.len()));
            promises.push(Promise::MustSet(parameter));
            promises.push(Promise::NeverSet(parameter));
        }
    }
    let derived = pack.derived.iter().enumerate();
    let derived: Vec<Name> = derived
        .filter(|(_, derived)| !is_list(pack, derived))
        .map(|(at, _)| Name::Derived(amends::model::DerivedId::at(at)))
        .collect();
    let ordered = |name: &Name| {
        let kind = pack.type_of(*name);
        kind.is_quantity() || matches!(kind, Type::Level(_) | Type::YesNo)
    };
    let quantities: Vec<Name> = facts(pack)
        .map(Name::Fact)
        .chain(derived.iter().copied())
        .filter(|name| pack.type_of(*name).is_quantity())
        .collect();
    let of: Vec<Name> = derived.iter().copied().filter(ordered).collect();
    let by: Vec<Name> = facts(pack).map(Name::Fact).filter(ordered).collect();
    for _ in 0..4 {
        if let (Some(of), Some(by)) = (random.choice(&of), random.choice(&by)) {
            promises.push(Promise::Monotone { of: *of, by: *by });
        }
        if let Some(of) = random.choice(&derived) {
            let from = (0..random.usize(1..3)).map(|_| FactId::at(random.usize(0..pack.facts.len())));
            promises.push(Promise::Independent {
                of: vec![*of],
                from: from.collect::<BTreeSet<_>>().into_iter().collect(),
            });
        }
        if let Some(left) = random.choice(&quantities) {
            let alike: Vec<&Name> =
                quantities.iter().filter(|name| pack.type_of(**name) == pack.type_of(*left)).collect();
            let relations = [Relation::Less, Relation::AtMost, Relation::Equal, Relation::AtLeast, Relation::Greater];
            let right = match random.choice(alike) {
                Some(right) if random.bool() && right != left => Formula::Name(*right),
                _ => {
                    let (low, high) = pack.type_of(*left).range().unwrap_or((0, 0));
                    let decimals = pack.type_of(*left).decimals();
                    Formula::Constant { digits: random.i64(low.max(-20)..=high.min(20).max(low.max(-20))), decimals }
                }
            };
            let relation = *random.choice(&relations).expect("some");
            promises.push(Promise::Value(Comparison { left: Formula::Name(*left), relation, right }));
        }
    }
    let guarantee = |promise| Guarantee {
        id: String::new(),
        when: random.choice(&whens).expect("some").clone(),
        promise,
        grounds: Default::default(),
    };
    promises.into_iter().map(guarantee).collect()
}

fn is_list(pack: &Pack, derived: &amends::model::Derived) -> bool {
    match &derived.definition {
        amends::model::Definition::Output { table, .. } => pack.tables[table.index()].hit.is_list(),
        _ => false,
    }
}

/// The first case, or two cases, among some that break a guarantee.
fn breaking(pack: &Pack, guarantee: &Guarantee, worlds: &[World]) -> Option<Vec<World>> {
    let case = Case::empty(pack.facts.len(), TODAY);
    let worlds = || worlds.iter().filter(|world| world.evaluation(pack, &case).when(&guarantee.when) == Truth::True);
    let value = |world: &World, name: &Name| world.evaluation(pack, &case).outcome(*name);
    let scalar = |world: &World, name: &Name| match value(world, name) {
        Outcome::Value(Value::Scalar(scalar)) => Some(scalar),
        _ => None,
    };
    let pairs = |apart: &[FactId], broken: &dyn Fn(&World, &World) -> bool| {
        let mut pairs = worlds().flat_map(|one| worlds().map(move |other| (one, other)));
        let found = pairs.find(|(one, other)| differ_in_alone(one, other, apart) && broken(one, other));
        found.map(|(one, other)| vec![one.clone(), other.clone()])
    };
    match &guarantee.promise {
        Promise::Monotone { of, by: Name::Fact(by) } => pairs(&[*by], &|one, other| {
            let by = Name::Fact(*by);
            let grows = scalar(one, &by).zip(scalar(other, &by)).is_some_and(|(one, other)| one < other);
            grows && scalar(one, of).zip(scalar(other, of)).is_some_and(|(one, other)| one > other)
        }),
        Promise::Independent { of, from } => {
            pairs(from, &|one, other| of.iter().any(|of| value(one, of) != value(other, of)))
        }
        promise => worlds().find(|world| breaks(pack, &case, promise, world)).map(|world| vec![world.clone()]),
    }
}

/// Whether two cases of one record differ in some facts alone, and in those that apply in only one of them.
fn differ_in_alone(one: &World, other: &World, apart: &[FactId]) -> bool {
    one.recorded == other.recorded
        && (0..one.values.len()).all(|at| {
            one.values[at] == other.values[at]
                || one.applies[at] != other.applies[at]
                || apart.contains(&FactId::at(at))
        })
}

fn breaks(pack: &Pack, case: &Case, promise: &Promise, world: &World) -> bool {
    let evaluation = world.evaluation(pack, case);
    let plan = plan(&evaluation);
    let present = |action: &ActionId| plan.get(&Element::Action(*action)) == Some(&Has::Present);
    let is_set = |parameter: &ParameterId| {
        plan.iter().any(|(element, has)| {
            matches!(element, Element::Parameter(_, own) if own == parameter) && *has != Has::Undetermined
        })
    };
    let stands_at = |action: &ActionId, place: &Place| match place {
        Place::Action(own) => own == action,
        Place::Step(step) => pack.actions[action.index()].step == *step,
    };
    match promise {
        Promise::Must(actions) => !actions.iter().any(present),
        Promise::Never(actions) => actions.iter().any(present),
        Promise::MustSet(parameter) => !is_set(parameter),
        Promise::NeverSet(parameter) => is_set(parameter),
        Promise::Order(first, second) => plan.iter().any(|(element, has)| match element {
            Element::Order(earlier, later) => {
                *has == Has::Present && stands_at(earlier, second) && stands_at(later, first)
            }
            _ => false,
        }),
        Promise::Value(Comparison { left, relation, right }) => {
            let (Some(left), Some(right)) = (evaluation.exactly(left), evaluation.exactly(right)) else { return false };
            !match relation {
                Relation::Less => left < right,
                Relation::AtMost => left <= right,
                Relation::Equal => left == right,
                Relation::AtLeast => left >= right,
                Relation::Greater => left > right,
            }
        }
        Promise::Monotone { .. } | Promise::Independent { .. } => panic!("two cases are held against each other"),
    }
}
