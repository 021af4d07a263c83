//! From crate, rules and pages to the site.
//!
//! ```text
//! crate ──cargo──▶ module ──wasm-bindgen──▶ module and glue ──wasm-opt──▶ www/generated/runtime, author, proofs
//! rules ──amends build──▶ programs, evidence, phrases, scenarios ──▶ www/generated/packs
//! www/generated and sources ──esbuild──▶ www/dist
//! ```

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context;
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

use crate::{need, place, scenarios, step};

/// How `wasm-opt` makes a module small, pass by pass; each of these was measured to help after gzip.
const SHRINKING: [&str; 11] = [
    "--zero-filled-memory", // rustc's modules define their memory, and nobody writes it before they start
    "--low-memory-unused",  // the lowest kilobyte is the stack's last, and no address is reckoned from it
    "--one-caller-inline-max-function-size=20", // functions of one caller compress better where they are
    "--flatten",
    "--rereloop", // control flow anew, from flat code
    "-Oz",
    "--merge-similar-functions", // the same code for several types, but for a constant
    "--flatten",
    "-Oz",
    "-Oz",
    "-Oz",
];

/// One of the modules that the crate becomes.
pub struct Module {
    pub name: &'static str,
    features: &'static str,
    /// What Cargo.toml says of how it is compiled.
    profile: &'static str,
}

/// What the panel loads: reads programs only.
pub const RUNTIME: Module = Module { name: "runtime", features: "web", profile: "wasm" };
/// What the rule author's room loads on demand: makes programs of rule files, which the runtime beside it reads.
pub const AUTHOR: Module = Module { name: "author", features: "web-author", profile: "wasm" };
/// What is loaded to be told what holds in all cases of a program.
pub const PROOFS: Module = Module { name: "proofs", features: "web-proofs", profile: "wasm" };
/// The runtime with matching alone beside it, for the benchmarks.
const MATCHING: Module = Module { name: "matching", features: "matching", profile: "matching" };

/// Has the standard library compiled anew with the module: for size, and so that a panic is a trap at once, without a
/// message for nobody. A tenth of the runtime. Cargo lets only nightly compilers do this, unless `RUSTC_BOOTSTRAP` says
/// that one knows; nothing else of the project needs it.
const SMALL_LIBRARY: [&str; 3] =
    ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size", "-Zpanic-immediate-abort"];

/// What the optimiser is told beyond the profile: to reckon nothing early on several paths to spare it on one, which is
/// longer; and to take a call for dearer than it does, so that small functions, such as the steps of diagrams, stand where
/// they are called even in code that is to be small. Seven thousandths off the runtime's size, and a tenth off a plan's time.
const TUNING: [&str; 5] = [
    "-Cllvm-args=-enable-pre=0",
    "-Cllvm-args=-enable-gvn-memdep=0",
    "-Cllvm-args=-two-entry-phi-node-folding-threshold=1",
    "-Cllvm-args=-inline-threshold=5",
    "-Cllvm-args=-inline-call-penalty=45",
];

/// What rustc gives every module of its target; `wasm-opt` refuses what it is not told of.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

impl Module {
    /// The folder of the finished module.
    pub fn folder(&self) -> PathBuf {
        place::ingredients().join(self.name)
    }

    /// The finished module.
    pub fn wasm(&self) -> PathBuf {
        self.folder().join("amends_bg.wasm")
    }

    /// Compiles, binds and shrinks the module.
    fn build(&self) -> anyhow::Result<()> {
        let title = format!("compiling the {} module", self.name);
        let target = place::target();
        let mut compile = step::cargo([
            "rustc",
            "--lib",
            "--package=amends",
            "--no-default-features",
            "--target=wasm32-unknown-unknown",
            "--crate-type=cdylib",
        ]);
        compile.args(SMALL_LIBRARY).env("RUSTC_BOOTSTRAP", "1");
        let profile = self.profile;
        compile.arg(format!("--profile={profile}"));
        compile.args(["--config", &format!("profile.{profile}.panic=\"immediate-abort\"")]);
        compile.arg(format!("--features={}", self.features)).arg("--target-dir").arg(&target);
        compile.arg("--").args(TUNING);
        step::run(&title, compile)?;

        self.bind(&target.join("wasm32-unknown-unknown").join(profile).join("amends.wasm"))
            .with_context(|| format!("wasm-bindgen cannot read the {} module", self.name))?;

        let mut shrink = step::command(place::www().join("node_modules/.bin/wasm-opt"), SHRINKING);
        shrink.args(["--strip-debug", "--strip-producers", "--strip-target-features"]);
        shrink.args(WASM_FEATURES).arg(self.wasm()).arg("-o").arg(self.wasm());
        step::run(&format!("shrinking the {} module", self.name), shrink)?;
        Ok(())
    }

    /// Writes module and glue. Both name what the one imports from the other by a hash, which no compression shortens:
    /// these names become numbers.
    fn bind(&self, compiled: &Path) -> anyhow::Result<()> {
        let mut output = Bindgen::new()
            .input_path(compiled)
            .web(true)?
            .typescript(true)
            .encode_into(EncodeInto::Always)
            .generate_output()?;
        let mut glue = output.js().to_owned();
        for (number, import) in output.wasm_mut().imports.iter_mut().enumerate() {
            let short = format!("_{number}");
            glue = glue.replace(&format!("{}:", import.name), &format!("{short}:"));
            import.name = short;
        }
        output.emit(self.folder())?;
        fs::write(self.folder().join("amends.js"), glue)?;
        Ok(())
    }
}

/// Compiles the modules into `www/generated`.
///
/// # Errors
/// If something that is needed is missing, or a step fails.
pub fn modules() -> anyhow::Result<()> {
    need::wasm_target()?;
    need::library_source()?;
    need::node_packages()?;
    RUNTIME.build()?;
    AUTHOR.build()?;
    PROOFS.build()
}

/// Compiles what the benchmarks measure in WebAssembly, and gives its folder.
///
/// # Errors
/// If something that is needed is missing, or a step fails.
pub fn matching() -> anyhow::Result<PathBuf> {
    need::wasm_target()?;
    need::library_source()?;
    need::node_packages()?;
    MATCHING.build()?;
    Ok(MATCHING.folder())
}

/// Compiles every pack under `rules/` into `www/generated/packs/NAME`: `program.amends`, `evidence.json`,
/// `scenarios.json`, `phrases/*.ftl`.
///
/// # Errors
/// If a pack has findings or cannot be written.
pub fn packs() -> anyhow::Result<()> {
    for pack in place::packs()? {
        let name = pack.file_name().context("a pack is a folder")?.to_string_lossy().into_owned();
        let folder = place::ingredients().join("packs").join(&name);
        fs::create_dir_all(&folder)?;
        let mut build = step::cargo(["run", "--quiet", "--package=amends", "--", "build"]);
        build.arg(&pack).arg("--output").arg(folder.join("program.amends"));
        build.arg("--evidence").arg(folder.join("evidence.json"));
        step::run(&format!("compiling the pack {name}"), build)?;
        fs::write(folder.join("scenarios.json"), scenarios::of(&pack)?.to_string())?;
        copy_phrases(&pack.join("phrases"), &folder.join("phrases"))?;
    }
    Ok(())
}

/// Builds the site into `www/dist` from what stands in `www/generated`.
///
/// # Errors
/// If the pages do not build.
pub fn site() -> anyhow::Result<()> {
    need::node_packages()?;
    step::run("building the site", step::command("node", ["www/build.mjs"]))?;
    Ok(())
}

/// Builds everything.
///
/// # Errors
/// If something that is needed is missing, or a step fails.
pub fn build() -> anyhow::Result<()> {
    modules()?;
    packs()?;
    site()
}

/// Phrases are served as they are written, but for comments, empty lines and the indentation of attributes: the pages
/// read Fluent themselves.
fn copy_phrases(from: &Path, to: &Path) -> anyhow::Result<()> {
    if !from.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let file = entry?.path();
        if let Some(name) = file.file_name().filter(|_| file.extension().is_some_and(|kind| kind == "ftl")) {
            let source = fs::read_to_string(&file)?;
            let served = source.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
            let served = served.map(|line| match line.trim_start() {
                attribute if attribute.starts_with('.') => format!(" {attribute}\n"),
                _ => format!("{line}\n"),
            });
            fs::write(to.join(name), served.collect::<String>())?;
        }
    }
    Ok(())
}
