//! Small packs as text, for tests of what is said of packs.

use std::collections::BTreeMap;

use amends::pack::{self, Reading, Source};

/// Reads a pack of one file, with which nothing is wrong.
pub fn read(text: &str) -> Reading {
    let source = Source { files: BTreeMap::from([("pack.toml".to_owned(), text.as_bytes().to_vec())]) };
    let reading = pack::read(&source, &|_| None);
    assert_eq!(reading.diagnostics, [], "{text}");
    reading
}
