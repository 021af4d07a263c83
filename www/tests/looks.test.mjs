// For everybody: by keyboard alone, to a screen reader, narrow, right to left, dark, in forced colours, without motion.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import { asked, caseOf, desk, focused, planOf, scenarios, setCase } from "./support/desk.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let site;
before(async () => (site = await desk()));
after(() => site.close());

/** What the audit finds, as rules with the places that break them. */
async function audit(page) {
  const { violations } = await page.evaluate(`(() => { ${AXE}; return axe.run(document, { resultTypes: ["violations"] }); })()`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" ")).join(", ")}`);
}

/** A page that an answer, an open reason and a tick have left their marks on. */
async function used(context) {
  const page = await site.open({ ...context, bypassCSP: true });
  await setCase(page, (await scenarios(page))[0].case);
  await page.locator("amends-panel summary", { hasText: "Why" }).first().click();
  await page.locator("amends-panel .action input").first().check();
  return page;
}

/** A page that tells what each answer to its question would change. */
async function asking(context) {
  const page = await site.open({ ...context, bypassCSP: true });
  await page.locator("amends-panel summary", { hasText: "What would each answer change?" }).click();
  await page.locator("amends-panel .outcomes button").first().click();
  return page;
}

/** How far anything sticks out of the page sideways, in pixels. */
const overflow = (page) => page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);

describe("an accessibility audit finds nothing", () => {
  it("in a case just opened", async () => assert.deepEqual(await audit(await site.open({ bypassCSP: true })), []));
  it("in a used one", async () => assert.deepEqual(await audit(await used({})), []));
  it("in the dark", async () => assert.deepEqual(await audit(await used({ colorScheme: "dark" })), []));
  it("in a sidebar", async () => assert.deepEqual(await audit(await used({ viewport: { width: 320, height: 800 } })), []));
  it("where it says what answers would change", async () => assert.deepEqual(await audit(await asking({})), []));
  it("the same in the dark", async () => assert.deepEqual(await audit(await asking({ colorScheme: "dark" })), []));
});

describe("while the first plan comes", () => {
  /** What moved on a page whose rules come later than its words, and how far as browsers measure it. */
  const moved = async (viewport) => {
    const page = await (await site.browser.newContext({ viewport })).newPage();
    const words = page.waitForEvent("requestfinished", (request) => request.url().endsWith("/en.ftl"));
    await page.route("**/amends_bg.wasm", async (route) => (await words, route.continue()));
    await page.goto(`${site.origin}/`);
    await page.locator("amends-panel [part=words]").first().waitFor();
    await page.locator("#examples:not([hidden])").waitFor();
    return page.evaluate(async () => {
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      const shifts = await new Promise((told) => {
        new PerformanceObserver((list) => told(list.getEntries())).observe({ type: "layout-shift", buffered: true });
        setTimeout(told, 500, []);
      });
      return shifts.map(({ value, sources }) => [value, sources.map(({ node }) => node?.localName)]);
    });
  };

  it("nothing moves on a wide page", async () => assert.deepEqual(await moved({ width: 1280, height: 900 }), []));
  it("nothing moves on a narrow one", async () => assert.deepEqual(await moved({ width: 360, height: 800 }), []));
});

describe("by keyboard alone", () => {
  it("somebody answers, goes on, ticks an action and reads why", async () => {
    const page = await site.open();
    const press = (key) => page.keyboard.press(key);
    const tabTo = async (fits) => {
      for (let count = 0; count < 100; count += 1) {
        await press("Tab");
        const at = await focused(page);
        if (at && fits(at)) return at;
      }
      return assert.fail("the keyboard does not get there");
    };
    const question = await asked(page);
    const known = Object.keys(await caseOf(page)).length;
    await tabTo(({ tag, part }) => tag === "input" && part === "question");
    await press("Space");
    assert.equal(Object.keys(await caseOf(page)).length, known + 1);
    await press("Enter");
    assert.notEqual(await asked(page), question);
    assert.equal((await focused(page)).tag, "input");
    await tabTo(({ tag, text }) => tag === "summary" && /Why/.test(text));
    await press("Enter");
    // A fold tells of its opening in a task of its own.
    await page.locator("amends-panel .why").first().waitFor();
    await tabTo(({ tag, part }) => tag === "input" && part === "action");
    await press("Space");
    assert.equal((await page.evaluate(() => document.querySelector("amends-panel").done)).length, 1);
  });

  it("the focus is always to be seen", async () => {
    const page = await site.open();
    for (let count = 0; count < 40; count += 1) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const outer = document.activeElement;
        const inner = outer?.shadowRoot?.activeElement ?? outer;
        if (!inner || inner === document.body) return true;
        const outlined = (element) => element && getComputedStyle(element).outlineStyle !== "none";
        return outlined(inner) || outlined(inner.closest(".answer"));
      });
      assert.ok(seen, JSON.stringify(await focused(page)));
    }
  });
});

describe("nothing sticks out", () => {
  for (const width of [320, 480, 900, 1280]) {
    it(`at ${width} pixels, in any scenario`, async () => {
      const page = await site.open({ viewport: { width, height: 800 } });
      for (const { id, case: facts } of await scenarios(page)) {
        await setCase(page, facts);
        assert.equal(await overflow(page), 0, id);
      }
    });
  }

  it("where it says what answers would change, from left to right and from right to left", async () => {
    const page = await asking({ viewport: { width: 320, height: 800 } });
    assert.equal(await overflow(page), 0);
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    assert.equal(await overflow(page), 0);
    assert.deepEqual(await audit(page), []);
  });

  it("from right to left, where the path runs on the right", async () => {
    const page = await site.open({ viewport: { width: 480, height: 800 } });
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    const [mark, title] = await Promise.all([".mark", ".station h3 bdi"].map((part) => page.locator(`amends-panel ${part}`).first().boundingBox()));
    assert.ok(mark.x > title.x);
    assert.equal(await overflow(page), 0);
  });
});

describe("what differs", () => {
  it("is told in words, not by colour alone", async () => {
    const page = await site.open();
    for (const { case: facts } of await scenarios(page)) {
      await setCase(page, facts);
      const { steps } = await planOf(page);
      const states = await page.locator("amends-panel .state").allTextContents();
      assert.equal(states.filter((state) => state === "Left out").length, steps.filter((step) => step.skipped).length);
      assert.equal(await page.locator("amends-panel .reason-line", { hasText: "Moved" }).count(), steps.filter((step) => step.moved).length);
      const possible = steps.flatMap((step) => step.actions).filter(({ status }) => status === "possible").length;
      assert.equal(await page.locator("amends-panel .action .tag", { hasText: /^Possible$/ }).count(), possible);
    }
  });

  it("can still be told apart in forced colours", async () => {
    const page = await used({ forcedColors: "active" });
    const borders = await page.locator("amends-panel .station .mark").evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).borderTopStyle));
    assert.ok(borders.every((style) => style === "solid" || style === "dashed"));
    assert.deepEqual(page.faults, []);
  });

  it("does not move for those who want no motion", async () => {
    const page = await site.open({ reducedMotion: "reduce" });
    await page.locator("amends-panel .answer input").first().click();
    const durations = await page.locator("amends-panel .action").evaluateAll((items) => items.map((item) => getComputedStyle(item).animationDuration));
    assert.ok(durations.every((duration) => duration === "0s"));
  });
});
