//! Every suite there is, one after the other, whatever fails; the last line is their sum.

use std::{fs, process::Command, process::ExitCode};

use anyhow::Context;
use serde_json::json;

use crate::{
    need, place, size,
    step::{self, Progress},
    tally::Tally,
    web,
};

/// What Chromium is told beside what the runner tells it: to speak to nobody but the test.
const QUIET: [&str; 5] = [
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
    "no-first-run",
    "disable-dev-shm-usage",
];

/// Where Chromium runs the wasm tests, and how the runner is told.
const IN_CHROMIUM: [(&str, &str); 2] = [
    ("wasm in a page of Chromium", "WASM_BINDGEN_USE_BROWSER"),
    ("wasm in a worker of Chromium", "WASM_BINDGEN_USE_DEDICATED_WORKER"),
];

/// The walls: the features of the package, how to build them alone, and what it proves.
const WALLS: [(&str, &[&str]); 8] = [
    ("the core alone, without any face", &["--no-default-features", "--all-targets"]),
    ("proofs without rule files", &["--no-default-features", "--features=proofs", "--all-targets"]),
    ("rule files without the command", &["--no-default-features", "--features=author", "--all-targets"]),
    ("the command, and every member of the workspace", &["--workspace", "--all-targets"]),
    ("the browser's runtime", &["--no-default-features", "--features=web", "--target=wasm32-unknown-unknown", "--lib"]),
    (
        "the browser's author module",
        &["--no-default-features", "--features=web-author", "--target=wasm32-unknown-unknown", "--lib"],
    ),
    (
        "the browser's module of proofs",
        &["--no-default-features", "--features=web-proofs", "--target=wasm32-unknown-unknown", "--lib"],
    ),
    (
        "matching in the browser",
        &["--no-default-features", "--features=matching", "--target=wasm32-unknown-unknown", "--lib"],
    ),
];

/// Runs all suites and prints their sum as the last line. Fails when a test fails, or a suite runs none.
///
/// # Errors
/// Only if the toolchain is incomplete and cannot be completed; what fails in a suite is counted.
pub fn test() -> anyhow::Result<ExitCode> {
    need::component("fmt", "rustfmt")?;
    need::component("clippy", "clippy")?;
    need::wasm_target()?;
    let mut suites = Suites::default();
    suites.check("format", step::cargo(["fmt", "--all", "--check"]));
    for (name, arguments) in WALLS {
        let mut lint = step::cargo(["clippy", "--package=amends", "--quiet"]);
        lint.args(arguments).args(["--", "--deny=warnings"]);
        suites.check(&format!("wall and lints: {name}"), lint);
    }
    let mut links = step::cargo(["doc", "--package=amends", "--lib", "--no-deps", "--document-private-items"]);
    links.env("RUSTDOCFLAGS", "--deny=warnings");
    suites.check("links in the documentation", links);
    native(&mut suites);
    rules(&mut suites);
    browsers(&mut suites);
    Ok(suites.conclude())
}

/// What runs without a browser.
fn native(suites: &mut Suites) {
    if need::find("cargo-nextest").is_some() {
        let all = step::cargo(["nextest", "run", "--workspace", "--no-fail-fast", "--final-status-level=skip"]);
        suites.count("native tests", all, Tally::of_nextest);
    } else {
        let all = step::cargo(["test", "--workspace", "--no-fail-fast", "--lib", "--bins", "--tests", "--examples"]);
        suites.count("native tests", all, Tally::of_libtest);
    }
    suites.count("examples in the documentation", step::cargo(["test", "--workspace", "--doc"]), Tally::of_libtest);
}

/// What the rules promise: no findings, and every scenario gives the plan that it tells of.
fn rules(suites: &mut Suites) {
    let packs = match place::packs() {
        Ok(packs) => packs,
        Err(error) => return suites.fail("packs", &format!("{error:#}")),
    };
    for pack in packs {
        let name = pack.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let amends = |command: &str| {
            let mut run = step::cargo(["run", "--quiet", "--package=amends", "--", command]);
            run.arg(&pack);
            run
        };
        suites.check(&format!("findings of the pack {name}"), amends("check"));
        let mut scenarios = amends("test");
        scenarios.arg("--json");
        suites.count(&format!("scenarios of the pack {name}"), scenarios, Tally::of_scenarios);
    }
}

/// What runs as WebAssembly, and the page.
fn browsers(suites: &mut Suites) {
    if !suites.attempt("wasm modules", web::modules) {
        return;
    }
    let wasm = || {
        let mut run =
            step::cargo(["test", "--package=amends", "--no-default-features", "--features=web,web-author,web-proofs"]);
        run.args(["--target=wasm32-unknown-unknown", "--test=wasm", "--config"]).arg(runner());
        run
    };
    suites.count("wasm in Node", wasm(), Tally::of_libtest);
    let browser = match need::browser() {
        Ok(browser) => browser,
        Err(error) => return suites.fail("Chromium", &format!("{error:#}")),
    };
    match capabilities(&browser) {
        Ok(capabilities) => {
            for (name, place) in IN_CHROMIUM {
                let mut run = wasm();
                run.env(place, "1")
                    .env("WASM_BINDGEN_TEST_TIMEOUT", "300")
                    .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "120")
                    .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities)
                    .env("CHROMEDRIVER", &browser.driver);
                suites.count(name, run, Tally::of_libtest);
            }
        }
        Err(error) => suites.fail("wasm in Chromium", &format!("{error:#}")),
    }

    if suites.attempt("programs of the packs", web::packs) && suites.attempt("site", web::site) {
        let mut pages = Command::new("npm");
        pages.current_dir(place::www()).arg("test").env("CHROMIUM", &browser.chromium);
        suites.count("pages in Chromium", pages, Tally::of_node);
        suites.attempt("sizes", size::measure);
    }
}

/// Tells cargo that this program runs wasm tests: a path may hold blanks, so it is a list.
fn runner() -> String {
    let program = std::env::current_exe().unwrap_or_default();
    format!("target.wasm32-unknown-unknown.runner={}", json!([program.to_string_lossy(), "wasm-runner"]))
}

/// Writes what the driver shall ask of Chromium, and gives the file.
fn capabilities(browser: &need::Browser) -> anyhow::Result<std::path::PathBuf> {
    let file = place::target().join("webdriver.json");
    let asked = json!({ "goog:chromeOptions": { "binary": browser.chromium.to_string_lossy(), "args": QUIET } });
    fs::write(&file, asked.to_string()).with_context(|| format!("`{}` cannot be written", file.display()))?;
    Ok(file)
}

/// The suites that ran.
#[derive(Default)]
struct Suites {
    sum: Tally,
    failed: Vec<String>,
}

impl Suites {
    /// A suite whose tests are counted by its runner.
    fn count(&mut self, name: &str, command: Command, read: fn(&str) -> Tally) {
        let progress = Progress::begin(name);
        let outcome = match step::watch(&progress, command) {
            Ok(outcome) => outcome,
            Err(error) => {
                progress.end("failed");
                return self.fail(name, &format!("{error:#}"));
            }
        };
        let mut tally = read(&outcome.output);
        let reason = if !tally.ran() {
            "no test ran"
        } else if !outcome.success && tally.failed == 0 {
            "the runner failed"
        } else {
            ""
        };
        if !reason.is_empty() {
            tally.failed += 1;
        }
        progress.end(&tally.to_string());
        if tally.failed > 0 {
            eprintln!("{}\n{name}: {reason}", outcome.output);
            self.failed.push(name.to_owned());
        } else if tally.skipped > 0 {
            for line in outcome.output.lines().filter(|line| says_skipped(line)) {
                eprintln!("    {}", line.trim());
            }
        }
        self.sum += tally;
    }

    /// A suite of one test: a command that succeeds or not.
    fn check(&mut self, name: &str, command: Command) {
        let progress = Progress::begin(name);
        match step::watch(&progress, command) {
            Ok(outcome) if outcome.success => {
                progress.end("passed");
                self.sum += Tally::PASSED;
            }
            Ok(outcome) => {
                progress.end("failed");
                self.fail(name, &outcome.output);
            }
            Err(error) => {
                progress.end("failed");
                self.fail(name, &format!("{error:#}"));
            }
        }
    }

    /// A suite of one test: a task that succeeds or not. Gives whether it did.
    fn attempt(&mut self, name: &str, task: fn() -> anyhow::Result<()>) -> bool {
        match task() {
            Ok(()) => self.sum += Tally::PASSED,
            Err(ref error) => self.fail(name, &format!("{error:#}")),
        }
        self.failed.last().is_none_or(|failed| failed != name)
    }

    fn fail(&mut self, name: &str, why: &str) {
        eprintln!("{name} failed:\n{why}");
        self.sum += Tally::FAILED;
        self.failed.push(name.to_owned());
    }

    /// Names what failed, and prints the sum as the last line.
    fn conclude(self) -> ExitCode {
        for name in &self.failed {
            eprintln!("failed: {name}");
        }
        println!("{}", self.sum);
        if self.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Whether a runner's line names a test that was skipped.
fn says_skipped(line: &str) -> bool {
    line.contains("... ignored") || line.trim_start().starts_with("SKIP") || line.contains("# SKIP")
}
