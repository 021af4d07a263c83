//! A plan, and its reasons, in another language of the core pack are all in that language.
#![cfg(feature = "command")]
#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use amends::pack;
use serde_json::Value;

/// What is said of the empty case, in which most of the pack is possible: texts by where they stand.
fn said(question: &[&str], language: &str) -> BTreeMap<String, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_amends"));
    command.args(question).args(["--json", "--now", "2026-04-01", "--language", language]);
    let output = command.output().expect("the command runs");
    assert!(output.status.success(), "{language}\n{}", String::from_utf8_lossy(&output.stdout));
    let mut texts = BTreeMap::new();
    collect("", &serde_json::from_slice(&output.stdout).expect("JSON"), &mut texts);
    texts
}

/// Titles, questions and reasons below a value, by their path.
fn collect(path: &str, value: &Value, texts: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(entries) => {
            for (name, value) in entries {
                let path = format!("{path}/{name}");
                match value {
                    Value::String(text) if ["title", "ask", "because"].contains(&name.as_str()) => {
                        texts.insert(path, text.clone());
                    }
                    _ => collect(&path, value, texts),
                }
            }
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| collect(&format!("{path}/{at}"), item, texts));
        }
        _ => {}
    }
}

#[test]
fn an_answer_in_another_language_says_nothing_in_the_source_language() {
    let core = concat!(env!("CARGO_MANIFEST_DIR"), "/rules/core");
    let reading = pack::load(Path::new(core)).expect("a readable folder");
    let recommend = ["recommend", core];
    let explain = ["explain", core, "goodwill_percent"];
    for (question, least) in [(recommend.as_slice(), 150), (explain.as_slice(), 9)] {
        let source = said(question, "en");
        assert!(source.len() >= least, "{question:?} says little");
        for language in reading.phrases.keys().filter(|language| *language != "en") {
            let translated = said(question, language);
            assert!(source.keys().eq(translated.keys()), "{language}: a text is missing");
            let same: Vec<_> = source.iter().filter(|(path, text)| translated.get(*path) == Some(text)).collect();
            assert_eq!(same, [], "{language}");
        }
    }
}
