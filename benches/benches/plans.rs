//! How long the core pack takes, natively: from rule files to a program, and from a case to its plan.

use std::{error::Error, path::Path};

use amends::{case::Case, difference::compare, engine::Engine, pack, plan, program};
use divan::{Bencher, black_box};

/// 2026-04-01, in days since 1970-01-01.
const NOW: i64 = 20_544;

fn main() {
    divan::main();
}

/// The core pack's program.
fn compiled() -> Result<Vec<u8>, Box<dyn Error>> {
    program_of("core")
}

/// The program of a pack under `rules`.
fn program_of(name: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let reading = pack::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules").join(name))?;
    let pack = reading.pack.ok_or("the pack has mistakes")?;
    Ok(program::write(&pack)?)
}

/// Where the plans of the core pack and of another differ, over all cases.
#[divan::bench(args = ["core", "example_overlay"])]
fn difference(bencher: Bencher, other: &str) {
    let engine = |name| -> Result<Engine, Box<dyn Error>> {
        let program = program::load(&program_of(name)?)?;
        Ok(Engine::new(program.pack, program.hash))
    };
    let (Ok(old), Ok(new)) = (engine("core"), engine(other)) else { return };
    bencher.bench_local(|| compare(black_box(&old), &new, NOW).changes.len());
}

/// Rule files in, a program out.
#[divan::bench]
fn compile(bencher: Bencher) {
    bencher.bench_local(|| compiled().map_or(0, |bytes| bytes.len()));
}

/// A case in which nothing is known in, its plan and the next question out.
#[divan::bench]
fn empty_case(bencher: Bencher) {
    let Ok(program) = compiled().and_then(|bytes| Ok(program::load(&bytes)?)) else { return };
    let engine = Engine::new(program.pack, program.hash);
    let case = Case::empty(engine.pack.facts.len(), NOW);
    bencher.bench_local(|| plan::recommend(&engine, black_box(&case)).questions.len());
}
