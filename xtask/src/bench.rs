//! The benchmarks, one after the other. What they print is for people; no figure fails anything.

use std::process::Command;

use anyhow::{Context, ensure};

use crate::{need, place, serve, step, web};

/// Runs everything that is measured.
///
/// # Errors
/// If something does not build or a benchmark breaks off; the peers must agree on which rules hold.
pub fn bench() -> anyhow::Result<()> {
    web::build()?;
    let browser = need::browser()?;

    show("matching, compiling and planning, natively", step::cargo(["bench", "--quiet", "--package=benches"]))?;
    peers()?;

    let mut plans = step::command("node", ["benches/plans/plans.mjs"]);
    plans.arg(web::RUNTIME.folder()).arg(place::ingredients().join("packs/core/program.amends"));
    show("plans of the core pack across the boundary, under Node", plans)?;

    let mut proofs = step::command("node", ["benches/plans/proofs.mjs"]);
    proofs.arg(place::site()).arg(place::root().join("rules/core"));
    show("proofs of the core pack in WebAssembly, under Node", proofs)?;

    let address = serve::open(&place::site(), 0, "/")?;
    let mut cold = step::command("node", ["benches/page/cold.mjs"]);
    cold.arg(format!("http://{address}/")).arg(&browser.chromium);
    show("the cold page", cold)
}

/// The same rules and cases through Amends and through other engines, under Node.
fn peers() -> anyhow::Result<()> {
    let folder = place::root().join("benches/peers");
    // Not `ci`, which wants the builds for other platforms too, and some registries do not carry them.
    let mut install = step::command("npm", ["install", "--no-save", "--no-audit", "--no-fund"]);
    install.current_dir(&folder);
    step::run("installing the peers of benches/peers/package-lock.json", install)?;

    let rule_sets = place::target().join("rule_sets");
    let mut write = step::cargo(["run", "--quiet", "--release", "--package=benches", "--bin=rule_sets", "--"]);
    write.arg(&rule_sets);
    step::run("writing the rule sets", write)?;

    let mut compare = step::command("node", ["benches/peers/compare.mjs"]);
    compare.arg(&rule_sets).arg(web::matching()?);
    show("matching in WebAssembly beside the peers, under Node", compare)
}

/// Runs a command that speaks for itself.
fn show(title: &str, mut command: Command) -> anyhow::Result<()> {
    println!("\n# {title}\n");
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("`{name}` could not be started"))?;
    ensure!(status.success(), "{title}: {status}");
    Ok(())
}
