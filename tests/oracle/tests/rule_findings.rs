//! What is found of rules of random packs is so, and nothing is missed, as the oracle tells by looking at every case.

use std::collections::{BTreeMap, BTreeSet};

use amends::case::Case;
use amends::engine::Engine;
use amends::model::{Definition, DerivedId, FactId, Name, Pack};
use amends::proof::{Finding, Kind, Subject, rules};
use oracle::complete::Known;
use oracle::generate::{TODAY, generate};
use oracle::plan::plan;
use oracle::{Truth, World, print};

/// How many packs are tried.
const PACKS: u64 = 400;

/// Packs with more complete cases than this are passed over.
const LIMIT: usize = 300;

#[test]
fn what_is_found_of_rules_is_so_and_nothing_is_missed() {
    let mut seen: BTreeMap<Kind, usize> = BTreeMap::new();
    for seed in 0..PACKS {
        let (pack, _) = generate(seed);
        let Some(worlds) = every_case(&pack) else { continue };
        let engine = Engine::new(pack.clone(), String::new());
        let found = rules::examine(&engine, TODAY);
        found.iter().for_each(|finding| *seen.entry(finding.kind).or_default() += 1);
        let because = format!("seed {seed}\n{}", print::pack(&pack));
        dead_rules(&pack, &worlds, &found, &because);
        conditions(&pack, &worlds, &found, &because);
        for finding in &found {
            let Subject::Rule(rule) = finding.of else { continue };
            if matches!(finding.kind, Kind::DeadRule | Kind::SubsumedRule) {
                let mut without = pack.clone();
                without.rules.remove(rule);
                let rule = &pack.rules[rule];
                for world in &worlds {
                    let holds = world.evaluation(&pack, &nothing(&pack)).holds(&rule.when, &rule.unless);
                    if finding.kind == Kind::DeadRule && holds == Truth::Undetermined {
                        continue;
                    }
                    let plans = [&pack, &without].map(|pack| plan(&world.evaluation(pack, &nothing(pack))));
                    let [with, without] = plans.map(|plan| {
                        // Conflicts name the rules at odds, also those that say the same.
                        plan.into_iter()
                            .filter(|(element, _)| !matches!(element, oracle::Element::Conflict(_)))
                            .collect::<BTreeMap<_, _>>()
                    });
                    assert_eq!(with, without, "{finding:?} {world:?} {because}");
                }
            }
        }
    }
    for kind in [
        Kind::DeadRule,
        Kind::SubsumedRule,
        Kind::ContradictedRule,
        Kind::ParameterClash,
        Kind::OutOfLimits,
        Kind::NeverTaken,
    ] {
        assert!(seen.get(&kind).copied().unwrap_or(0) >= 5, "{seen:?}");
    }
}

fn nothing(pack: &Pack) -> Case {
    Case::empty(pack.facts.len(), TODAY)
}

/// All complete cases with all records; `None` if there are too many.
fn every_case(pack: &Pack) -> Option<Vec<World>> {
    let case = nothing(pack);
    let known = Known::new(pack, &case, LIMIT);
    let mut worlds = known.released(&known.assumed.clone()).ok()?;
    for fact in (0..pack.facts.len()).map(FactId::at).filter(|fact| oracle::record_is_tested(pack, *fact)) {
        let recorded = worlds.clone().into_iter().map(|mut world| {
            world.recorded[fact.index()] = true;
            world
        });
        worlds.extend(recorded.collect::<Vec<_>>());
        if worlds.len() > LIMIT {
            return None;
        }
    }
    Some(worlds)
}

fn of(found: &[Finding], kind: Kind) -> Vec<Subject> {
    found.iter().filter(|finding| finding.kind == kind).map(|finding| finding.of).collect()
}

fn dead_rules(pack: &Pack, worlds: &[World], found: &[Finding], because: &str) {
    let told: Vec<Subject> = of(found, Kind::DeadRule);
    let open = of(found, Kind::RuleOpen);
    for (at, rule) in pack.rules.iter().enumerate().filter(|(at, _)| !open.contains(&Subject::Rule(*at))) {
        let grounds = &rule.grounds;
        let in_force = grounds.valid_from.is_none_or(|from| from <= TODAY)
            && grounds.valid_until.is_none_or(|until| TODAY <= until);
        let holds =
            |world: &World| world.evaluation(pack, &nothing(pack)).holds(&rule.when, &rule.unless) == Truth::True;
        let is_dead = in_force && !worlds.iter().any(holds);
        assert_eq!(is_dead, told.contains(&Subject::Rule(at)), "rule {}; {because}", rule.id);
    }
}

fn conditions(pack: &Pack, worlds: &[World], found: &[Finding], because: &str) {
    let told = of(found, Kind::NeverTaken);
    for (at, derived) in pack.derived.iter().enumerate() {
        let Definition::Condition(_) = derived.definition else { continue };
        let outcome = |world: &World| world.evaluation(pack, &nothing(pack)).outcome(Name::Derived(DerivedId::at(at)));
        let outcomes: BTreeSet<_> = worlds.iter().map(outcome).collect();
        let is_told = told.contains(&Subject::Derived(DerivedId::at(at)));
        let is_constant = outcomes.len() == 1 && !outcomes.contains(&oracle::Outcome::Undetermined);
        assert!(!is_told || is_constant, "{}: {outcomes:?}; {because}", derived.id);
    }
}
