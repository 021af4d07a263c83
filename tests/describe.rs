//! The described pack: current, and never an author's text as markup.
#![cfg(feature = "command")]
#![expect(clippy::expect_used, reason = "a test may stop where its own data is wrong")]

use std::fs;
use std::path::Path;
use std::process::Command;

fn described(pack: &Path, options: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_amends"));
    let output = command.arg("describe").arg(pack).args(options).output().expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("a document is UTF-8")
}

#[test]
fn the_copy_in_docs_is_current() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let current = described(&root.join("rules/core"), &["--source", "../rules/core"]);
    let copy = fs::read_to_string(root.join("docs/core.md")).unwrap_or_default();
    let differs = current.lines().zip(copy.lines()).position(|(current, copy)| current != copy);
    assert!(
        current == copy,
        "docs/core.md is not what the rules say (from line {}): write it anew with\n\
         `cargo run -- describe rules/core --source ../rules/core -o docs/core.md`",
        differs.unwrap_or(copy.lines().count()).saturating_add(1)
    );
}

#[test]
fn text_of_authors_is_never_markup() {
    let folder = std::env::temp_dir().join(format!("amends-describe-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for the pack");
    let hostile = "<script>alert(1)</script> [x](javascript:alert) | `mark` *b* & \\n# heading";
    let pack = format!(
        "[pack]\nid = \"hostile\"\ntitle = '{hostile}'\nversion = \"1\"\nlanguage = \"en\"\n\n\
         [[fact]]\nid = \"late\"\ntype = \"yes-no\"\ntitle = '{hostile}'\nask = '{hostile}'\n\n\
         [[action]]\nid = \"regret\"\nstep = \"apologise\"\ntitle = '{hostile}'\n\n\
         [[rule]]\nid = \"sorry\"\nwhen = {{ late = \"yes\" }}\ndo = [\"regret\"]\nbecause = '{hostile}'\n"
    );
    fs::write(folder.join("pack.toml"), pack).expect("a pack");
    let html = described(&folder, &["--html"]);
    fs::remove_dir_all(&folder).expect("the folder goes");
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{html}");
    for markup in ["<script", "href=\"javascript", "<code>mark", "<em>b"] {
        assert!(!html.contains(markup), "{markup} in\n{html}");
    }
}
