// The desk around the panel: examples, and the next complaint.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { caseOf, desk, scenarios, setCase } from "./support/desk.mjs";

let site;
before(async () => (site = await desk()));
after(() => site.close());

const complaint = (page) => page.locator("#complaint");
const reply = (page) => page.locator("#reply");
const examples = (page) => page.locator("#examples select");

/** Answers what the page asks, and gives what it asked. */
function answering(page, isAgreed) {
  const asked = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.message());
    await (isAgreed ? dialog.accept() : dialog.dismiss());
  });
  return asked;
}

describe("the next complaint", () => {
  it("finds the desk empty, but for the agent's name", async () => {
    const page = await site.open();
    const asked = answering(page, true);
    await setCase(page, { anger: "furious", agent_name: "Ana" });
    await complaint(page).fill("It never came.");
    await reply(page).fill("We are sorry.");
    await page.getByRole("button", { name: "New complaint" }).click();
    assert.equal(asked.length, 1, "what was written is not lost unasked");
    assert.deepEqual(await caseOf(page), { agent_name: "Ana" });
    assert.deepEqual([await complaint(page).inputValue(), await reply(page).inputValue()], ["", ""]);
    assert.ok(await complaint(page).evaluate((element) => element === document.activeElement));
    assert.deepEqual(page.faults, []);
  });

  it("does not take away unasked what was answered, and nothing of it is left once somebody agrees", async () => {
    const page = await site.open({}, "/");
    const asked = answering(page, true);
    const panel = page.locator("amends-panel");
    await panel.locator(".answer input").first().click();
    await panel.locator(".do input").first().click();
    await panel.getByRole("button", { name: "Spoken" }).first().click();
    await page.getByRole("button", { name: "New complaint" }).click();
    assert.equal(asked.length, 1);
    assert.deepEqual(await panel.evaluate(({ case: facts, done }) => [facts, done]), [{}, []]);
    assert.equal(await panel.locator("[aria-pressed=true], .answer input:checked, .do input:checked").count(), 0);
    assert.equal(await panel.locator("[aria-live=polite]").textContent(), "");
  });

  it("is not lost by loading the page anew without a word", async () => {
    const page = await site.open();
    const asked = answering(page, true);
    await page.reload();
    assert.deepEqual(asked, []);
    await page.locator("amends-panel .answer input").first().click();
    await page.reload();
    assert.equal(asked.length, 1);
  });

  it("waits where somebody would rather keep what they wrote", async () => {
    const page = await site.open();
    const asked = answering(page, false);
    const [first, second] = await scenarios(page);
    await examples(page).selectOption(first.id);
    const was = await caseOf(page);
    await reply(page).fill("We are sorry.");
    await examples(page).selectOption(second.id);
    assert.equal(asked.length, 1);
    assert.equal(await examples(page).inputValue(), first.id);
    assert.deepEqual(await caseOf(page), was);
    assert.deepEqual([await complaint(page).inputValue(), await reply(page).inputValue()], [first.story, "We are sorry."]);
  });

  it("asks nothing where nothing was written", async () => {
    const page = await site.open();
    const asked = answering(page, false);
    const [first, second] = await scenarios(page);
    await examples(page).selectOption(first.id);
    await examples(page).selectOption(second.id);
    assert.equal(await complaint(page).inputValue(), second.story);
    await page.getByRole("button", { name: "New complaint" }).click();
    assert.deepEqual([await examples(page).inputValue(), await complaint(page).inputValue()], ["", ""]);
    assert.deepEqual(asked, []);
  });
});

describe("on a slow line", () => {
  it("the desk shows that the panel is on its way, and takes what somebody writes meanwhile", async () => {
    const page = await site.open({}, "/icon.svg");
    let send;
    const wanted = new Promise((open) => (send = open));
    await page.route("**/element.js", async (route) => (await wanted, route.continue()));
    await page.goto(`${site.origin}/`, { waitUntil: "commit" });
    await page.locator("amends-panel progress").waitFor();
    await complaint(page).fill("It never came.");
    send();
    await page.locator("amends-panel .path").waitFor();
    assert.equal(await page.locator("amends-panel progress:visible").count(), 0);
    assert.equal(await complaint(page).inputValue(), "It never came.");
  });
});
