//! The engine and the oracle say the same of random packs and cases.

mod compare;
mod outcomes;
mod shrink;

use amends::case::Case;
use amends::model::{ActionId, Demand, Fact, Pack, Place, Rule, Test, Type, Value, When};
use oracle::generate::{TODAY, generate};
use oracle::{build, may_blur, print};

/// Cases with more completions than this are passed over.
const LIMIT: usize = 5_000;

/// How many packs are tried, each with some cases.
const PACKS: u64 = 800;

#[test]
fn the_engine_says_of_random_cases_what_the_oracle_says() {
    let mut exact = 0;
    let mut all = 0;
    for seed in 0..PACKS {
        let (pack, cases) = generate(seed);
        for case in &cases {
            all += 1;
            exact += usize::from(!may_blur(&pack, case));
            let differences = compare::differences(&pack, case, LIMIT);
            if !differences.is_empty() {
                fail(seed, pack, case, &|pack, case| compare::differences(pack, case, LIMIT));
            }
        }
    }
    assert!(exact * 3 > all, "only {exact} of {all} cases are held against every word of the oracle");
}

/// Each answer costs the oracle as much as a case does.
const PACKS_FOR_OUTCOMES: u64 = 200;
const LIMIT_FOR_OUTCOMES: usize = 300;

#[test]
fn what_answers_would_change_is_what_the_oracle_finds_once_they_are_given() {
    let mut answers = 0;
    for seed in 0..PACKS_FOR_OUTCOMES {
        let (pack, cases) = generate(seed);
        for case in &cases {
            let mut tried = 0;
            let differences = outcomes::differences(&pack, case, LIMIT_FOR_OUTCOMES, &mut tried);
            answers += tried;
            if !differences.is_empty() {
                fail(seed, pack, case, &|pack, case| outcomes::differences(pack, case, LIMIT_FOR_OUTCOMES, &mut 0));
            }
        }
    }
    assert!(answers > 2_000, "only {answers} answers were tried");
}

#[test]
fn an_order_that_only_recording_a_fact_would_open_makes_no_assumption_matter() {
    let mut pack = Pack { steps: vec![build::step("fix")], ..Pack::default() };
    pack.actions = ["first", "second"].map(|id| build::action(id, 0)).to_vec();
    pack.facts = vec![Fact { default: Some(Value::Scalar(0)), ..build::fact("known", Type::YesNo) }];
    let [first, second] = [0, 1].map(ActionId::at);
    let is_given = build::cell(&pack, build::name(0), vec![Test::Not(vec![Test::Unknown])]);
    let is_yes = build::is(&pack, build::name(0), 1);
    let turned = Rule {
        recommend: vec![first, second],
        demands: vec![Demand::First(Place::Action(second))],
        unless: build::when(vec![is_yes, is_given]),
        ..build::rule("turned", When::always())
    };
    pack.rules = vec![Rule { recommend: vec![first, second], ..build::rule("both", When::always()) }, turned];
    assert_eq!(compare::differences(&pack, &Case::empty(1, TODAY), LIMIT), Vec::<String>::new());
}

type Differences<'a> = &'a dyn Fn(&Pack, &Case) -> Vec<String>;

fn fail(seed: u64, pack: Pack, case: &Case, differences: Differences) -> ! {
    let (pack, case) = shrink::shrink(pack, case.clone(), |pack, case| !differences(pack, case).is_empty());
    let differences = differences(&pack, &case).join("\n");
    panic!("seed {seed}:\n{}{}\n{differences}", print::pack(&pack), print::case(&pack, &case));
}
