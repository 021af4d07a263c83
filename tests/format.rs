//! `fmt` aligns rows and changes nothing else.
#![cfg(feature = "author")]

use std::path::{Path, PathBuf};

use amends::pack::{self, Source};

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let packs = std::fs::read_dir(root.join("tests/packs")).into_iter().flatten().flatten().map(|entry| entry.path());
    packs.chain([root.join("rules/core")]).filter(|path| path.is_dir()).collect()
}

fn formatted(source: &Source) -> Source {
    let text = |bytes: &Vec<u8>| pack::format(&String::from_utf8_lossy(bytes)).into_bytes();
    let files = source
        .files
        .iter()
        .map(|(path, bytes)| (path.clone(), if path.ends_with(".toml") { text(bytes) } else { bytes.clone() }));
    Source { files: files.collect() }
}

#[test]
fn cells_stand_under_their_heading_and_all_else_stays() {
    let ragged = r#"
# a comment |  stays
[[table]]   # odd   spacing stays
id="goodwill"
rows = """
anger|channel||percent|because
  # so does | this
>= angry |"a | b"||20|they are right
-| phone ||    5

otherwise||0
broken | row
"""
note = "a | b || c"
"#;
    let aligned = r#"
# a comment |  stays
[[table]]   # odd   spacing stays
id="goodwill"
rows = """
anger    | channel || percent | because
  # so does | this
>= angry | "a | b" || 20      | they are right
-        | phone   || 5

otherwise          || 0
broken | row
"""
note = "a | b || c"
"#;
    assert_eq!(pack::format(ragged), aligned);
}

#[test]
fn windows_line_ends_and_texts_that_are_no_toml_stay() {
    assert_eq!(
        pack::format("[[table]]\r\nrows = \"\"\"\r\na||b\r\nlong || 1\r\n\"\"\"\r\n"),
        "[[table]]\r\nrows = \"\"\"\r\na    || b\r\nlong || 1\r\n\"\"\"\r\n"
    );
    assert_eq!(pack::format("[[table]\nrows = \"\"\"\na||b\n\"\"\""), "[[table]\nrows = \"\"\"\na||b\n\"\"\"");
}

#[test]
fn formatting_twice_changes_nothing_more_and_the_pack_stays_the_same() -> Result<(), pack::FolderError> {
    for folder in folders() {
        let source = pack::read_folder(&folder)?;
        let once = formatted(&source);
        assert!(formatted(&once) == once, "{}", folder.display());
        assert!(pack::read(&once, &|_| None).pack == pack::read(&source, &|_| None).pack, "{}", folder.display());
    }
    Ok(())
}
