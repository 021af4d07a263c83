//! A pack to which something is added that no method looks at in all cases: whatever has nothing to do with it is told as
//! before, and what has is named.

use amends::difference::{self, Difference, Limit, Subject as Said, Verdict as Equality};
use amends::engine::Engine;
use amends::model::{
    Action, ActionId, Cell, Clause, Condition, Definition, Derived, DerivedId, End, Fact, FactId, From, Grounds,
    Guarantee, Name, Pack, Promise, Rule, Step, StepId, Test, Type, When,
};
use amends::proof::guarantees::{Verdict, prove};
use amends::proof::{Finding, Kind, Subject, rules};
use fastrand::Rng;
use oracle::generate::{TODAY, generate};
use oracle::print;

/// How many packs are tried.
const PACKS: u64 = 3;

/// So many facts, pairs of which stand together so often that no order keeps them apart.
const KNOTS: usize = 60;
const PAIRS: usize = 160;

#[test]
fn what_is_found_of_all_other_rules_is_the_same() {
    let mut seen = 0;
    for seed in 0..PACKS {
        let (plain, _) = generate(seed);
        let tangled = with_tangle(&plain, seed);
        let found = |pack: &Pack| rules::examine(&Engine::new(pack.clone(), String::new()), TODAY);
        let (before, after) = (found(&plain), found(&tangled));
        seen += before.len();
        let own = Subject::Rule(plain.rules.len());
        let (of_tangle, others): (Vec<Finding>, Vec<Finding>) =
            after.into_iter().partition(|finding| finding.of == own);
        assert_eq!(before, others, "seed {seed}\n{}", print::pack(&plain));
        let [open] = of_tangle.as_slice() else { panic!("{of_tangle:?}") };
        assert_eq!((open.kind, open.related[0].0), (Kind::RuleOpen, Subject::Derived(tangle(&plain))));
        assert!(open.label.contains("`knot59`"), "{open:?}");
    }
    assert!(seen >= 5, "only {seen} things are found");
}

#[test]
fn every_other_guarantee_is_proved_or_broken_as_before() {
    let mut proved = 0;
    for seed in 0..PACKS {
        let (plain, _) = generate(seed);
        let verdicts = |pack: &Pack| -> Vec<&str> {
            let mut pack = pack.clone();
            let never = |action| guarantee(Promise::Never(vec![ActionId::at(action)]), When::always());
            pack.guarantees = (0..plain.actions.len()).map(never).collect();
            prove(&pack, TODAY).iter().map(told).collect()
        };
        let before = verdicts(&plain);
        proved += before.iter().filter(|told| **told == "proved").count();
        assert_eq!(before, verdicts(&with_tangle(&plain, seed)), "seed {seed}\n{}", print::pack(&plain));
    }
    assert!(proved >= 1, "only {proved} are proved");
}

#[test]
fn a_guarantee_that_rests_on_it_names_it_and_its_facts() {
    let (plain, _) = generate(1);
    let mut pack = with_tangle(&plain, 1);
    let tied = ActionId::at(plain.actions.len());
    pack.guarantees = vec![guarantee(Promise::Must(vec![tied]), is(Name::Derived(tangle(&plain)), 1))];
    let verdicts = prove(&pack, TODAY);
    let [Verdict::Open(limit)] = verdicts.as_slice() else { panic!("{verdicts:?}") };
    assert!(limit.words().contains("the condition `tangled`, over `knot0`, `knot1`"), "{}", limit.words());
}

#[test]
fn differences_are_told_as_before_and_what_it_leaves_open_is_named() {
    let mut changed = 0;
    for seed in 0..PACKS {
        let (old, _) = generate(seed);
        let mut new = old.clone();
        new.rules.remove(0);
        let compare = |old: &Pack, new: &Pack| {
            let engine = |pack: &Pack| Engine::new(pack.clone(), String::new());
            difference::compare(&engine(old), &engine(new), TODAY)
        };
        let (before, after) = (compare(&old, &new), compare(&with_tangle(&old, seed), &with_tangle(&new, seed)));
        changed += before.changes.len();
        let because = format!("seed {seed}: {before:#?} {after:#?}\n{}", print::pack(&old));
        assert_eq!(told_changes(&before), told_changes(&after), "{because}");
        let own = |subject: &Said| *subject == Said::Action { action: "tie".to_owned() };
        let undecided: Vec<&Said> = after.undecided.iter().map(|open| &open.subject).filter(|of| !own(of)).collect();
        assert_eq!(before.undecided.iter().map(|open| &open.subject).collect::<Vec<_>>(), undecided, "{because}");
        let open = after.undecided.iter().find(|open| own(&open.subject)).expect("it is open");
        assert_eq!(open.because, Limit::Size, "{because}");
        for outgrown in open.outgrown.iter() {
            assert_eq!(outgrown.iter().map(|own| own.id.as_str()).collect::<Vec<_>>(), ["tangled"], "{because}");
        }
        assert_ne!(after.plans, Equality::Equal);
    }
    assert!(changed >= 5, "only {changed} changes");
}

fn told_changes(difference: &Difference) -> Vec<(String, u64)> {
    let changes = difference.changes.iter();
    let mut told: Vec<(String, u64)> = changes
        .map(|change| {
            let share = change.share.of_all.to_bits();
            (format!("{:?} {:?} {:?}", change.subject, change.before, change.after), share)
        })
        .collect();
    told.sort();
    told
}

fn told(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Proved => "proved",
        Verdict::Broken(_) => "broken",
        Verdict::Open(_) => "open",
    }
}

fn guarantee(promise: Promise, when: When) -> Guarantee {
    Guarantee { id: "promise".to_owned(), when, promise, grounds: Grounds::default() }
}

fn tangle(plain: &Pack) -> DerivedId {
    DerivedId::at(plain.derived.len())
}

fn is(of: Name, scalar: i64) -> When {
    When(vec![Clause(vec![cell(of, scalar)])])
}

fn cell(of: Name, scalar: i64) -> Cell {
    Cell { of, tests: vec![Test::Is(End::Constant(scalar))], text: String::new() }
}

/// The pack with one more action, brought by a condition that holds where both of any of many pairs of facts are so.
fn with_tangle(plain: &Pack, seed: u64) -> Pack {
    let mut pack = plain.clone();
    let mut random = Rng::with_seed(seed);
    let fact = |at| Fact {
        id: format!("knot{at}"),
        title: String::new(),
        kind: Type::YesNo,
        ask: None,
        from: From::Agent,
        applies: When::always(),
        optional: false,
        default: None,
        sensitive: false,
        usual: None,
        grounds: Grounds::default(),
    };
    pack.facts.extend((0..KNOTS).map(fact));
    let mut knot = || cell(Name::Fact(FactId::at(plain.facts.len() + random.usize(0..KNOTS))), 1);
    let when = When((0..PAIRS).map(|_| Clause(vec![knot(), knot()])).collect());
    let condition = Condition { when, unless: When::never(), grounds: Grounds::default() };
    pack.derived.push(Derived {
        id: "tangled".to_owned(),
        title: String::new(),
        kind: Type::YesNo,
        optional: false,
        definition: Definition::Condition(condition),
    });
    pack.steps.push(Step { id: "tying".to_owned(), title: String::new() });
    pack.actions.push(Action {
        id: "tie".to_owned(),
        title: String::new(),
        step: StepId::at(plain.steps.len()),
        justice: Vec::new(),
        must: false,
        kind: None,
        say: None,
        grounds: Grounds::default(),
    });
    pack.rules.push(Rule {
        id: "tie_it".to_owned(),
        when: is(Name::Derived(tangle(plain)), 1),
        unless: When::never(),
        recommend: vec![ActionId::at(plain.actions.len())],
        avoid: Vec::new(),
        with: Vec::new(),
        demands: Vec::new(),
        skip: Vec::new(),
        grounds: Grounds::default(),
    });
    pack
}
