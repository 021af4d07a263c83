//! Published schemes with worked answers: each case of `tests/packs/*/cases.jsonl` through `amends decide`.
#![cfg(feature = "command")]
#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Map, Value};

/// A worked answer: the case as the command takes it, what is expected by name, and why.
struct Worked {
    case: String,
    expect: Map<String, Value>,
    why: String,
}

/// Reads the cases of a pack. `units` names the unit of bare numbers that are durations.
fn worked(pack: &Path) -> Vec<Worked> {
    let text = fs::read_to_string(pack.join("cases.jsonl")).expect("cases");
    let lines = text.lines().map(|line| serde_json::from_str::<Map<String, Value>>(line).expect("JSON"));
    lines
        .map(|mut line| {
            let mut take = |key: &str| line.remove(key);
            let object = |value: Option<Value>| match value {
                Some(Value::Object(object)) => object,
                _ => Map::new(),
            };
            let (mut case, units) = (object(take("case")), object(take("units")));
            for (fact, unit) in units {
                if let (Some(number), Some(unit)) = (case.get_mut(&fact), unit.as_str()) {
                    *number = Value::String(format!("{number} {unit}"));
                }
            }
            let why = take("why").and_then(|why| why.as_str().map(str::to_owned)).unwrap_or_default();
            Worked { case: Value::Object(case).to_string(), expect: object(take("expect")), why }
        })
        .collect()
}

/// What `amends decide --cases -` prints for these cases.
fn decide(pack: &Path, name: &str, cases: &[Worked]) -> Vec<Value> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_amends"))
        .args(["decide", "--cases", "-"])
        .args([pack, Path::new(name)])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command");
    let mut input = child.stdin.take().expect("an input");
    let lines: String = cases.iter().map(|worked| format!("{}\n", worked.case)).collect();
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = child.wait_with_output().expect("an end");
    writer.join().expect("a writer").expect("a reader");
    assert!(output.status.success(), "{} {name}: {}", pack.display(), output.status);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// Whether a value means what is expected: numbers and amounts by what they are worth, not by how they are written.
fn agrees(value: &Value, expected: &Value) -> bool {
    let worth = |value: &Value| match value {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        _ => None,
    };
    let worth = |value: &Value| worth(value).and_then(|text| amends::model::value::decimal(&text, 6, "a number").ok());
    match (worth(value), worth(expected)) {
        (Some(value), Some(expected)) => value == expected,
        _ => value == expected,
    }
}

fn packs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs");
    let entries = fs::read_dir(folder).expect("the folder of packs").map(|entry| entry.expect("a folder").path());
    entries.filter(|path| path.join("cases.jsonl").is_file()).collect()
}

#[test]
fn every_worked_answer_of_a_published_scheme_is_given() {
    let mut answers = 0;
    let mut wrong = Vec::new();
    for pack in packs() {
        let cases = worked(&pack);
        let names: BTreeSet<&String> = cases.iter().flat_map(|worked| worked.expect.keys()).collect();
        for name in names {
            let decisions = decide(&pack, name, &cases);
            assert_eq!(decisions.len(), cases.len(), "a line for each line");
            for (worked, decision) in cases.iter().zip(decisions) {
                let Some(expected) = worked.expect.get(name) else { continue };
                answers += 1;
                let value = decision.get("value").unwrap_or_else(|| panic!("no value in {decision}"));
                if !agrees(value, expected) || decision.get("status").and_then(Value::as_str) != Some("certain") {
                    wrong
                        .push(format!("{name} of {}: {expected} because {}; came {decision}", worked.case, worked.why));
                }
            }
        }
    }
    assert!(answers >= 77, "only {answers} answers were asked");
    assert!(wrong.is_empty(), "{} of {answers} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
