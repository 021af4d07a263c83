//! The engine and the oracle say the same of random packs and cases.

mod blur;
mod compare;
mod shrink;

use oracle::generate::generate;
use oracle::print;

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
            exact += usize::from(!blur::may_blur(&pack, case));
            let differences = compare::differences(&pack, case, LIMIT);
            if !differences.is_empty() {
                let (pack, case) = shrink::shrink(pack, case.clone(), |pack, case| {
                    !compare::differences(pack, case, LIMIT).is_empty()
                });
                panic!(
                    "seed {seed}:\n{}{}\n{}",
                    print::pack(&pack),
                    print::case(&pack, &case),
                    compare::differences(&pack, &case, LIMIT).join("\n")
                );
            }
        }
    }
    assert!(exact * 3 > all, "only {exact} of {all} cases are held against every word of the oracle");
}
