//! The engine and the oracle say the same of random packs and cases.

mod compare;
mod outcomes;
mod shrink;

use amends::case::Case;
use amends::model::Pack;
use oracle::generate::generate;
use oracle::{may_blur, print};

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

type Differences<'a> = &'a dyn Fn(&Pack, &Case) -> Vec<String>;

fn fail(seed: u64, pack: Pack, case: &Case, differences: Differences) -> ! {
    let (pack, case) = shrink::shrink(pack, case.clone(), |pack, case| !differences(pack, case).is_empty());
    let differences = differences(&pack, &case).join("\n");
    panic!("seed {seed}:\n{}{}\n{differences}", print::pack(&pack), print::case(&pack, &case));
}
