//! What a browser downloads, compressed as a web server sends it, held against the budgets.

use std::{fs, io::Write, path::PathBuf};

use anyhow::{Context, bail};
use flate2::{Compression, write::GzEncoder};

use crate::{place, web};

/// The panel, registered, with the glue of its module.
const ELEMENT: [&str; 2] = ["define.js", "element.js"];

/// What else the desk loads before it shows its first plan: page, module, program, words.
const FIRST_VISIT: [&str; 7] = [
    "index.html",
    "page.css",
    "icon.svg",
    "desk.js",
    "amends_bg.wasm",
    "packs/core/program.amends",
    "packs/core/phrases/en.ftl",
];

/// Files that are downloaded together, and how many bytes they may take after gzip.
struct Budget {
    what: &'static str,
    files: Vec<PathBuf>,
    limit: u64,
}

fn budgets() -> [Budget; 5] {
    let site = |names: &[&str]| -> Vec<PathBuf> { names.iter().map(|name| place::site().join(name)).collect() };
    [
        Budget { what: "runtime module", files: vec![web::RUNTIME.wasm()], limit: 90_000 },
        Budget { what: "author's module, on demand", files: vec![web::AUTHOR.wasm()], limit: 250_000 },
        Budget { what: "module of proofs, on demand", files: vec![web::PROOFS.wasm()], limit: 250_000 },
        Budget { what: "element with glue", files: site(&ELEMENT), limit: 30_000 },
        Budget { what: "first visit", files: site(&[&ELEMENT[..], &FIRST_VISIT].concat()), limit: 150_000 },
    ]
}

/// Builds all and measures.
///
/// # Errors
/// If something does not build or is over its budget.
pub fn size() -> anyhow::Result<()> {
    web::build()?;
    measure()
}

/// Measures what is built, and prints a table: bytes as they are, after gzip, and the budget.
///
/// # Errors
/// If a file is missing or a budget is exceeded.
pub fn measure() -> anyhow::Result<()> {
    let mut exceeded = Vec::new();
    eprintln!("{:<40} {:>10} {:>10} {:>10}", "", "bytes", "gzip", "budget");
    for Budget { what, files, limit } in budgets() {
        let (mut raw, mut compressed) = (0, 0);
        for file in &files {
            let bytes = fs::read(file).with_context(|| format!("`{}` is not built", file.display()))?;
            raw += bytes.len() as u64;
            compressed += gzipped(&bytes)?;
        }
        eprintln!("{what:<40} {raw:>10} {compressed:>10} {limit:>10}");
        if compressed > limit {
            exceeded.push(what);
        }
    }
    if exceeded.is_empty() { Ok(()) } else { bail!("over budget: {}", exceeded.join(", ")) }
}

/// The size after gzip at its best level, which static web servers and `gzip -9` give.
fn gzipped(bytes: &[u8]) -> anyhow::Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len() as u64)
}
