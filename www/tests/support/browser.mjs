// Chromium as it is installed on the machine.

import { accessSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

/** Chromium speaks to nobody but the test. */
const QUIET = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-dev-shm-usage",
];

/** How long a browser may take for one thing on a machine that is busy with others. In milliseconds. */
export const PATIENCE = 120_000;

export function launch() {
  return chromium.launch({ executablePath: executable(), args: QUIET, timeout: PATIENCE });
}

function executable() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const candidates = [process.env.CHROMIUM, ...folders.flatMap((folder) => names.map((name) => join(folder, name)))];
  const found = candidates.find((file) => file && exists(file));
  if (!found) throw new Error("Chromium is missing: install it, or name it in CHROMIUM");
  return found;
}

function exists(file) {
  try {
    accessSync(file);
    return true;
  } catch {
    return false;
  }
}
