//! Parts of all cases as rule authors read them.
#![cfg(feature = "author")]
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop where its own data is wrong")]

mod sample;

use amends::engine::Engine;
use amends::model::date;
use amends::space::{Cases, Regions};

/// The regions in which the last rule of a small pack holds, with their shares.
fn regions_of(rule: &str) -> (Vec<(String, Option<f64>)>, bool) {
    let text = r#"
[pack]
id = "sample"
version = "1.0.0"
language = "en"

[[fact]]
id = "channel"
type = "choice"
values = ["phone", "email", "letter", "chat"]
ask = "How did they write?"

[[fact]]
id = "waited"
type = "duration"
min = "0 min"
max = "239 min"
ask = "How long?"

[[fact]]
id = "promised"
type = "duration"
min = "0 min"
max = "239 min"
applies = { channel = "letter" }
ask = "How long was promised?"

[[fact]]
id = "failures"
type = "several"
values = ["late", "rude", "lost"]
ask = "What went wrong?"

[[action]]
id = "listen"
step = "understand"

[[rule]]
id = "meant"
do = "listen"
because = "It is meant."
"#;
    let reading = sample::read(&format!("{text}{rule}\n"));
    let engine = Engine::new(reading.pack.expect("no diagnostics"), String::new());
    let cases = Cases::all(&engine, date::parse("2026-01-31").expect("a date"));
    let mut regions = Regions::default();
    cases.build(&mut |world, elements| regions = Regions::of(world, elements.rules[0], 3));
    (regions.largest.iter().map(|region| (region.to_string(), region.share)).collect(), regions.further)
}

#[test]
fn a_region_reads_as_its_author_would_write_it() {
    for (when, region, share) in [
        (
            r#"{ channel = "phone, chat", waited = ">= 2 h" }"#,
            r#"{ channel = "phone, chat", waited = ">= 2 h" }"#,
            0.25,
        ),
        (r#"{ waited = "[30 min..90 min)" }"#, r#"{ waited = "[30 min..1 h 30 min)" }"#, 0.25),
        (r#"{ waited = "not(7 min)" }"#, r#"{ waited = "not(7 min)" }"#, 239.0 / 240.0),
        (r#"{ failures = "late" }, { failures = "late", waited = "< 1 h" }"#, r#"{ failures = "late" }"#, 0.5),
        (r#"{ failures = "not(late, lost)" }"#, r#"{ failures = "not(late, lost)" }"#, 0.25),
        (r#"{ promised = "none" }"#, r#"{ channel = "not(letter)" }"#, 0.75),
        (r#"{ channel = "letter" }, { channel = "not(letter)" }"#, "every case", 1.0),
    ] {
        assert_eq!(regions_of(&format!("when = [{when}]")), (vec![(region.to_owned(), Some(share))], false), "{when}");
    }
}

#[test]
fn several_regions_lie_apart_and_the_largest_comes_first() {
    let (regions, further) = regions_of(r#"when = [{ channel = "phone" }, { waited = "< 2 h" }]"#);
    assert_eq!(regions.len(), 2);
    assert!(!further);
    assert_eq!(regions.iter().filter_map(|(_, share)| *share).sum::<f64>(), 0.625);
    assert!(regions[0].1 > regions[1].1, "{regions:?}");
}

#[test]
fn what_rests_on_quantities_against_each_other_is_named_and_not_counted() {
    let (regions, _) = regions_of(r#"when = { waited = "> promised" }"#);
    let words = r#"{ channel = "letter", waited = "> promised" }"#;
    assert_eq!(regions, [(words.to_owned(), None)]);
}
