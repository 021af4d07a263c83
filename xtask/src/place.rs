//! Where things are. Everything is found from the place of this crate, so tasks run from any folder.

use anyhow::{Context, bail};
use std::path::{Path, PathBuf};

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Cargo's target folder, wherever the environment puts it: this program lies in a profile's folder of it.
pub fn target() -> PathBuf {
    std::env::current_exe()
        .ok()
        .and_then(|program| program.parent()?.parent().map(Path::to_path_buf))
        .unwrap_or_else(|| root().join("target"))
}

/// The npm workspace: element and pages.
pub fn www() -> PathBuf {
    root().join("www")
}

/// What the site is built from: modules and packs.
pub fn ingredients() -> PathBuf {
    www().join("generated")
}

/// The finished site, static files for any web server.
pub fn site() -> PathBuf {
    www().join("dist")
}

/// The packs of the project: every folder under `rules/` that has a `pack.toml`, by name.
///
/// # Errors
/// If there is none.
pub fn packs() -> anyhow::Result<Vec<PathBuf>> {
    let mut packs = Vec::new();
    for entry in std::fs::read_dir(root().join("rules")).context("`rules` cannot be read")? {
        let folder = entry?.path();
        if folder.join("pack.toml").is_file() {
            packs.push(folder);
        }
    }
    if packs.is_empty() {
        bail!("`rules` holds no pack");
    }
    packs.sort();
    Ok(packs)
}
