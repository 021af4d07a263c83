//! What the tasks need of the machine. What is missing is installed by the ordinary client, or one sentence says how.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, bail};

use crate::{place, step};

const WASM: &str = "wasm32-unknown-unknown";

/// Chromium and its driver.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

/// The compiler's target for the browser.
///
/// # Errors
/// If it is missing and rustup cannot bring it.
pub fn wasm_target() -> anyhow::Result<()> {
    let root = said(&mut step::command("rustc", ["--print", "sysroot"]))?;
    if Path::new(&root).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    if find("rustup").is_none() {
        bail!(
            "the compiler lacks the target {WASM}: install rustup, or your system's package of it (Debian: libstd-rust-dev-wasm32)"
        );
    }
    step::run("installing the target for browsers by rustup", step::command("rustup", ["target", "add", WASM]))?;
    Ok(())
}

/// The source of the standard library, which the modules compile for size.
///
/// # Errors
/// If it is missing and rustup cannot bring it.
pub fn library_source() -> anyhow::Result<()> {
    let root = said(&mut step::command("rustc", ["--print", "sysroot"]))?;
    if Path::new(&root).join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    if find("rustup").is_none() {
        bail!(
            "the source of the standard library is missing: install rustup, or your system's package of it (Debian: rust-src)"
        );
    }
    let install = step::command("rustup", ["component", "add", "rust-src"]);
    step::run("installing the source of the standard library by rustup", install)?;
    Ok(())
}

/// A part of the toolchain that minimal installations lack, by the name that cargo and rustup have for it.
///
/// # Errors
/// If it is missing and rustup cannot bring it.
pub fn component(command: &str, name: &str) -> anyhow::Result<()> {
    if step::cargo([command, "--version"]).output().is_ok_and(|output| output.status.success()) {
        return Ok(());
    }
    if find("rustup").is_none() {
        bail!("`cargo {command}` is missing: install rustup, or your system's package of {name}");
    }
    step::run(&format!("installing {name} by rustup"), step::command("rustup", ["component", "add", name]))?;
    Ok(())
}

/// The npm packages of the lock file, `wasm-opt` and `esbuild` among them.
///
/// # Errors
/// If Node is missing or too old, or the packages cannot be installed.
pub fn node_packages() -> anyhow::Result<()> {
    if find("npm").is_none() {
        bail!("npm is missing: install Node.js 20 or later with npm (Debian: apt-get install nodejs npm)");
    }
    let version = said(&mut step::command("node", ["--version"])).context("install Node.js 20 or later")?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < 20) {
        bail!("Node.js is {version}: install Node.js 20 or later");
    }
    let lock = place::www().join("package-lock.json");
    let installed = place::www().join("node_modules/.package-lock.json");
    if changed(&installed).is_some_and(|installed| changed(&lock).is_some_and(|lock| lock <= installed)) {
        return Ok(());
    }
    let mut install = step::command("npm", ["ci", "--no-audit", "--no-fund"]);
    install.current_dir(place::www());
    step::run("installing the npm packages of www/package-lock.json", install)?;
    Ok(())
}

/// Chromium with its driver: from `CHROMIUM` and `CHROMEDRIVER`, the path, or Debian's packages.
///
/// # Errors
/// If they are missing and may not be installed here.
pub fn browser() -> anyhow::Result<Browser> {
    if let Some(browser) = installed_browser() {
        return Ok(browser);
    }
    if find("apt-get").is_none() || !superuser() {
        bail!(
            "Chromium or its driver is missing: install both (Debian: apt-get install chromium chromium-driver), or name them in CHROMIUM and CHROMEDRIVER"
        );
    }
    let mut update = step::command("apt-get", ["update"]);
    let mut install =
        step::command("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "chromium-driver"]);
    update.env("DEBIAN_FRONTEND", "noninteractive");
    install.env("DEBIAN_FRONTEND", "noninteractive");
    step::run("reading Debian's list of packages", update)?;
    step::run("installing Chromium and its driver by apt-get", install)?;
    installed_browser()
        .context("Chromium was installed and is not found: name it in CHROMIUM and its driver in CHROMEDRIVER")
}

fn installed_browser() -> Option<Browser> {
    let named = |variable: &str, names: &[&str]| {
        std::env::var_os(variable).map(PathBuf::from).or_else(|| names.iter().find_map(|name| find(name)))
    };
    Some(Browser {
        chromium: named("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])?,
        driver: named("CHROMEDRIVER", &["chromedriver"])?,
    })
}

/// Whether this runs as the superuser, to whom Chromium's sandbox is closed and packages are open.
pub fn superuser() -> bool {
    said(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}

/// A program of that name on the path.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

fn changed(file: &Path) -> Option<std::time::SystemTime> {
    fs::metadata(file).ok()?.modified().ok()
}

/// What a short command says on its standard output, trimmed.
fn said(command: &mut Command) -> anyhow::Result<String> {
    let output =
        command.output().with_context(|| format!("`{}` is missing", command.get_program().to_string_lossy()))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
