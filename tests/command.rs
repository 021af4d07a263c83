//! What the command prints, for each transcript in `tests/command`; what reads the standard input is a file of its own.
#![cfg(feature = "command")]

/// `TRYCMD=overwrite` writes the transcripts anew.
#[test]
fn transcripts_hold() {
    trycmd::TestCases::new()
        .case("tests/command/*.trycmd")
        .case("tests/command/ask/*.toml")
        .case("tests/command/decide/*.toml");
}
