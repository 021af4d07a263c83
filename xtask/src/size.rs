//! What a browser downloads, compressed as a web server sends it, held against the budgets.

use std::{fs, io::Write, path::PathBuf};

use anyhow::{Context, bail};
use flate2::{Compression, write::GzEncoder};

use crate::web;

/// A sum of files and how much of the network it may take, in bytes after gzip.
struct Budget {
    what: &'static str,
    files: Vec<PathBuf>,
    limit: u64,
}

fn budgets() -> Vec<Budget> {
    vec![
        Budget { what: "runtime module", files: vec![web::RUNTIME.wasm()], limit: 90_000 },
        Budget { what: "author's module", files: vec![web::AUTHOR.wasm()], limit: 250_000 },
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
