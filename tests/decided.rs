//! What `decide` says beside an answer: conflicts count by what is written, wherever they decide nothing.
#![cfg(feature = "author")]

mod sample;

use amends::case;
use amends::engine::Engine;
use amends::plan::{self, Shown};

const PACK: &str = r#"
[pack]
id = "parcels"
version = "1.0.0"
language = "en"

[[fact]]
id = "late"
type = "yes-no"
ask = "Was it late?"

[[fact]]
id = "torn"
type = "yes-no"
ask = "Was it torn?"

[[table]]
id = "damage"
outputs = [{ id = "points", type = "number", max = 9 }]
rows = '''
torn || points
yes  || 5
'''

[[condition]]
id = "grave"
title = "late, and with some damage"
when = { late = "yes", points = ">= 5" }
"#;

#[test]
fn the_ends_of_an_interval_are_written_as_single_values_are() {
    let facts =
        |kind: &str| format!("[[fact]]\nid = \"known\"\ntype = \"{kind}\"\nmin = 0\nmax = 10\nask = \"What?\"\n");
    let value = |kind: &str| format!("[[value]]\nid = \"twice\"\ntype = \"{kind}\"\nformula = \"known * 2\"\n");
    for (kind, given, one, range) in [
        ("number", r#"{ "known": 3 }"#, "6", r#"{"interval":[0,20]}"#),
        ("money", r#"{ "known": "3.00" }"#, r#""6.00""#, r#"{"interval":["0.00","20.00"]}"#),
    ] {
        let header = "[pack]\nid = \"ends\"\nversion = \"1.0.0\"\nlanguage = \"en\"\ncurrency = \"EUR\"\n";
        let pack = sample::read(&format!("{header}{}{}", facts(kind), value(kind))).pack.expect("a pack");
        let engine = Engine::new(pack, String::new());
        for (case, expected) in [(given, one), ("{}", range)] {
            let case = case::from_json(case.as_bytes(), &engine.pack, 0).expect("a case");
            let decision = plan::decide(&engine, &case, "twice").expect("a value");
            assert_eq!(serde_json::to_string(&decision.value).expect("JSON"), expected, "{kind}");
        }
    }
}

#[test]
fn a_conflict_of_what_is_read_is_told_where_an_earlier_cell_decides() {
    let reading = sample::read(PACK);
    let engine = Engine::new(reading.pack.expect("a pack"), String::new());
    let decided = |case: &str| {
        let case = case::from_json(case.as_bytes(), &engine.pack, 0).expect("a case");
        let decision = plan::decide(&engine, &case, "grave").expect("a condition");
        let places: Vec<String> = decision.conflicts.iter().map(|conflict| conflict.place.to_owned()).collect();
        (decision.value, places)
    };
    let damage = || vec!["damage".to_owned()];
    assert_eq!(decided(r#"{ "late": false, "torn": false }"#), (Shown::YesNo(false), damage()));
    assert_eq!(decided(r#"{ "late": true, "torn": false }"#), (Shown::Undetermined, damage()));
    assert_eq!(decided(r#"{ "late": true, "torn": true }"#), (Shown::YesNo(true), Vec::new()));
}
