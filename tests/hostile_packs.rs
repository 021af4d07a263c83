//! Packs that nobody would write: each is answered in bounded time with a message, and never by a panic.
#![cfg(feature = "author")]

use std::collections::BTreeMap;
use std::path::Path;

use amends::pack::{self, Reading, Source};

fn read(files: &[(&str, &[u8])]) -> Reading {
    let files = files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec()));
    pack::read(&Source { files: files.collect::<BTreeMap<_, _>>() }, &|_| None)
}

fn codes(reading: &Reading) -> Vec<&'static str> {
    let mut codes: Vec<&str> = reading.diagnostics.iter().map(|found| found.code).collect();
    codes.dedup();
    codes
}

const HEADER: &str = "[pack]\nid = \"p\"\nversion = \"1\"\nlanguage = \"en\"\n";

#[test]
fn an_empty_folder_and_one_without_a_header_say_so() {
    assert_eq!(codes(&read(&[])), ["A0108"]);
    assert_eq!(codes(&read(&[("facts.toml", b"[[fact]]\nid = \"a\"\ntype = \"yes-no\"")])), ["A0108"]);
}

#[test]
fn bytes_that_are_no_text_are_reported_where_they_stand() {
    let reading = read(&[("pack.toml", HEADER.as_bytes()), ("facts.toml", b"# caf\xe9\n")]);
    let [found] = reading.diagnostics.as_slice() else { panic!("one finding") };
    assert_eq!((found.code, found.file.as_str(), found.line, found.column), ("A0101", "facts.toml", 1, 6));
}

#[test]
fn a_file_that_is_enormous_or_too_deep_is_refused() {
    let large = vec![b'#'; 5 * 1024 * 1024];
    assert_eq!(codes(&read(&[("pack.toml", HEADER.as_bytes()), ("large.toml", &large)])), ["A0107"]);
    let deep = format!("{HEADER}x = {}", "[".repeat(100_000));
    assert!(codes(&read(&[("pack.toml", deep.as_bytes())])).contains(&"A0102"));
}

#[test]
fn a_file_full_of_slips_is_not_reported_word_by_word() {
    for slips in
        ["[[fact\n".repeat(100_000), format!("x = {}", "\"a\" ".repeat(100_000)), "[[fact]]\na = [\n".repeat(50_000)]
    {
        let reading = read(&[("pack.toml", HEADER.as_bytes()), ("facts.toml", slips.as_bytes())]);
        assert_eq!(codes(&reading), ["A0102"]);
        assert!(reading.diagnostics.len() <= 50, "{:.20}", slips);
    }
}

#[test]
fn formulas_and_cells_without_end_are_refused() {
    let formulas = [
        format!("1{}", " + 1".repeat(50_000)),
        format!("{}1", "-".repeat(50_000)),
        format!("{}1{}", "(".repeat(50_000), ")".repeat(50_000)),
        format!("{}1{}", "min(".repeat(50_000), ")".repeat(50_000)),
        "99999999999999999999".to_owned(),
        "0.00000000000000000000001".to_owned(),
    ];
    for formula in formulas {
        let text = format!("{HEADER}[[value]]\nid = \"v\"\ntype = \"number\"\nformula = \"{formula}\"\n");
        let reading = read(&[("pack.toml", text.as_bytes())]);
        assert!(reading.pack.is_none(), "{formula:.20}");
    }
    let cell = format!("{}yes{}", "not(".repeat(50_000), ")".repeat(50_000));
    let text = format!(
        "{HEADER}[[fact]]\nid = \"f\"\ntype = \"yes-no\"\n[[condition]]\nid = \"c\"\nwhen = {{ f = \"{cell}\" }}\n"
    );
    assert_eq!(codes(&read(&[("pack.toml", text.as_bytes())])), ["A0401"]);
}

#[test]
fn a_chain_of_thousands_of_definitions_is_sorted_without_recursion() {
    let mut text = format!("{HEADER}[[fact]]\nid = \"c0\"\ntype = \"yes-no\"\n");
    for at in (1..4_000).rev() {
        text.push_str(&format!("[[condition]]\nid = \"c{at}\"\nwhen = {{ c{} = \"yes\" }}\n", at - 1));
    }
    let reading = read(&[("pack.toml", text.as_bytes())]);
    assert_eq!(codes(&reading), [""; 0]);
    let ids: Vec<String> =
        reading.pack.unwrap_or_default().derived.into_iter().take(2).map(|derived| derived.id).collect();
    assert_eq!(ids, ["c1", "c2"]);
}

#[test]
fn any_piece_of_a_pack_is_answered() {
    let whole = pack::read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs/whole_language"));
    for (path, bytes) in whole.map(|source| source.files).unwrap_or_default() {
        for end in (0..bytes.len()).step_by(37) {
            let cut: Vec<u8> = bytes.iter().copied().take(end).collect();
            read(&[("pack.toml", HEADER.as_bytes()), (&format!("x/{path}"), &cut)]);
        }
    }
}

#[cfg(feature = "command")]
#[test]
fn control_characters_never_reach_the_terminal() {
    let text = format!(
        "{HEADER}[[fact]]\nid = \"a\\u001b[31m\"\ntype = \"te\\u0007xt\"\n\"key\\u001b\" = 1\n# \u{1b}[2J raw\n"
    );
    let reading = read(&[("pack.toml", text.as_bytes()), ("evil\u{1b}[2J.toml", b"x = 1")]);
    assert!(!reading.diagnostics.is_empty());
    for found in &reading.diagnostics {
        let shown = pack::render(found, &reading.files, pack::Style::Plain);
        assert!(!shown.chars().any(|letter| letter.is_control() && letter != '\n'), "{shown:?}");
    }
}

#[test]
fn a_file_that_is_called_almost_as_a_rule_file_is_not_passed_over() -> std::io::Result<()> {
    for (name, meant) in [("facts.toml.txt", "facts.toml"), ("Facts.TOML", "facts.toml"), ("en.ftl.txt", "en.ftl")] {
        let root = std::env::temp_dir().join(format!("amends-misnamed-{meant}-{}", std::process::id()));
        std::fs::create_dir_all(&root)?;
        std::fs::write(root.join("pack.toml"), HEADER)?;
        std::fs::write(root.join("notes.txt"), "no rules")?;
        let whole = pack::read_folder(&root).map(|source| source.files.len()).map_err(|error| error.to_string());
        std::fs::write(root.join(name), "")?;
        let misnamed = pack::read_folder(&root).map(|_| ()).map_err(|error| error.to_string());
        std::fs::remove_dir_all(&root)?;
        assert_eq!(whole, Ok(1));
        assert!(
            misnamed.is_err_and(|message| message.ends_with(&format!("{name}` would not be read; call it `{meant}`")))
        );
    }
    Ok(())
}

#[cfg(unix)]
#[test]
fn folders_that_cannot_be_read_say_why() -> std::io::Result<()> {
    let root = std::env::temp_dir().join(format!("amends-folders-{}", std::process::id()));
    let pack = root.join("pack");
    std::fs::create_dir_all(pack.join("inner"))?;
    std::fs::write(pack.join("pack.toml"), HEADER)?;
    std::os::unix::fs::symlink(&pack, pack.join("inner/loop"))?;
    let looped = pack::load(&pack).map(|reading| reading.files.len()).map_err(|error| error.to_string());
    let missing = pack::load(&root.join("no\u{1b}where")).map(|_| ()).map_err(|error| error.to_string());
    std::fs::remove_dir_all(&root)?;
    assert!(looped.is_err_and(|message| message.contains("folders deep")));
    assert!(
        missing.is_err_and(|message| message.contains("no\\u{1b}where` ") || message.contains("there is no folder"))
    );
    Ok(())
}
