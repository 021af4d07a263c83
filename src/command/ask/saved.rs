//! A case as a file keeps it.

use serde_json::{Map, Value as Json};

use amends::case::Case;
use amends::model::{Pack, date};
use amends::plan::Shown;

/// The case as [`amends::case::from_json`] reads it: what is given in declared order, then its frame.
pub fn json(case: &Case, pack: &Pack) -> Json {
    let mut object = Map::new();
    for (fact, value) in pack.facts.iter().zip(&case.given) {
        if let Some(value) = value {
            let shown = Shown::value(value, &fact.kind, pack);
            object.insert(fact.id.clone(), serde_json::to_value(shown).unwrap_or_default());
        }
    }
    let declined = case.declined.iter().filter_map(|fact| pack.facts.get(fact.index()));
    let declined: Vec<Json> = declined.map(|fact| Json::String(fact.id.clone())).collect();
    let role = case.role.and_then(|role| pack.roles.get(role.index()));
    let frame = [
        ("now", Some(Json::String(date::print(case.now)))),
        ("role", role.map(|role| Json::String(role.id.clone()))),
        ("declined", (!declined.is_empty()).then_some(Json::Array(declined))),
    ];
    for (name, value) in frame {
        // A fact of the same name goes before the frame.
        if let (Some(value), None) = (value, pack.name(name)) {
            object.insert(name.to_owned(), value);
        }
    }
    Json::Object(object)
}

#[cfg(test)]
mod tests {
    use super::*;
    use amends::case::from_json;
    use amends::model::FactId;
    use amends::pack;
    use std::path::Path;

    #[test]
    fn a_saved_case_reads_back() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/command/small");
        let pack = pack::load(&folder).expect("a folder").pack.expect("a pack");
        let text = br#"{"channel": "email", "failure": ["rude"], "waited": "90 min", "price": 49.9, "role": "lead"}"#;
        let mut case = from_json(text, &pack, 20_000).expect("a case");
        case.declined.push(FactId::at(1));
        let saved = json(&case, &pack).to_string();
        assert_eq!(from_json(saved.as_bytes(), &pack, 0), Ok(case), "{saved}");
    }
}
