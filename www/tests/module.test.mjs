// The plain module, in Node, in a page and in a worker: the same program and case give the same plan, byte for byte.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
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
const pages = { "/worker.js": WORKER, "/bare.html": "<!doctype html><title>A host</title>" };
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
