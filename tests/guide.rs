//! The guide for rule authors (`docs/RULES.md`): what it shows is a pack that works, and it names all there is.
#![cfg(feature = "command")]
#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, process};

use amends::pack;
use serde_json::Value;

fn guide() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/RULES.md")).expect("the guide")
}

/// Its blocks, put together by the file that the first line of each names.
fn files(guide: &str) -> BTreeMap<&str, String> {
    let mut files: BTreeMap<&str, String> = BTreeMap::new();
    for block in guide.split("```toml\n").skip(1) {
        let (block, _) = block.split_once("```").expect("a block ends");
        let (file, rules) = block.split_once('\n').expect("a block has lines");
        files.entry(file.strip_prefix("# ").expect("a block names its file")).or_default().push_str(rules);
    }
    files
}

/// Writes the pack of the guide into a folder of its own, which `name` tells from those of other tests.
fn written(guide: &str, name: &str) -> PathBuf {
    let folder = env::temp_dir().join(format!("amends-guide-{name}-{}", process::id()));
    for (file, rules) in files(guide) {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().expect("a file stands in a folder")).expect("a folder for the pack");
        fs::write(path, rules).expect("a rule file");
    }
    folder
}

#[test]
fn the_pack_of_the_guide_has_no_fault_and_does_what_it_says() {
    let pack = written(&guide(), "whole");
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_amends")).args(arguments).arg(&pack).output();
        let output = output.expect("the command runs");
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (checked, tested, formatted) = (run(&["check"]), run(&["test"]), run(&["fmt", "--check"]));
    fs::remove_dir_all(&pack).expect("the folder goes");
    assert_eq!(checked, (true, "parcels: nothing found; 6 guarantees proved for every case\n".to_owned()));
    assert_eq!(tested, (true, "4 scenarios, all as expected\n".to_owned()));
    assert!(formatted.0, "{}", formatted.1);
}

#[test]
fn the_case_of_the_guide_is_one_of_its_pack() {
    let guide = guide();
    let (_, case) = guide.split_once("```json\n").expect("a case");
    let (case, _) = case.split_once("```").expect("a block ends");
    let pack = written(&guide, "case");
    fs::write(pack.join("case.json"), case).expect("a case");
    let run = |command: &str, name: &str| {
        let mut run = Command::new(env!("CARGO_BIN_EXE_amends"));
        let run = run.arg(command).arg(&pack).arg(name).arg("--case").arg(pack.join("case.json"));
        String::from_utf8_lossy(&run.output().expect("the command runs").stdout).into_owned()
    };
    let (decided, explained, action) =
        (run("decide", "refund_amount"), run("explain", "refund_amount"), run("explain", "pay_back"));
    fs::remove_dir_all(&pack).expect("the folder goes");
    assert!(decided.starts_with(r#"{"value":"12.50","status":"certain""#), "{decided}");
    assert!(explained.contains("= postage (12.50 EUR) × refund_percent (100 %) ÷ 100 = 12.50 EUR"), "{explained}");
    assert!(action.starts_with("✓ "), "{action}");
}

#[test]
fn the_guide_names_every_kind_and_key_and_all_their_words() {
    /// All keys and words that the schema knows beneath `schema`.
    fn names<'s>(schema: &'s Value, found: &mut Vec<&'s str>) {
        for (key, value) in schema.as_object().into_iter().flatten() {
            match (key.as_str(), value) {
                ("properties", Value::Object(keys)) => {
                    found.extend(keys.keys().map(String::as_str));
                    keys.values().for_each(|value| names(value, found));
                }
                ("enum", Value::Array(words)) => found.extend(words.iter().filter_map(Value::as_str)),
                _ => names(value, found),
            }
        }
    }
    let (guide, schema) = (guide(), pack::schema());
    let mut found = Vec::new();
    names(&schema, &mut found);
    let is_word = |part: char| part.is_alphanumeric() || matches!(part, '_' | '-');
    let words: BTreeSet<&str> = guide.split(|part| !is_word(part)).collect();
    let is_named = |name: &&str| name.split(' ').all(|word| words.contains(word));
    let missing: Vec<_> = found.into_iter().filter(|name| !is_named(name)).collect();
    assert_eq!(missing, [""; 0]);
}
