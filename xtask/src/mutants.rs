//! Plants one fault at a time in a copy of the engine, and sees whether the oracle's tests notice.
//!
//! `tests/oracle/mutations.toml` lists the faults. A fault that nobody notices shows a blind spot of the tests.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, bail, ensure};
use serde::Deserialize;

use crate::{
    place,
    step::{self, Progress},
};

/// What the copy leaves out: what is built, and history.
const LEFT_OUT: [&str; 5] = ["target", "node_modules", "dist", "generated", ".git"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mutations {
    mutation: Vec<Mutation>,
}

/// A fault: in a file, the one place that reads `find` reads `replace` instead.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mutation {
    /// What the engine gets wrong with it.
    wrong: String,
    file: PathBuf,
    find: String,
    replace: String,
}

/// A file as it is, and with a fault.
struct Planted {
    sound: String,
    faulty: String,
}

impl Mutation {
    /// Fails where what to find does not stand in the file exactly once.
    fn plant(&self, project: &Path) -> anyhow::Result<Planted> {
        let file = self.file.display();
        let sound = fs::read_to_string(project.join(&self.file)).with_context(|| format!("`{file}` cannot be read"))?;
        let places = sound.matches(&self.find).count();
        ensure!(places == 1, "{}: what to find stands {places} times in `{file}`", self.wrong);
        let faulty = sound.replace(&self.find, &self.replace);
        Ok(Planted { sound, faulty })
    }
}

fn mutations() -> anyhow::Result<Vec<Mutation>> {
    let list = place::root().join("tests/oracle/mutations.toml");
    let text = fs::read_to_string(&list).with_context(|| format!("`{}` cannot be read", list.display()))?;
    let Mutations { mutation } = toml::from_str(&text)?;
    Ok(mutation)
}

/// Plants each fault and runs the oracle's tests.
///
/// # Errors
/// If a fault survives, cannot be planted or does not compile, or the tests fail without any.
pub fn mutants() -> anyhow::Result<()> {
    let mutations = mutations()?;
    for fault in &mutations {
        fault.plant(place::root())?;
    }
    let copy = place::target().join("mutants/project");
    if copy.exists() {
        fs::remove_dir_all(&copy).context("the copy of an earlier run cannot be removed")?;
    }
    copy_folder(place::root(), &copy)?;
    ensure!(tests(&copy, "the engine as it is")?, "the tests fail without any fault: mend that first");

    let mut survivors = Vec::new();
    for fault in &mutations {
        let Planted { sound, faulty } = fault.plant(&copy)?;
        let file = copy.join(&fault.file);
        fs::write(&file, faulty)?;
        let survived = tests(&copy, &fault.wrong);
        fs::write(&file, sound)?;
        if survived? {
            survivors.push(fault.wrong.as_str());
        }
    }
    println!("{} of {} faults caught", mutations.len() - survivors.len(), mutations.len());
    if survivors.is_empty() { Ok(()) } else { bail!("nobody noticed: {}", survivors.join("; ")) }
}

/// Whether the oracle's tests pass in the copy. What it builds outlives the copy, so that a run begins where the last ended.
fn tests(copy: &Path, title: &str) -> anyhow::Result<bool> {
    let cargo = |arguments: &[&str]| {
        let mut command = step::cargo(["test", "--quiet", "--package=oracle"]);
        command.current_dir(copy).arg("--target-dir").arg(place::target().join("mutants/target")).args(arguments);
        command
    };
    step::run(&format!("compiling: {title}"), cargo(&["--no-run"]))?;
    passes(title, cargo(&[]))
}

fn passes(title: &str, command: Command) -> anyhow::Result<bool> {
    let progress = Progress::begin(title);
    let passed = step::watch(&progress, command)?.success;
    progress.end(if passed { "the tests pass" } else { "the tests fail" });
    Ok(passed)
}

fn copy_folder(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if LEFT_OUT.iter().any(|left_out| name == *left_out) {
            continue;
        }
        let (source, copy) = (entry.path(), to.join(&name));
        if entry.file_type()?.is_dir() {
            copy_folder(&source, &copy)?;
        } else {
            fs::copy(&source, &copy)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_finds_its_place() {
        for fault in mutations().unwrap() {
            fault.plant(place::root()).unwrap();
        }
    }
}
