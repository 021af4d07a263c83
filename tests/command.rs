//! What the command prints, for each transcript in `tests/command`.
#![cfg(feature = "command")]

/// `TRYCMD=overwrite` writes the transcripts anew.
#[test]
fn transcripts_hold() {
    trycmd::TestCases::new().case("tests/command/*.trycmd");
}
