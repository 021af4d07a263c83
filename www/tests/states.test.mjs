// What the panel shows when there is no plan, and what it says to the host.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { desk, planOf, setCase, SITE } from "./support/desk.mjs";
import { POLICY_WITHOUT_WASM } from "./support/server.mjs";

/** A page of a host. */
const page = (body) => `<!doctype html><html lang="en"><title>A host</title><script type="module" src="define.js"></script><body>${body}`;
const pages = {
  "/none.html": page("<amends-panel></amends-panel>"),
  "/missing.html": page('<amends-panel program="packs/core/nothing.amends"></amends-panel>'),
  "/damaged.html": page('<amends-panel program="icon.svg"></amends-panel>'),
  "/early.html": page('<amends-panel program="packs/core/program.amends" phrases="packs/core/phrases/en.ftl"></amends-panel>').replace(
    "<script",
    '<script type="module" src="early.js"></script><script',
  ),
  "/early.js": 'document.querySelector("amends-panel").phrases = "packs/core/phrases/pl.ftl";',
  "/plain.html": page('<amends-panel program="packs/core/program.amends"></amends-panel>'),
};

let site;
before(async () => (site = await desk({ pages })));
after(() => site.close());

const notice = async (opened) => {
  await opened.locator("amends-panel .notice strong").waitFor();
  return opened.locator("amends-panel .notice").textContent();
};

describe("without a plan, the panel says why and what to do", () => {
  it("when no rules are named", async () => {
    assert.match(await notice(await site.open({}, "/none.html")), /No rules are loaded/);
  });

  it("when the rules are not there, and goes on once they are", async () => {
    const opened = await site.open({}, "/missing.html");
    assert.match(await notice(opened), /could not be fetched.*404/s);
    await opened.route("**/nothing.amends", (route) => route.continue({ url: `${site.origin}/packs/core/program.amends` }));
    await opened.getByRole("button", { name: "Try again" }).click();
    await opened.locator("amends-panel .path").waitFor();
  });

  it("when the file is no program, or one of another version, where trying again does not help", async () => {
    const opened = await site.open({}, "/damaged.html");
    assert.match(await notice(opened), /could not be read.*build the rules anew/s);
    assert.equal(await opened.getByRole("button", { name: "Try again" }).count(), 0);
    const bytes = [...(await readFile(join(SITE, "packs/core/program.amends")))];
    await opened.evaluate(async (bytes) => {
      const program = Uint8Array.from(bytes);
      program[6] = 250; // the format
      const failed = new Promise((told) => document.addEventListener("amends-error", told, { once: true }));
      document.querySelector("amends-panel").program = program;
      await failed;
    }, bytes);
    assert.match(await notice(opened), /Trying again does not help.*has format 250, and this reads format/s);
    assert.equal(await opened.getByRole("button", { name: "Try again" }).count(), 0);
  });

  it("when there is no connection, and goes on by itself when it is back", async () => {
    const opened = await site.open({}, "/none.html");
    await opened.context().setOffline(true);
    await opened.evaluate(() => (document.querySelector("amends-panel").program = "packs/core/program.amends"));
    assert.match(await notice(opened).then(() => opened.locator("amends-panel .notice[data-state=offline]").textContent()), /You are offline/);
    await opened.context().setOffline(false);
    await opened.locator("amends-panel .path").waitFor();
  });

  it("when the host's policy forbids WebAssembly, by the name of the directive", async () => {
    const strict = await desk({ pages, policy: POLICY_WITHOUT_WASM });
    try {
      const text = await notice(await strict.open({}, "/plain.html"));
      assert.match(text, /forbids WebAssembly/);
      assert.match(text, /'wasm-unsafe-eval'.*script-src/);
    } finally {
      await strict.close();
    }
  });

  it("when the case does not fit the rules, by the name of the fact", async () => {
    const opened = await site.open({}, "/plain.html");
    await opened.locator("amends-panel .path").waitFor();
    await setCase(opened, { no_such_fact: 1 });
    assert.match(await notice(opened), /Whoever passes the case.*no_such_fact/s);
    assert.equal(await opened.evaluate(() => document.querySelector("amends-panel").matches(":state(loading)")), false);
    await setCase(opened, {});
    await opened.locator("amends-panel .path").waitFor();
  });
});

describe("without words, the panel", () => {
  for (const [what, answer, reason] of [
    ["is not there", { status: 404 }, /en\.ftl: 404/],
    ["is a page that a server sends for whatever it lacks", { contentType: "text/html", body: "<!doctype html>\nyes = no" }, /en\.ftl: no words in it/],
  ]) {
    it(`says so once where their file ${what}, and shows them once it is mended`, async () => {
      const opened = await site.open({}, "/icon.svg");
      await opened.addInitScript(() => {
        globalThis.errors = [];
        document.addEventListener("amends-error", ({ detail }) => errors.push(detail.code));
      });
      await opened.route("**/en.ftl", (route) => route.fulfill(answer));
      await opened.goto(`${site.origin}/known.html`);
      const alert = opened.locator("amends-panel").getByRole("alert").filter({ hasText: "words could not be loaded" });
      await opened.locator("amends-panel .path").waitFor();
      assert.match(await alert.textContent(), reason);
      assert.equal(await alert.count(), 1);
      assert.equal(await opened.locator("amends-panel summary", { hasText: "Words" }).count(), 0);
      assert.deepEqual(await opened.evaluate(() => errors), ["phrases"]);
      await opened.unroute("**/en.ftl");
      await alert.getByRole("button", { name: "Try again" }).click();
      await opened.locator("amends-panel [part=words]").first().waitFor();
      assert.equal(await alert.count(), 0);
    });
  }
});

it("once there is a connection again, all is in the language that was picked without one", async () => {
  const opened = await site.open({}, "/");
  await opened.locator("amends-panel .path").waitFor();
  await opened.context().setOffline(true);
  await opened.locator("#language").selectOption("pl");
  await opened.getByRole("alert").filter({ hasText: "pl.ftl" }).waitFor();
  await opened.context().setOffline(false);
  await opened.locator("amends-panel .known h2", { hasText: "Co wiadomo" }).waitFor();
  await opened.locator("amends-panel [part=words][lang=pl]").first().waitFor();
  await opened.waitForFunction(() => document.documentElement.lang === "pl");
});

describe("a host", () => {
  it("is heard where it set a property before the element was defined and an attribute says otherwise", async () => {
    const opened = await site.open({}, "/icon.svg");
    const fetched = [];
    opened.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    await opened.goto(`${site.origin}/early.html`);
    await opened.locator("amends-panel .path").waitFor();
    assert.deepEqual(fetched.filter((path) => path.endsWith(".ftl")), ["/packs/core/phrases/pl.ftl"]);
  });

  it("may set properties before the element is defined", async () => {
    const opened = await site.open({}, "/plain.html");
    const fact = (await opened.locator("amends-panel .path").waitFor(), (await planOf(opened)).questions[0].fact);
    const kept = await opened.evaluate(async (fact) => {
      const early = document.createElement("early-panel");
      early.case = { declined: [fact] };
      early.program = "packs/core/program.amends";
      document.body.append(early);
      const { AmendsPanel } = await import(new URL("element.js", location.href).href);
      const made = new Promise((resolve) => early.addEventListener("amends-plan", resolve, { once: true }));
      customElements.define("early-panel", class extends AmendsPanel {});
      await made;
      return early.case.declined;
    }, fact);
    assert.deepEqual(kept, [fact]);
  });

  it("gets no error, no violation of its policy, no string in its markup from any text of a case", async () => {
    const opened = await site.open();
    const text = await opened.evaluate(async () => {
      const { load } = await import(new URL("program.js", location.href).href);
      return (await load("packs/core/program.amends")).info().facts.find(({ type }) => type === "text")?.id;
    });
    if (text) {
      await setCase(opened, { [text]: "<img src=x onerror=alert(1)>" });
      assert.equal(await opened.locator("amends-panel img").count(), 0);
    }
    assert.deepEqual(opened.faults, []);
  });

  it("can take the element away and put it back", async () => {
    const opened = await site.open();
    await opened.evaluate(() => {
      const panel = document.querySelector("amends-panel");
      const { parentElement } = panel;
      panel.remove();
      parentElement.append(panel);
    });
    assert.ok(await opened.locator("amends-panel .path").isVisible());
    assert.deepEqual(opened.faults, []);
  });
});
