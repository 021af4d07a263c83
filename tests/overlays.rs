//! A company's own pack adds to, replaces and disables what it extends.
#![cfg(feature = "author")]
#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use amends::model::Value;
use amends::pack::{self, Reading, Source};

const CORE: &str = r#"
[pack]
id = "core"
version = "1.0.0"
language = "en"
currency = "EUR"
steps = ["listen", "pay"]

[[setting]]
id = "callback_within"
type = "duration"
value = "2 h"

[[fact]]
id = "late"
type = "yes-no"

[[action]]
id = "call"
step = "listen"

[[action]]
id = "refund"
step = "pay"

[[rule]]
id = "late_is_called"
when = { late = "yes" }
do = "call"

[[rule]]
id = "late_is_paid"
when = { late = "yes" }
do = "refund"
"#;

fn source(text: &str) -> Source {
    Source { files: BTreeMap::from([("pack.toml".to_owned(), text.as_bytes().to_vec())]) }
}

fn header(id: &str, extends: &str, rest: &str) -> String {
    format!("[pack]\nid = \"{id}\"\nversion = \"2.0.0\"\nlanguage = \"en\"\nextends = [{extends}]\n{rest}")
}

/// Reads the first of some packs, which find each other by id.
fn read(packs: &[(&str, &str)]) -> Reading {
    let first = packs.first().map_or("", |(_, text)| text);
    pack::read(&source(first), &|id| packs.iter().find(|(other, _)| *other == id).map(|(_, text)| Ok(source(text))))
}

fn messages(reading: &Reading) -> Vec<String> {
    reading
        .diagnostics
        .iter()
        .map(|found| format!("{} {}:{} {}", found.code, found.file, found.line, found.message))
        .collect()
}

#[test]
fn an_overlay_adds_replaces_and_disables() {
    let rest = r#"
[[setting]]
id = "callback_within"
replace = true
type = "duration"
value = "30 min"

[[disable]]
id = "late_is_paid"
because = "We pay nothing."

[[rule]]
id = "always_call"
do = "call"
"#;
    let reading = read(&[("shop", &header("shop", "\"core\"", rest)), ("core", CORE)]);
    assert_eq!(messages(&reading), [""; 0]);
    let pack = reading.pack.unwrap_or_default();
    assert_eq!((pack.id.as_str(), pack.version.as_str()), ("shop", "2.0.0"));
    assert_eq!(pack.currency.map(|currency| currency.code), Some("EUR".to_owned()), "inherited");
    assert_eq!(pack.steps.iter().map(|step| step.id.as_str()).collect::<Vec<_>>(), ["listen", "pay"], "inherited");
    assert_eq!(pack.settings.iter().map(|setting| &setting.value).collect::<Vec<_>>(), [&Value::Scalar(30)]);
    assert_eq!(pack.rules.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>(), ["late_is_called", "always_call"]);
}

#[test]
fn what_reads_something_disabled_is_told_where_it_was_taken_out() {
    let house = header("house", "\"core\"", "\n[[disable]]\nid = \"late\"\nbecause = \"We do not ask it.\"\n");
    let reading = read(&[("house", &house), ("core", CORE)]);
    let places = reading.diagnostics.iter().flat_map(|found| &found.related);
    let told: Vec<_> = places.map(|place| (place.file.as_str(), place.line, place.message.as_str())).collect();
    assert_eq!(told, [("pack.toml", 8, "it is disabled here"); 2], "both rules read it");
}

#[test]
fn what_is_not_there_can_neither_be_replaced_nor_disabled() {
    let rest = r#"
[[rule]]
id = "late_is_cold"
replace = true
do = "call"

[[rule]]
id = "late_is_called"
do = "call"

[[disable]]
id = "late_is_pad"
because = "A slip of the pen."
"#;
    let reading = read(&[("shop", &header("shop", "\"core\"", rest)), ("core", CORE)]);
    assert_eq!(
        messages(&reading),
        [
            "A1003 pack.toml:8 the rule `late_is_cold` replaces nothing",
            "A0203 pack.toml:13 the rule `late_is_called` stands twice",
            "A1003 pack.toml:17 there is no `late_is_pad` to disable",
        ]
    );
}

#[test]
fn mistakes_of_an_extended_pack_bear_its_name() {
    let core = CORE.replace("do = \"refund\"", "do = \"refunt\"");
    let reading = read(&[("shop", &header("shop", "\"core\"", "")), ("core", &core)]);
    assert_eq!(messages(&reading), ["A0204 core/pack.toml:34 there is no action `refunt`"]);
    assert!(reading.pack.is_none());
}

#[test]
fn packs_that_extend_each_other_or_nothing_are_named() {
    let (a, b) = (header("a", "\"b\"", ""), header("b", "\"a\"", ""));
    assert_eq!(
        messages(&read(&[("a", &a), ("b", &b)])),
        ["A1002 b/pack.toml:5 the pack `a` extends itself in the end"]
    );
    let alone = header("a", "\"a\", \"nowhere\"", "");
    assert_eq!(
        messages(&read(&[("a", &alone)])),
        ["A1002 pack.toml:5 the pack `a` extends itself in the end", "A1001 pack.toml:5 there is no pack `nowhere`"]
    );
}

#[test]
fn a_pack_that_two_extend_counts_once() {
    let (left, right) = (header("left", "\"core\"", ""), header("right", "\"core\"", ""));
    let top = header("top", "\"left\", \"right\"", "");
    let reading = read(&[("top", &top), ("left", &left), ("right", &right), ("core", CORE)]);
    assert_eq!(messages(&reading), [""; 0]);
}

#[test]
fn money_of_two_currencies_never_meets() {
    let shop = header("shop", "\"core\"", "").replace("language", "currency = \"GBP\"\nlanguage");
    let reading = read(&[("shop", &shop), ("core", CORE)]);
    assert_eq!(messages(&reading), ["A1004 pack.toml:4 this pack reckons in GBP, what it extends in EUR"]);
}

/// Reads an overlay of the core, each with some words in Bulgarian.
fn read_with_words(core: &str, overlay: &str) -> Reading {
    let with_words = |text: &str, words: &str| {
        let mut source = source(text);
        if !words.is_empty() {
            source.files.insert("phrases/bg.ftl".to_owned(), words.as_bytes().to_vec());
        }
        source
    };
    let house = header("house", "\"core\"", "[[action]]\nid = \"tea\"\nstep = \"listen\"\n");
    pack::read(&with_words(&house, overlay), &|_| Some(Ok(with_words(CORE, core))))
}

#[test]
fn an_overlay_need_not_speak_every_language_of_what_it_extends() {
    let half = "phrases-reviewed = no\naction-call =\n    .title = обаждане\n";
    assert_eq!(messages(&read_with_words(half, "")), Vec::<String>::new(), "the core is checked by itself");
    let own = messages(&read_with_words(half, "phrases-reviewed = no\naction-tea =\n    .title = чай\n"));
    let is_missing =
        |message: &str| own.iter().any(|found| found.ends_with(&format!("`{message}` is missing in `bg`")));
    let missing = ["action-tea", "action-call", "action-refund"].map(is_missing);
    assert_eq!(missing, [false, false, true], "a language that it brings is whole, with what both say: {own:?}");
}

/// What is said of an overlay beside which `core` has these files.
fn said_beside(name: &str, core: &[(&str, &str)]) -> Vec<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("overlays").join(name);
    let _ = fs::remove_dir_all(&folder);
    let house = header("house", r#""core""#, "[[rule]]\nid = \"calls\"\ndo = [\"call\"]\n");
    for (path, text) in core.iter().copied().chain([("house/pack.toml", house.as_str())]) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        fs::write(path, text).expect("a file is written");
    }
    let reading = pack::load(&folder.join("house")).expect("the overlay's own folder reads");
    let help =
        |found: &pack::Diagnostic| found.help.clone().unwrap_or_default().replace(&*folder.to_string_lossy(), "…");
    reading.diagnostics.iter().map(|found| format!("{} {}: {}", found.file, found.message, help(found))).collect()
}

#[test]
fn what_keeps_an_extended_pack_from_being_read_is_told() {
    let broken = CORE.replace("id = \"core\"", "id = \"core");
    let waits = "; what seems to be missing elsewhere is not told before that (1 message waits)";
    for (name, core, said) in [
        ("sound", &[("core/pack.toml", CORE)][..], None),
        ("other_folder", &[("the_core/pack.toml", CORE)], None),
        (
            "misnamed_facts",
            &[("core/pack.toml", CORE), ("core/facts.toml.txt", "")],
            Some(
                "pack.toml the pack `core` cannot be read: `…/core/facts.toml.txt` would not be read; call it `facts.toml`",
            ),
        ),
        (
            "misnamed_header",
            &[("core/pack.toml.txt", CORE)],
            Some(
                "pack.toml the pack `core` cannot be read: `…/core/pack.toml.txt` would not be read; call it `pack.toml`",
            ),
        ),
        (
            "no_toml",
            &[("core/pack.toml", broken.as_str())],
            Some("core/pack.toml this text is never closed: add `\"` at its end"),
        ),
        (
            "another_id",
            &[("core/pack.toml", "[pack]\nid = \"kernel\"\nversion = \"1.0.0\"\nlanguage = \"en\"\n")],
            Some(
                "pack.toml there is no pack `core`: \
                 an extended pack is a folder beside this one, whose `pack.toml` has that id",
            ),
        ),
    ] {
        let expected = said.map(|said| if name == "no_toml" { said.to_owned() } else { format!("{said}{waits}") });
        assert_eq!(said_beside(name, core), expected.into_iter().collect::<Vec<_>>(), "{name}");
    }
}
