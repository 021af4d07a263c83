//! What is said of a pack that reads without errors.
#![cfg(feature = "author")]

use std::collections::BTreeMap;

use amends::check::{check, ideas};
use amends::model::date;
use amends::pack::{self, Source, SourceFile};

const PACK: &str = r#"
[pack]
id = "sample"
version = "1.0.0"
language = "en"

[[evidence]]
id = "cited"
claim = "Listening helps."
source = "A study"
tier = "research"

[[evidence]]
id = "forgotten"
claim = "Nobody needs this."
source = "A blog"
tier = "practice"

[[action]]
id = "listen"
step = "understand"

[[rule]]
id = "always"
do = "listen"
evidence = "cited"
review_by = 2026-01-31
approved_by = "the head of service"

[[rule]]
id = "because_i_say_so"
do = "listen"
"#;

fn messages(today: &str) -> Vec<String> {
    let source = Source { files: BTreeMap::from([("pack.toml".to_owned(), PACK.as_bytes().to_vec())]) };
    let reading = pack::read(&source, &|_| None);
    let findings = check(&reading, date::parse(today).unwrap_or_default());
    findings
        .into_iter()
        .map(|found| format!("{} {}:{} {}", found.code, found.line, found.column, found.message))
        .collect()
}

#[test]
fn what_stands_on_nothing_and_what_supports_nothing_is_named() {
    assert_eq!(
        messages("2026-01-31"),
        ["A1102 14:7 nothing cites the evidence `forgotten`", "A1101 31:7 the rule `because_i_say_so` has no reason",]
    );
}

#[test]
fn a_review_is_overdue_from_the_day_after() {
    let overdue = "A1103 24:7 the rule `always` was to be reviewed by 2026-01-31";
    assert!(!messages("2026-01-31").contains(&overdue.to_owned()));
    assert!(messages("2026-02-01").contains(&overdue.to_owned()));
}

#[test]
fn ideas_without_a_home_are_found_by_their_line() {
    let pack = PACK.replace("evidence = \"cited\"\n", "evidence = \"cited\"\nideas = [\"B01\", \"B9\"]\n");
    let source = Source { files: BTreeMap::from([("pack.toml".to_owned(), pack.into_bytes())]) };
    let mut reading = pack::read(&source, &|_| None);
    let text = "id\tidea\nB01\tlisten\nB02\tsay sorry\n\n# dropped\nB09\n".to_owned();
    let found = ideas::check(&mut reading, SourceFile { name: "ideas.tsv".to_owned(), text });
    let said: Vec<String> = found.iter().map(|of| format!("{}:{} {}", of.file, of.line, of.message)).collect();
    assert_eq!(
        said,
        [
            "ideas.tsv:1 the pack carries the idea `B9`, which is not in the list",
            "ideas.tsv:3 nothing in the pack carries the idea `B02`",
            "ideas.tsv:6 nothing in the pack carries the idea `B09`",
        ]
    );
}
