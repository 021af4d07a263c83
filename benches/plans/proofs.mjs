/**
 * Measures what is said of all cases, under Node: the modules that a page loads on demand, on a pack's rule files.
 *
 *   node proofs.mjs PACKAGE PACK
 *
 * PACKAGE is the folder of the built npm package, PACK a folder of rule files.
 */
import { readdir, readFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { print } from "./time.mjs";

const [folder, pack] = process.argv.slice(2);
if (!folder || !pack) {
  console.error("expected the folder of the npm package and a pack");
  process.exit(2);
}
const load = (name) => import(pathToFileURL(resolve(folder, name)));
const [{ loadAuthor }, { loadProofs }] = await Promise.all([load("author.js"), load("proofs.js")]);

const files = {};
for (const entry of await readdir(pack, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (entry.isFile()) files[relative(pack, path).replaceAll(sep, "/")] = await readFile(path);
}
const { readPack } = await loadAuthor();
const { program, guarantees } = readPack(files);
const proofs = await loadProofs(program, guarantees);
const same = await loadProofs(program);
const furious = { channel: "email", anger: "furious" };

print([
  ["rule files to findings and program", [files], readPack, null],
  ["every guarantee proved for every case", [proofs], (all) => all.guarantees("2026-04-01"), 1_000],
  ["what is found of every table and rule", [proofs], (all) => all.findings("2026-04-01"), 1_000],
  ["what would change about a call, in a case of two facts", [furious], (given) => proofs.whatIf(given, "offer_a_call"), null],
  ["the pack held against itself, for every case", [same], (old) => proofs.differenceFrom(old, "2026-04-01"), null],
]);
