//! How long a compiled rule set takes to say which rules hold in a complete case.
//!
//! Each iteration is one case of a thousand, so that neither the branch predictor nor the cache knows it by heart.

use amends::engine::matcher::Scratch;
use benches::{SIZES, cases, encoded, matcher, pack};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

const CASES: usize = 1_000;

/// An encoded case in, the ids of the rules that hold out.
#[divan::bench(args = SIZES, sample_size = 1_000)]
fn encoded_case(bencher: Bencher, rules: usize) {
    let pack = pack(rules);
    let matcher = matcher(&pack);
    let cases: Vec<Vec<u16>> = cases(&pack, CASES).iter().map(|case| encoded(&matcher, &pack, case)).collect();
    let mut next = cases.iter().cycle();
    let mut scratch = Scratch::default();
    bencher.bench_local(|| {
        let found = next.next().and_then(|case| matcher.matches(black_box(case), &mut scratch));
        found.map_or(0, <[u16]>::len)
    });
}
