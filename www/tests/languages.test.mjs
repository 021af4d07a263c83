// The panel and the desk in the languages of the core pack.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { asked, desk, planOf, scenarios, setCase } from "./support/desk.mjs";

let site;
before(async () => (site = await desk()));
after(() => site.close());

const LETTERS = { bg: /\p{Script=Cyrillic}/u, uk: /\p{Script=Cyrillic}/u, fa: /\p{Script=Arabic}/u, el: /\p{Script=Greek}/u, pl: /\p{Script=Latin}/u };

const panel = (page) => page.locator("amends-panel");

/** Picks the language of the page, and waits until the panel and the page are in it. */
async function pick(page, language) {
  await page.locator("#language").selectOption(language);
  await page.waitForFunction((language) => document.documentElement.lang === language, language);
  // The texts of a language are fetched when it is picked.
  await page.waitForFunction((language) => {
    const heading = document.querySelector("amends-panel").shadowRoot.querySelector(".known h2")?.textContent;
    return (heading === "What is known") === (language === "en");
  }, language);
}

/** A scenario whose plan moves a step or has something to avoid, and says words that lack nothing. */
async function full(page) {
  for (const scenario of await scenarios(page)) {
    await setCase(page, scenario.case);
    const plan = await planOf(page);
    const said = plan.steps.flatMap((step) => step.actions).some(({ say }) => say?.missing.length === 0);
    if (said && plan.avoid.length > 0 && plan.compensation) return scenario;
  }
  return assert.fail("no scenario has all of it");
}

/** Opens all that can be opened. */
const openAll = (page) =>
  page.evaluate(async () => {
    const panel = document.querySelector("amends-panel");
    for (const details of panel.shadowRoot.querySelectorAll("details")) details.open = true;
    // A fold tells of its opening in a task of its own.
    await new Promise((told) => setTimeout(told, 100));
    await panel.updateComplete;
  });

describe("in another language, the panel", () => {
  for (const [language, letters] of Object.entries(LETTERS)) {
    it(`has nothing left in English: ${language}`, async () => {
      const page = await site.open();
      await full(page);
      const english = await page.evaluate(() => {
        const { steps, avoid } = document.querySelector("amends-panel").plan;
        return [...steps, ...steps.flatMap((step) => step.actions), ...avoid].flatMap(({ title, because }) => [title, because ?? title]);
      });
      await pick(page, language);
      await openAll(page);
      await panel(page).locator(".evidence").first().waitFor();
      await panel(page).locator(".outcomes").waitFor();
      const shown = await panel(page).locator(".station h3 bdi, .action .title, .avoid strong, .avoid .quiet bdi, .reason > p:first-child, .cells bdi, .evidence > bdi, .parameters dt, .money .form, .words, .outcomes p, .outcomes [data-status]").allTextContents();
      assert.ok(shown.length > 50);
      for (const text of shown) assert.ok(!english.includes(text.trim()), `“${text}” is English`);
      const strange = shown.filter((text) => /\p{L}{4}/u.test(text) && !letters.test(text));
      assert.deepEqual(strange, [], "each text has letters of its language");
      const avoided = await panel(page).locator(".avoid strong").allTextContents();
      const titles = await panel(page).locator(".avoid strong bdi").allTextContents();
      for (const [at, line] of avoided.entries()) {
        assert.match(line.replace(titles[at], ""), /^\p{L}+(\s\p{L}+)?:\s*$/u, "each line says by itself that it is not to be done");
      }
      assert.deepEqual(page.faults, []);
    });
  }

  it("has the words to say in it, too, where a browser asks for it", async () => {
    const page = await site.open({ locale: "uk-UA" });
    await panel(page).locator("[part=words][lang=uk]").first().waitFor();
    assert.equal(await panel(page).locator("[part=words][lang=en]").count(), 0);
  });

  it("asks in it, and takes the answers that it always took", async () => {
    const page = await site.open({}, "/");
    await panel(page).locator(".path").waitFor();
    const english = await asked(page);
    await pick(page, "uk");
    assert.notEqual(await asked(page), english);
    assert.match(await asked(page), LETTERS.uk);
    const { fact } = (await planOf(page)).questions[0];
    await panel(page).locator(".answer input").first().click();
    assert.ok(fact in (await page.evaluate(() => document.querySelector("amends-panel").case)));
  });

  it("is as it was when English is picked again", async () => {
    const page = await site.open();
    await panel(page).locator(".words").first().waitFor();
    const before = await panel(page).locator(".plan").textContent();
    await pick(page, "pl");
    assert.notEqual(await panel(page).locator(".plan").textContent(), before);
    await pick(page, "en");
    await panel(page).locator(".words[lang=en]").first().waitFor();
    assert.equal(await panel(page).locator(".plan").textContent(), before);
    assert.equal(await page.getByLabel("The complaint").getAttribute("placeholder"), "Paste what the customer wrote, or note what they say");
  });

  it("says so where what translates reasons cannot be loaded, and goes on", async () => {
    const page = await site.open();
    await page.route("**/translation.js", (route) => route.fulfill({ status: 404 }));
    await pick(page, "bg");
    await panel(page).getByRole("alert").filter({ hasText: "translation.js" }).waitFor();
    const { fact } = (await planOf(page)).questions[0];
    await panel(page).locator(".answer input").first().click();
    assert.ok(fact in (await page.evaluate(() => document.querySelector("amends-panel").case)));
  });

  it("runs from right to left in Persian, and nothing sticks out", async () => {
    for (const width of [360, 1280]) {
      const page = await site.open({ viewport: { width, height: 800 } });
      await full(page);
      await pick(page, "fa");
      await openAll(page);
      assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
      const [mark, title] = await Promise.all([".mark", ".station h3 bdi"].map((part) => panel(page).locator(part).first().boundingBox()));
      assert.ok(mark.x > title.x);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    }
  });
});

describe("words", () => {
  it("and texts that are one file are fetched once", async () => {
    const page = await site.open();
    const fetched = [];
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    await pick(page, "bg");
    await panel(page).locator(".words[lang=bg]").first().waitFor();
    assert.deepEqual(fetched.filter((path) => path.includes("/phrases/")), ["/packs/core/phrases/bg.ftl"]);
  });

  const words = (page) => panel(page).locator(".words").first();

  it("are in the customer's language while the panel stays in the agent's", async () => {
    const page = await site.open();
    await full(page);
    await page.locator("#customer-language").selectOption("fa");
    await panel(page).locator(".words[lang=fa]").first().waitFor();
    assert.equal(await words(page).getAttribute("dir"), "rtl");
    assert.match(await words(page).textContent(), LETTERS.fa);
    assert.equal(await panel(page).locator("#plan").textContent(), "Plan");
    assert.match(await panel(page).locator(".station h3 bdi").first().textContent(), /^[A-Z][a-z]+$/);
  });

  it("say that no native reader has reviewed them where none has, and only there", async () => {
    const page = await site.open();
    await full(page);
    assert.equal(await panel(page).getByText("Not reviewed by a native reader").count(), 0);
    await page.locator("#customer-language").selectOption("el");
    await panel(page).locator(".words[lang=el]").first().waitFor();
    assert.equal(await panel(page).locator(".tools", { hasText: "Not reviewed by a native reader" }).count(), await panel(page).locator(".words").count());
  });

  it("can be shown as they are said aloud, all at once, and go into the reply so", async () => {
    const page = await site.open();
    const { case: facts } = await full(page);
    await setCase(page, facts);
    const written = await words(page).textContent();
    const spoken = panel(page).getByRole("button", { name: "Spoken" });
    assert.equal(await spoken.first().getAttribute("aria-pressed"), "false");
    await spoken.first().click();
    assert.equal(await panel(page).locator("button[aria-pressed=false]").count(), 0, "all are turned");
    await page.evaluate(() => document.addEventListener("amends-insert", (event) => (globalThis.insertion = event.detail)));
    const item = panel(page).locator(".action", { has: page.locator("button[aria-pressed=true]") }).filter({ has: page.getByRole("button", { name: "Insert into reply" }) }).first();
    const aloud = (await item.locator(".words").textContent()).trim();
    assert.notEqual(aloud, written);
    await item.getByRole("button", { name: "Insert into reply" }).click();
    assert.deepEqual(await page.evaluate(() => [globalThis.insertion.text, globalThis.insertion.spoken]), [aloud, true]);
  });
});
