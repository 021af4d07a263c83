//! Counts tests from what their runners print.

use std::{fmt, ops::AddAssign};

use serde::Deserialize;

/// How many tests passed, failed and were skipped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Tally {
    pub const PASSED: Tally = Tally { passed: 1, failed: 0, skipped: 0 };
    pub const FAILED: Tally = Tally { passed: 0, failed: 1, skipped: 0 };

    /// Sums all `test result: ok. 3 passed; 0 failed; 1 ignored; …` of libtest and of wasm-bindgen's runner.
    pub fn of_libtest(output: &str) -> Tally {
        let mut sum = Tally::default();
        for line in output.lines().filter_map(|line| line.trim().strip_prefix("test result: ")) {
            sum += Tally {
                passed: before(line, "passed"),
                failed: before(line, "failed"),
                skipped: before(line, "ignored"),
            };
        }
        sum
    }

    /// Reads nextest's `Summary [ 0.1s] 5 tests run: 3 passed (1 slow), 1 failed, 1 timed out, 2 skipped`.
    pub fn of_nextest(output: &str) -> Tally {
        let Some(line) = output.lines().rev().find(|line| line.trim_start().starts_with("Summary [")) else {
            return Tally::default();
        };
        let failed = ["failed", "timed", "exec"].iter().map(|word| before(line, word)).sum();
        Tally { passed: before(line, "passed"), failed, skipped: before(line, "skipped") }
    }

    /// Reads the closing lines of Node's runner, `# pass 3` to a file and `ℹ pass 3` to a terminal. Cancelled is failed.
    pub fn of_node(output: &str) -> Tally {
        let count = |word: &str| -> u64 {
            output
                .lines()
                .filter_map(|line| line.trim().strip_prefix("# ").or_else(|| line.trim().strip_prefix("ℹ ")))
                .filter_map(|line| line.strip_prefix(word)?.trim().parse::<u64>().ok())
                .sum()
        };
        Tally {
            passed: count("pass "),
            failed: count("fail ") + count("cancelled "),
            skipped: count("skipped ") + count("todo "),
        }
    }

    /// Reads what `amends test --json` prints on its last line: `{"scenarios":60,"failed":[…]}`.
    pub fn of_scenarios(output: &str) -> Tally {
        #[derive(Deserialize)]
        struct Results {
            scenarios: u64,
            failed: Vec<serde_json::Value>,
        }
        let results: Option<Results> = output.lines().last().and_then(|line| serde_json::from_str(line).ok());
        results.map_or_else(Tally::default, |Results { scenarios, failed }| {
            let failed = failed.len() as u64;
            Tally { passed: scenarios.saturating_sub(failed), failed, skipped: 0 }
        })
    }

    /// Whether any test ran.
    pub fn ran(self) -> bool {
        self.passed + self.failed > 0
    }
}

/// The number that stands before a word: 3 in `3 passed; 1 failed` for `passed`; 0 where the word is absent.
fn before(line: &str, word: &str) -> u64 {
    let words: Vec<&str> =
        line.split(|c: char| c.is_whitespace() || "();,".contains(c)).filter(|w| !w.is_empty()).collect();
    words.windows(2).find_map(|pair| (pair[1] == word).then(|| pair[0].parse().ok())?).unwrap_or(0)
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libtest_results_of_several_binaries_are_summed() {
        let output = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
                      test result: FAILED. 2 passed; 4 failed; 0 ignored; 0 measured; 9 filtered out; finished in 0.00s\n";
        assert_eq!(Tally::of_libtest(output), Tally { passed: 5, failed: 4, skipped: 1 });
    }

    #[test]
    fn nextest_counts_a_test_that_hangs_or_cannot_start_as_failed() {
        let output =
            "     Summary [   1.5s] 7 tests run: 4 passed (1 slow), 1 failed, 1 timed out, 1 exec failed, 2 skipped";
        assert_eq!(Tally::of_nextest(output), Tally { passed: 4, failed: 3, skipped: 2 });
    }

    #[test]
    fn node_is_read_as_it_writes_to_a_file_and_to_a_terminal() {
        let expected = Tally { passed: 3, failed: 2, skipped: 1 };
        assert_eq!(Tally::of_node("# tests 6\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n"), expected);
        assert_eq!(Tally::of_node("ℹ tests 6\nℹ pass 3\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ todo 0\n"), expected);
    }

    #[test]
    fn scenarios_are_counted_below_whatever_stands_above_them() {
        let output = "warning: unused\n{\"scenarios\":3,\"failed\":[{\"scenario\":\"late\",\"failures\":[\"…\"]}]}\n";
        assert_eq!(Tally::of_scenarios(output), Tally { passed: 2, failed: 1, skipped: 0 });
    }

    #[test]
    fn a_runner_that_says_nothing_ran_nothing() {
        assert!(!Tally::of_libtest("no tests to run!").ran());
        assert!(!Tally::of_nextest("").ran());
    }
}
