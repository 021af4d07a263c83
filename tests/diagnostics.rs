//! What is said of every kind of mistake: each file under `diagnostics` is a pack with mistakes, and its snapshot is the
//! report. A line `# file: PATH` begins another file of the same pack.
#![cfg(feature = "command")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use amends::pack::{self, Reading, Severity, Source, Style, codes};

fn source(text: &str) -> Source {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut name = "pack.toml".to_owned();
    for line in text.split_inclusive('\n') {
        match line.strip_prefix("# file: ") {
            Some(next) => name = next.trim().to_owned(),
            None => files.entry(name.clone()).or_default().extend(line.bytes()),
        }
    }
    Source { files }
}

fn read(text: &str) -> Reading {
    pack::read(&source(text), &|_| None)
}

fn report(reading: &Reading) -> String {
    let shown = reading.diagnostics.iter().map(|found| pack::render(found, &reading.files, Style::Plain));
    shown.collect::<Vec<_>>().join("\n\n")
}

#[test]
fn every_mistake_is_reported_with_its_place_and_the_way_out() {
    insta::glob!("diagnostics/*.toml", |path| {
        let text = std::fs::read_to_string(path).expect("a readable file");
        let reading = read(&text);
        assert_eq!(reading.pack.is_none(), reading.diagnostics.iter().any(|found| found.severity == Severity::Error));
        assert!(reading.diagnostics.iter().all(|found| found.help.is_some()), "each message says the way out");
        insta::assert_snapshot!(report(&reading));
    });
}

#[test]
fn every_code_has_its_page() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics");
    for code in codes::ALL {
        let page = std::fs::read_to_string(pages.join(format!("{code}.md"))).unwrap_or_default();
        for heading in ["# ", "## Why it matters", "## Example", "## How to mend it"] {
            assert!(page.contains(heading), "docs/diagnostics/{code}.md has no `{heading}`");
        }
    }
    let codes: BTreeSet<&str> = codes::ALL.iter().copied().collect();
    assert_eq!(codes.len(), codes::ALL.len(), "a code stands for one thing");
}
