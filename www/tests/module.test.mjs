// The plain module, in Node, in a page and in a worker: the same program and case give the same plan, byte for byte.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { join, relative, sep } from "node:path";
import { after, before, describe, it } from "node:test";
import { desk, scenarios, SITE } from "./support/desk.mjs";
import { POLICY } from "./support/server.mjs";

const { load, LoadError } = await import(pathToFileURL(join(SITE, "program.js")));
const PROGRAM = join(SITE, "packs/core/program.amends");

const WORKER = `
  import { load } from "./program.js";
  onmessage = async ({ data }) => {
    const program = await load(new URL("packs/core/program.amends", location.href));
    postMessage(data.map((facts) => JSON.stringify(program.recommend(facts))));
  };`;

let site;
// Trusted types want a policy of the host's own for the address of a worker.
const pages = {
  "/worker.js": WORKER,
  "/prove.js": `export ${prove}`,
  "/bare.html": "<!doctype html><title>A host</title>",
};
before(async () => (site = await desk({ pages, policy: POLICY.replace(/trusted-types.*$/, "") })));
after(() => site.close());

describe("the module", () => {
  it("recommends the same everywhere", async () => {
    const page = await site.open({}, "/bare.html");
    const cases = (await scenarios(page)).map(({ case: facts }) => ({ now: "2026-04-01", ...facts }));
    assert.ok(cases.length > 0);
    const program = await load(await readFile(PROGRAM));
    const inNode = cases.map((facts) => JSON.stringify(program.recommend(facts)));
    const inPage = await page.evaluate(async (cases) => {
      const { load } = await import(new URL("program.js", location.href).href);
      const program = await load("packs/core/program.amends");
      return cases.map((facts) => JSON.stringify(program.recommend(facts)));
    }, cases);
    const inWorker = await page.evaluate(async (cases) => {
      const worker = new Worker("worker.js", { type: "module" });
      const answer = new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      });
      worker.postMessage(cases);
      return answer;
    }, cases);
    assert.deepEqual(inPage, inNode);
    assert.deepEqual(inWorker, inNode);
  });

  it("loads a program from a file's address in Node", async () => {
    const program = await load(pathToFileURL(PROGRAM));
    assert.equal(program.info().pack.id, "core");
  });

  it("throws errors that a program can tell apart", async () => {
    await assert.rejects(load(Uint8Array.of(1, 2, 3)), (error) => error instanceof LoadError && error.code === "damaged");
    const program = await load(await readFile(PROGRAM));
    assert.throws(() => program.recommend({ no_such_fact: true }), (error) => error.name === "AmendsError" && error.fact === "no_such_fact");
    assert.throws(() => program.explain({}, "no_such_element"), (error) => error.name === "AmendsError");
  });
});

/** The rule files of the core pack, by their path in its folder. */
async function coreFiles() {
  const folder = fileURLToPath(new URL("../../rules/core", import.meta.url));
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const named = paths.map(async (path) => [relative(folder, path).replaceAll(sep, "/"), await readFile(path, "utf8")]);
  return Object.fromEntries(await Promise.all(named));
}

/** From rule files to what is found of the guarantees, with the modules of an address. */
async function prove(files, base) {
  const { loadAuthor } = await import(new URL("author.js", base).href);
  const { loadProofs } = await import(new URL("proofs.js", base).href);
  const { diagnostics, program, guarantees } = (await loadAuthor()).readPack(files);
  const proofs = await loadProofs(program, guarantees);
  return { diagnostics, found: proofs.guarantees("2026-04-01"), bytes: [...program] };
}

describe("the modules on demand", () => {
  it("make the program that the command makes, and prove its guarantees, in Node and in a page", async () => {
    const files = await coreFiles();
    const inNode = await prove(files, pathToFileURL(join(SITE, "/")));
    assert.deepEqual(inNode.diagnostics, []);
    assert.ok(Buffer.from(inNode.bytes).equals(await readFile(PROGRAM)));
    assert.ok(inNode.found.length > 0);
    assert.deepEqual(inNode.found.filter(({ verdict }) => verdict !== "proved"), []);

    const page = await site.open({}, "/bare.html");
    const inPage = await page.evaluate(async (files) => {
      const { prove } = await import(new URL("prove.js", location.href).href);
      return prove(files, location.href);
    }, files);
    assert.deepEqual(inPage, inNode);
  });

  it("tell what two packs say otherwise to customers", async () => {
    const { loadAuthor } = await import(new URL("author.js", pathToFileURL(join(SITE, "/"))).href);
    const { readPack, phraseChanges } = await loadAuthor();
    const { phrases } = readPack(await coreFiles());
    assert.deepEqual(phraseChanges(phrases, phrases), []);
    const reworded = { ...phrases, pl: phrases.pl.replace(/^listen =$/m, "listen =\n    .v9 = Słucham."), en: `${phrases.en}\nlisten = Go on.\n` };
    const told = phraseChanges(phrases, reworded);
    assert.deepEqual(told.filter(({ language }) => language === "pl"), [{ language: "pl", message: "listen", attribute: "v9", after: "Słucham." }]);
    assert.deepEqual(told.filter(({ after }) => after === "Go on."), [{ language: "en", message: "listen", after: "Go on." }]);
    assert.ok(told.filter(({ before }) => before !== undefined).every(({ message }) => message === "listen"));
    assert.throws(() => phraseChanges({ en: 7 }, {}), (error) => error.name === "AmendsError");
  });

  it("show a case that breaks a guarantee, and the runtime plans it so", async () => {
    const promise = `
      [[guarantee]]
      id = "nothing_is_moved"
      never = ["move_to_private"]
      because = "A promise that the pack does not keep."
      evidence = []`;
    const { found, bytes } = await prove({ ...(await coreFiles()), "wrong.toml": promise }, pathToFileURL(join(SITE, "/")));
    const { verdict, cases } = found.find(({ id }) => id === "nothing_is_moved");
    assert.equal(verdict, "broken");
    const { steps } = (await load(Uint8Array.from(bytes))).recommend({ now: "2026-04-01", ...cases[0] });
    const actions = steps.flatMap(({ actions }) => actions).filter(({ status }) => status === "certain");
    assert.ok(actions.some(({ id }) => id === "move_to_private"));
  });
});
