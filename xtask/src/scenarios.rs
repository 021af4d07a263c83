//! A pack's scenarios as JSON, for pages that offer them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context;
use serde_json::{Map, Value as Json};
use toml::{Table, Value};

/// All scenarios of a pack's folder as a list, by the path of their file and in declared order.
///
/// # Errors
/// If a file cannot be read or is no TOML.
pub fn of(pack: &Path) -> anyhow::Result<Json> {
    let mut files = Vec::new();
    rule_files(pack, &mut files)?;
    files.sort();
    let mut scenarios = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).with_context(|| format!("`{}` cannot be read", file.display()))?;
        let mut table: Table = toml::from_str(&text).with_context(|| format!("`{}` is no TOML", file.display()))?;
        if let Some(Value::Array(found)) = table.remove("scenario") {
            scenarios.extend(found.into_iter().map(json));
        }
    }
    Ok(Json::Array(scenarios))
}

fn rule_files(folder: &Path, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            rule_files(&path, files)?;
        } else if path.extension().is_some_and(|kind| kind == "toml") {
            files.push(path);
        }
    }
    Ok(())
}

/// The same value in JSON; dates as text.
fn json(value: Value) -> Json {
    match value {
        Value::String(text) => Json::String(text),
        Value::Integer(number) => number.into(),
        Value::Float(number) => number.into(),
        Value::Boolean(truth) => truth.into(),
        Value::Datetime(date) => Json::String(date.to_string()),
        Value::Array(values) => Json::Array(values.into_iter().map(json).collect()),
        Value::Table(table) => {
            Json::Object(table.into_iter().map(|(key, value)| (key, json(value))).collect::<Map<_, _>>())
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn scenarios_of_all_files_stand_in_the_order_of_their_paths() {
        let pack = tempfile::tempdir().unwrap();
        fs::create_dir(pack.path().join("scenarios")).unwrap();
        let write = |file: &str, text: &str| fs::write(pack.path().join(file), text).unwrap();
        write("facts.toml", "[[fact]]\nid = \"late\"\n");
        write("scenarios/b.toml", "[[scenario]]\nid = \"second\"\ncase = { received = 2026-04-01, price = 12.50 }\n");
        write("scenarios/a.toml", "[[scenario]]\nid = \"first\"\ncase = { late = \"yes\" }\n");
        let expected = json!([
            { "id": "first", "case": { "late": "yes" } },
            { "id": "second", "case": { "received": "2026-04-01", "price": 12.5 } },
        ]);
        assert_eq!(of(pack.path()).unwrap(), expected);
    }
}
