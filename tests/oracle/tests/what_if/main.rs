//! The sets of facts that are said to add or remove something are the smallest, as the oracle finds by trying all.

mod aims;
mod limits;
mod trying;

use std::collections::{BTreeMap, BTreeSet};

use amends::case::Case;
use amends::engine::Engine;
use amends::model::{Clause, FactId, Name, Pack, Value, When};
use amends::what_if::{ChangeSet, Changes, Completeness, Obstacle, what_if};
use fastrand::Rng;
use oracle::complete::domain;
use oracle::generate::{TODAY, generate};
use oracle::{Evaluation, Truth, may_blur, print};

use aims::{Aim, aims};
use trying::{Had, Tried, Values, try_all};

/// How many packs are tried.
const PACKS: u64 = 200;

/// Larger sets are not looked for.
const MOST_FACTS: usize = 4;

/// What must come up, each at least some times.
const KINDS: &[&str] = &[
    "adding an action",
    "adding an avoidance",
    "adding a step left out",
    "adding a parameter",
    "adding a parameter's value",
    "adding an order",
    "adding a value",
    "adding an amount",
    "adding a fact",
    "adding a conflict",
    "adding an approval",
    "adding an approval by a role",
    "removing an action",
    "removing an avoidance",
    "removing a step left out",
    "removing a parameter",
    "removing a parameter's value",
    "removing an order",
    "removing a value",
    "removing an amount",
    "removing a fact",
    "removing a conflict",
    "removing an approval",
    "removing an approval by a role",
    "extent All",
    "extent Impossible",
    "obstacle no rule",
    "obstacle never together",
    "obstacle the other first",
    "obstacle whatever the facts",
    "obstacle unasked",
    "sets of 1",
    "sets of 2",
    "sets of 3",
    "a way among others",
    "a yes-no",
    "a choice",
    "a level",
    "a several",
    "a number",
    "a money",
    "a duration",
    "a date",
    "one that may not apply",
    "one that is given",
    "one that is set aside",
    "one that is assumed",
    "one that is unknown",
    "one that is sensitive",
    "in a case in which nothing is known",
    "in a case of which a part is known",
    "in a case of which all is known",
];

#[test]
fn the_smallest_sets_are_those_that_trying_every_change_finds() {
    let mut reached: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 0..PACKS {
        let (mut pack, cases) = generate(seed);
        let facts = pack.facts.len();
        pack.facts[usize::try_from(seed).expect("few") % facts].sensitive = seed % 3 == 0;
        // All facts may change, so whatever is reckoned from two of them may be beyond the method (Q11).
        let is_open = may_blur(&pack, &Case::empty(facts, TODAY));
        let engine = Engine::new(pack.clone(), String::new());
        let aims = aims(&pack, &mut Rng::with_seed(seed));
        for case in &cases {
            let Some(tried) = try_all(&pack, case, &aims) else { continue };
            for (at, Aim { name, kind, .. }) in aims.iter().enumerate() {
                let found = what_if(&engine, case, name).expect("an element of the pack");
                let now = &tried.changes[&Values::new()][at];
                assert_eq!(found.adds.is_none(), now.is_certain, "seed {seed}, {name}: {case:?}");
                assert_eq!(found.removes.is_none(), now.is_excluded, "seed {seed}, {name}: {case:?}");
                for (wanted, changes) in [(true, found.adds), (false, found.removes)] {
                    let Some(changes) = changes else { continue };
                    let enough = |has: &Had| if wanted { has.is_certain } else { has.is_excluded };
                    let does: Vec<&Values> =
                        tried.changes.iter().filter(|(_, has)| enough(&has[at])).map(|(values, _)| values).collect();
                    let is_limited = changes.extent == Completeness::Limits;
                    assert!(!is_limited || is_open, "seed {seed}, {name}: {}\n{case:?}", told(&changes));
                    if let Err(what) = agrees(&pack, &changes, &does) {
                        panic!(
                            "seed {seed}, {name}, wanted {wanted}: {what}\n{}\n{case:?}\n{}",
                            told(&changes),
                            print::pack(&pack)
                        );
                    }
                    let in_some = tried.changes.values().any(|had| had[at].in_some[usize::from(!wanted)]);
                    if let Some(obstacle) = &changes.because {
                        // What nobody is asked may bring it about; else no case at all does.
                        let is_unasked = matches!(obstacle, Obstacle::Unasked { .. });
                        assert_eq!(in_some, is_unasked, "seed {seed}, {name}, wanted {wanted}: {obstacle:?}\n{case:?}");
                        *reached.entry(format!("obstacle {}", kind_of(obstacle))).or_default() += 1;
                    }
                    note(&pack, case, &tried, &changes, (kind, wanted), &mut reached);
                }
            }
        }
    }
    for what in KINDS {
        let times = reached.get(*what).copied().unwrap_or(0);
        assert!(times >= 15, "{what}: {reached:#?}");
    }
    let times = |what: &str| reached.get(what).copied().unwrap_or(0);
    assert!(times("extent Limits") * 10 <= times("extent All"), "{reached:#?}");
}

fn kind_of(obstacle: &Obstacle) -> &'static str {
    match obstacle {
        Obstacle::NoRule { .. } => "no rule",
        Obstacle::NeverTogether => "never together",
        Obstacle::OtherFirst => "the other first",
        Obstacle::WhateverTheFacts => "whatever the facts",
        Obstacle::Unasked { .. } => "unasked",
    }
}

/// An answer in short.
fn told(changes: &Changes) -> String {
    let sets = changes.sets.iter().map(|set| {
        let ways = set.ways.iter().map(|way| {
            let all: Vec<String> =
                way.0.iter().map(|becomes| format!("{} {}", becomes.fact, becomes.tests.join(" and "))).collect();
            all.join("; ")
        });
        ways.collect::<Vec<_>>().join(" or ")
    });
    format!("{:?} {:?}", changes.extent, sets.collect::<Vec<_>>())
}

/// What is noted of an answer, so that it can be asserted that all kinds come up.
fn note(
    pack: &Pack,
    case: &Case,
    tried: &Tried,
    changes: &Changes,
    (of, wanted): (&str, bool),
    reached: &mut BTreeMap<String, usize>,
) {
    let mut note = |what: String| *reached.entry(what).or_default() += 1;
    note(format!("extent {:?}", changes.extent));
    if changes.sets.is_empty() {
        return;
    }
    note(format!("{} {of}", if wanted { "adding" } else { "removing" }));
    let known = case.given.iter().flatten().count();
    let known = match known {
        0 => "in a case in which nothing is known",
        known if known == case.given.len() => "in a case of which all is known",
        _ => "in a case of which a part is known",
    };
    note(known.to_owned());
    for set in &changes.sets {
        note(format!("sets of {}", set.facts.len()));
        if set.ways.len() > 1 {
            note("a way among others".to_owned());
        }
        for id in facts_of(pack, set) {
            let declared = &pack.facts[id.index()];
            note(format!("a {}", declared.kind.id()));
            if declared.applies != When::always() {
                note("one that may not apply".to_owned());
            }
            if declared.sensitive {
                note("one that is sensitive".to_owned());
            }
            note(match case.value(id) {
                Some(_) if tried.set_aside.contains(&id) => "one that is set aside".to_owned(),
                Some(_) => "one that is given".to_owned(),
                None if declared.default.is_some() => "one that is assumed".to_owned(),
                None => "one that is unknown".to_owned(),
            });
        }
    }
}

/// Whether an answer is what trying all changes gives; `does` are those that are enough.
fn agrees(pack: &Pack, changes: &Changes, does: &[&Values]) -> Result<(), String> {
    let enough: BTreeSet<Vec<FactId>> = does.iter().map(|values| values.keys().copied().collect()).collect();
    let is_least = |set: &&Vec<FactId>| {
        let part = |other: &Vec<FactId>| other.len() < set.len() && other.iter().all(|fact| set.contains(fact));
        !enough.iter().any(part)
    };
    let mut least: Vec<Vec<FactId>> = enough.iter().filter(is_least).cloned().collect();
    least.sort_by_key(Vec::len);
    let few: Vec<Vec<FactId>> = least.iter().filter(|set| set.len() <= MOST_FACTS).cloned().collect();
    let told: Vec<Vec<FactId>> = changes.sets.iter().map(|set| facts_of(pack, set)).collect();
    let expected = match changes.extent {
        Completeness::All => told == few && !told.is_empty(),
        Completeness::Smallest => !told.is_empty() && few.starts_with(&told),
        Completeness::TooMany => few.is_empty() && !least.is_empty() && told.is_empty(),
        Completeness::Impossible => least.is_empty() && told.is_empty(),
        Completeness::Limits => told.iter().all(|set| enough.contains(set)),
    };
    if !expected {
        return Err(format!("expected {few:?}"));
    }
    changes.sets.iter().zip(&told).try_for_each(|(change, set)| values_agree(pack, change, set, changes.extent, does))
}

fn facts_of(pack: &Pack, change: &ChangeSet) -> Vec<FactId> {
    let fact = |id: &&str| match pack.name(id) {
        Some(Name::Fact(fact)) => fact,
        _ => panic!("{id} is a fact"),
    };
    change.facts.iter().map(fact).collect()
}

/// Whether the values that are told of a set are those that do.
fn values_agree(
    pack: &Pack,
    change: &ChangeSet,
    set: &[FactId],
    extent: Completeness,
    does: &[&Values],
) -> Result<(), String> {
    let every = assignments(pack, set);
    for values in every {
        let is_told = change.ways.iter().any(|way| {
            let cells = way.0.iter().flat_map(|becomes| becomes.cells.iter().cloned()).collect();
            holds(pack, &values, &When(vec![Clause(cells)]))
        });
        let does = does.contains(&&values);
        let may_lack = change.more || extent == Completeness::Limits;
        if is_told != does && !(may_lack && does) {
            return Err(format!("of {values:?} it is told {is_told}, and it is {does}"));
        }
    }
    Ok(())
}

fn holds(pack: &Pack, values: &Values, when: &When) -> bool {
    let all: Vec<Value> =
        (0..pack.facts.len()).map(|at| values.get(&FactId::at(at)).cloned().unwrap_or(Value::None)).collect();
    let recorded = vec![true; pack.facts.len()];
    // Cells on the facts themselves look at nothing else.
    Evaluation::new(pack, &all, &recorded, 0, None).when(when) == Truth::True
}

/// Every way to give some facts values.
fn assignments(pack: &Pack, set: &[FactId]) -> Vec<Values> {
    set.iter().fold(vec![Values::new()], |all, fact| {
        let declared = &pack.facts[fact.index()];
        let values: Vec<Value> = domain(&declared.kind, declared.optional).collect();
        let with = |before: &Values, value: &Value| {
            let mut with = before.clone();
            with.insert(*fact, value.clone());
            with
        };
        all.iter().flat_map(|before| values.iter().map(move |value| with(before, value))).collect()
    })
}
