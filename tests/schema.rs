//! The schema that editors complete from accepts what the reader accepts.
#![cfg(feature = "author")]
#![expect(clippy::indexing_slicing, reason = "a JSON value answers any key")]

use std::path::Path;

use amends::pack;
use serde_json::Value;

/// What of `value` the schema does not allow, as far as the schema's own few words go.
fn faults(value: &Value, schema: &Value, root: &Value, path: &str) -> Vec<String> {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|name| name.rsplit('/').next()) {
        return faults(value, &root["definitions"][name], root, path);
    }
    if let Some(any) = schema.get("anyOf").and_then(Value::as_array) {
        let fits = any.iter().any(|schema| faults(value, schema, root, path).is_empty());
        return if fits { Vec::new() } else { vec![format!("{path}: fits none")] };
    }
    let mut found = Vec::new();
    let is = |kind: &Value| match kind.as_str() {
        Some("string") => value.is_string(),
        Some("number") => value.is_number(),
        Some("integer") => value.is_i64(),
        Some("boolean") => value.is_boolean(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        _ => false,
    };
    let typed = match &schema["type"] {
        Value::Null => true,
        Value::Array(kinds) => kinds.iter().any(is),
        kind => is(kind),
    };
    if !typed {
        found.push(format!("{path}: {value} is no {}", schema["type"]));
    }
    if schema.get("enum").and_then(Value::as_array).is_some_and(|words| !words.contains(value)) {
        found.push(format!("{path}: {value} is none of the words"));
    }
    for key in schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
        if value.get(key).is_none() {
            found.push(format!("{path}: no {key}"));
        }
    }
    for (at, item) in value.as_array().into_iter().flatten().enumerate() {
        found.extend(faults(item, &schema["items"], root, &format!("{path}[{at}]")));
    }
    for (key, inner) in value.as_object().into_iter().flatten() {
        let path = format!("{path}.{key}");
        match (schema["properties"].get(key), &schema["additionalProperties"]) {
            (Some(schema), _) => found.extend(faults(inner, schema, root, &path)),
            (None, Value::Bool(false)) => found.push(format!("{path}: no such key")),
            (None, Value::Null) => {}
            (None, schema) => found.extend(faults(inner, schema, root, &path)),
        }
    }
    found
}

/// TOML as JSON; dates as texts.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(yes) => yes.into(),
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(items) => items.into_iter().map(json).collect(),
        toml::Value::Table(table) => Value::Object(table.into_iter().map(|(key, value)| (key, json(value))).collect()),
    }
}

#[test]
fn every_pack_that_reads_fits_the_schema() -> Result<(), Box<dyn std::error::Error>> {
    let schema = pack::schema();
    for folder in
        ["tests/packs/whole_language", "tests/packs/eu261", "tests/packs/ofcom_automatic_compensation", "rules/core"]
    {
        let source = pack::read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))?;
        for (path, bytes) in source.files.iter().filter(|(path, _)| path.ends_with(".toml")) {
            let table: toml::Table = toml::from_str(std::str::from_utf8(bytes)?)?;
            assert_eq!(faults(&json(toml::Value::Table(table)), &schema, &schema, ""), [""; 0], "{folder}/{path}");
        }
    }
    Ok(())
}

#[test]
fn the_schema_tells_what_every_key_is_for() {
    /// The keys beneath `schema` that no description stands at.
    fn silent(schema: &Value, path: &str) -> Vec<String> {
        let mut found = Vec::new();
        for (key, about) in schema["properties"].as_object().into_iter().flatten() {
            let path = format!("{path}.{key}");
            found.extend(about["description"].is_null().then(|| path.clone()));
            found.extend(silent(about, &path));
        }
        found.extend(schema["items"].is_object().then(|| silent(&schema["items"], path)).into_iter().flatten());
        for (name, definition) in schema["definitions"].as_object().into_iter().flatten() {
            // A choice is written with an id and a title, as everything is.
            found.extend((name != "choice").then(|| silent(definition, name)).into_iter().flatten());
        }
        found
    }
    assert_eq!(silent(&pack::schema(), ""), [""; 0]);
}
