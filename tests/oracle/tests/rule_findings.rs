//! What is found of rules of random packs is so, and nothing is missed, as the oracle tells by looking at every case.

use std::collections::{BTreeMap, BTreeSet};

use amends::case::Case;
use amends::engine::Engine;
use amends::model::{ActionId, Definition, DerivedId, Name, Pack, Rule};
use amends::proof::{Finding, Kind, Subject, rules};
use oracle::complete::every_case;
use oracle::generate::{TODAY, generate};
use oracle::plan::plan;
use oracle::{Element, Has, Outcome, Truth, World, may_blur, print};

/// How many packs are tried.
const PACKS: u64 = 600;

/// Packs with more complete cases than this are passed over.
const LIMIT: usize = 300;

#[test]
fn what_is_found_of_rules_is_so_and_nothing_is_missed() {
    let mut seen: BTreeMap<Kind, usize> = BTreeMap::new();
    let (mut exact, mut missed) = (0, 0);
    for seed in 0..PACKS {
        let (pack, _) = generate(seed);
        let Some(worlds) = every_case(&pack, TODAY, LIMIT) else { continue };
        let engine = Engine::new(pack.clone(), String::new());
        let found = rules::examine(&engine, TODAY);
        found.iter().for_each(|finding| *seen.entry(finding.kind).or_default() += 1);
        let because = format!("seed {seed}\n{}", print::pack(&pack));
        let is_exact = !may_blur(&pack, &nothing(&pack));
        exact += usize::from(is_exact);
        let told = &mut Told { found: &found, is_exact, missed: &mut missed, because: &because };
        dead_rules(&pack, &worlds, told);
        conditions(&pack, &worlds, told);
        contradicted(&pack, &worlds, told);
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
                            .filter(|(element, _)| !matches!(element, Element::Conflict(_)))
                            .collect::<BTreeMap<_, _>>()
                    });
                    assert_eq!(with, without, "{finding:?} {world:?} {because}");
                }
            }
        }
    }
    let told: usize = seen.values().sum();
    assert!(exact >= 100 && missed * 100 <= told, "{missed} missed, {told} told, {exact} packs where none may be");
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

/// Holds what is told of something against what the oracle finds. Only where quantities of several facts are compared may
/// something that is so not be told (Q11), which is counted.
struct Told<'a> {
    found: &'a [Finding],
    is_exact: bool,
    missed: &'a mut usize,
    because: &'a str,
}

impl Told<'_> {
    fn of(&self, kind: Kind) -> Vec<Subject> {
        self.found.iter().filter(|finding| finding.kind == kind).map(|finding| finding.of).collect()
    }

    fn check(&mut self, kind: Kind, of: Subject, is_so: bool) {
        let is_told = self.of(kind).contains(&of);
        let is_missed = is_so && !is_told && !self.is_exact;
        *self.missed += usize::from(is_missed);
        assert!(is_told == is_so || is_missed, "{kind:?} of {of:?}, told: {is_told}; {}", self.because);
    }
}

fn is_in_force(rule: &Rule) -> bool {
    rule.grounds.valid_from.is_none_or(|from| from <= TODAY)
        && rule.grounds.valid_until.is_none_or(|until| TODAY <= until)
}

fn dead_rules(pack: &Pack, worlds: &[World], told: &mut Told<'_>) {
    for (at, rule) in pack.rules.iter().enumerate() {
        let holds =
            |world: &World| world.evaluation(pack, &nothing(pack)).holds(&rule.when, &rule.unless) == Truth::True;
        told.check(Kind::DeadRule, Subject::Rule(at), is_in_force(rule) && !worlds.iter().any(holds));
    }
}

/// Conditions that come to the same in all cases, and that is not undetermined.
fn conditions(pack: &Pack, worlds: &[World], told: &mut Told<'_>) {
    for (at, derived) in pack.derived.iter().enumerate() {
        let Definition::Condition(_) = derived.definition else { continue };
        let of = DerivedId::at(at);
        let outcome = |world: &World| world.evaluation(pack, &nothing(pack)).outcome(Name::Derived(of));
        let outcomes: BTreeSet<_> = worlds.iter().map(outcome).collect();
        let is_constant = outcomes.len() == 1 && !outcomes.contains(&Outcome::Undetermined);
        told.check(Kind::NeverTaken, Subject::Derived(of), is_constant);
    }
}

/// Of rules that hold in some case: whether something that they recommend is in no plan where they do.
fn contradicted(pack: &Pack, worlds: &[World], told: &mut Told<'_>) {
    let dead = told.of(Kind::DeadRule);
    for (at, rule) in pack.rules.iter().enumerate().filter(|(at, _)| !dead.contains(&Subject::Rule(*at))) {
        let brings = |action: &ActionId| {
            worlds.iter().any(|world| {
                let evaluation = world.evaluation(pack, &nothing(pack));
                evaluation.holds(&rule.when, &rule.unless) == Truth::True
                    && plan(&evaluation).get(&Element::Action(*action)) == Some(&Has::Present)
            })
        };
        let is_in_vain = is_in_force(rule) && !rule.recommend.iter().all(brings);
        told.check(Kind::ContradictedRule, Subject::Rule(at), is_in_vain);
    }
}
