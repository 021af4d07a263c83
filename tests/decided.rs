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
