// What each answer to a question would change: told on demand, never of another case, and given by a press.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { asked, caseOf, desk, focused, infoOf, planOf, scenarios, setCase } from "./support/desk.mjs";

const HOST = `<!doctype html><html lang="en"><title>A host</title><script type="module" src="define.js"></script>
<body><amends-panel></amends-panel>`;

let site;
before(async () => (site = await desk({ pages: { "/host.html": HOST } })));
after(() => site.close());

const panel = (page) => page.locator("amends-panel");
const control = (page) => panel(page).locator("summary", { hasText: "What would each answer change?" });
const list = (page) => panel(page).locator(".outcomes");

/** Offers the questions that matter for the current step. */
const questions = (page) => panel(page).locator("summary", { hasText: "Questions for this step" });

/** Opens what the answers to the question in front would change. */
async function ask(page) {
  await control(page).click();
  await list(page).waitFor();
}

/** What is told of an answer: titles by the word above them. */
const told = (page, answer) =>
  list(page)
    .locator("> li", { has: page.getByRole("button", { name: answer, exact: true }) })
    .evaluate((item) => {
      const lists = [...item.querySelectorAll("p.quiet")].map((word) => {
        const titles = [...word.nextElementSibling.querySelectorAll("li[data-status]")].map((li) => li.textContent);
        return [word.textContent, titles.sort()];
      });
      return Object.fromEntries(lists);
    });

/** Titles of the actions that are certain, in the plans of two cases: those that only the second has. */
const becomeCertain = (page, before, after) =>
  page.evaluate(
    async ([before, after]) => {
      const { load } = await import(new URL("program.js", location.href).href);
      const program = await load("packs/core/program.amends");
      const certain = (facts) => program.recommend(facts).steps.flatMap(({ actions }) => actions).filter(({ status }) => status === "certain").map(({ title }) => title);
      const known = certain(before);
      return certain(after).filter((title) => !known.includes(title)).sort();
    },
    [before, after],
  );

describe("what each answer would change", () => {
  it("is neither fetched nor worked out before somebody asks", async () => {
    const page = await site.open();
    const fetched = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1)));
    assert.ok(!(await fetched()).some((name) => /foretell|proofs/.test(name)));
    await ask(page);
    const after = await fetched();
    for (const name of ["foretell.js", "proofs.js", "proofs_bg.wasm"]) assert.equal(after.filter((each) => each === name).length, 1, name);
    assert.equal((await page.evaluate(() => performance.getEntriesByName(new URL("packs/core/program.amends", location.href).href).length)), 1, "the rules are not fetched again");
    assert.deepEqual(page.faults, []);
  });

  it("is what the plan then says", async () => {
    const page = await site.open();
    const facts = await caseOf(page);
    const { fact } = (await planOf(page)).questions[0];
    await ask(page);
    const [yes, no] = await Promise.all([true, false].map((value) => becomeCertain(page, facts, { ...facts, [fact]: value })));
    assert.ok(yes.length > 0);
    assert.deepEqual((await told(page, "Yes"))["Then certain"], yes);
    assert.deepEqual(await told(page, "No"), { "The plan stays as it is.": [] });
    assert.deepEqual(no, []);
  });

  it("is announced, politely", async () => {
    const page = await site.open();
    await ask(page);
    assert.match(await panel(page).locator("[aria-live=polite]").textContent(), /stands below/);
  });

  it("answers the question by a press, and stays as it is", async () => {
    const page = await site.open();
    const [question, { fact }] = [await asked(page), (await planOf(page)).questions[0]];
    await ask(page);
    const before = await list(page).textContent();
    const yes = list(page).getByRole("button", { name: "Yes", exact: true });
    assert.equal(await yes.getAttribute("aria-pressed"), "false");
    await yes.click();
    assert.equal((await caseOf(page))[fact], true);
    assert.equal(await yes.getAttribute("aria-pressed"), "true");
    assert.ok(await panel(page).getByRole("radio", { name: "Yes" }).isChecked());
    assert.equal(await asked(page), question, "the question stays in front");
    assert.equal((await focused(page)).text, "Yes");
    assert.equal(await list(page).textContent(), before);
  });

  it("adds to the answers that hold at once, and takes from them", async () => {
    const page = await site.open();
    const fact = "what_happened";
    await setCase(page, { channel: "phone", [fact]: ["late"] });
    await panel(page).getByRole("button", { name: "Change: what happened" }).click();
    await ask(page);
    const outage = list(page).getByRole("button", { name: "Outage" });
    await outage.click();
    assert.deepEqual((await caseOf(page))[fact], ["late", "outage"]);
    await outage.click();
    assert.deepEqual((await caseOf(page))[fact], ["late"]);
    await list(page).getByRole("button", { name: "None of these" }).click();
    assert.deepEqual((await caseOf(page))[fact], []);
  });

  it("of a quantity is told by ranges, which nobody can press", async () => {
    const page = await site.open();
    await panel(page).getByRole("button", { name: "Change: times passed on" }).click();
    await ask(page);
    const ranges = await list(page).locator("strong").allTextContents();
    assert.ok(ranges.length > 0);
    for (const range of ranges) assert.match(range, /^\d+ to \d+/);
  });
});

describe("a step", () => {
  it("says how settled it is where it stands out from most, beside what the plan as a whole is", async () => {
    const page = await site.open();
    const words = { yes: "Nothing more to ask", "under assumptions": "Nothing more to ask, if the assumptions hold", open: "Still open" };
    const seen = new Set();
    for (const { case: facts } of [{ case: await caseOf(page) }, ...(await scenarios(page))]) {
      await setCase(page, facts);
      const { settled, steps, compensation } = await planOf(page);
      const [whole] = await panel(page).locator(".plan > header .tag").allTextContents();
      assert.equal(whole, words[settled]);
      // The sum stands in its step.
      const isSumOpen = settled === "open" && compensation?.status === "possible";
      const each = steps
        .filter(({ skipped }) => !skipped)
        .map((step) => words[step.step === "compensate" && isSumOpen ? "open" : step.settled]);
      const [open, closed] = [each.filter((word) => word === words.open), each.filter((word) => word !== words.open)];
      const told = await panel(page).locator(".station h3 .tag").allTextContents();
      assert.deepEqual(told, open.length > closed.length ? closed : open);
      for (const word of told) seen.add(word);
    }
    assert.ok(seen.has(words.open) && seen.has(words["under assumptions"]), "the scenarios show both");
  });
});

describe("the current step", () => {
  it("lists the questions that matter for it while it is open, best first; a press puts one to the front", async () => {
    const page = await site.open();
    const { step } = (await planOf(page)).steps[0];
    const wanted = await page.evaluate(
      async ([of, step]) => {
        const { loadProofs } = await import(new URL("proofs.js", location.href).href);
        return (await loadProofs("packs/core/program.amends")).nextQuestions(of, step);
      },
      [await caseOf(page), step],
    );
    assert.ok(wanted.length > 1 && wanted.length < (await planOf(page)).questions.length);
    assert.equal(await questions(page).count(), 1);
    await questions(page).click();
    const buttons = panel(page).locator(".station[data-state=current] .others button");
    await buttons.first().waitFor();
    const { facts } = await infoOf(page);
    const asks = wanted.map((fact) => facts.find(({ id }) => id === fact).ask);
    assert.deepEqual(await buttons.allTextContents(), asks);
    await buttons.nth(1).click();
    assert.equal(await asked(page), asks[1]);
    assert.equal((await focused(page)).part, "question");
    await panel(page).locator(".answer input").first().click();
    assert.ok(!(await buttons.allTextContents()).includes(asks[1]), "what is answered is not listed any more");
  });
});

describe("of another case", () => {
  it("nothing is told that was asked for before it changed", async () => {
    const page = await site.open();
    let release;
    const held = new Promise((released) => (release = released));
    await page.route("**/proofs_bg.wasm", async (route) => (await held, route.continue()));
    const { fact } = (await planOf(page)).questions[0];
    await control(page).click();
    await panel(page).locator(".others progress").waitFor();
    // The same question, of a case in which another fact is taken back.
    await panel(page).getByRole("button", { name: /^Clear: / }).first().click();
    if ((await planOf(page)).questions[0].fact !== fact) await panel(page).locator(".others button", { hasText: "lawyer" }).click();
    release();
    await list(page).waitFor();
    const facts = await caseOf(page);
    assert.deepEqual((await told(page, "Yes"))["Then certain"], await becomeCertain(page, facts, { ...facts, [fact]: true }));
  });

  it("what was told goes before anything else is shown", async () => {
    const page = await site.open();
    const { fact } = (await planOf(page)).questions[0];
    await panel(page).locator(".answer input").first().click();
    await ask(page);
    const left = await page.evaluate(async () => {
      const panel = document.querySelector("amends-panel");
      const clear = [...panel.shadowRoot.querySelectorAll(".facts button")].find((button) => button.textContent === "Confirm");
      clear.click();
      await panel.updateComplete;
      return panel.shadowRoot.querySelectorAll(".outcomes").length;
    });
    assert.equal(left, 0);
    await list(page).waitFor();
    const { [fact]: _, ...facts } = await caseOf(page);
    assert.deepEqual((await told(page, "Yes"))["Then certain"], await becomeCertain(page, facts, { ...facts, [fact]: true }));
  });
});

describe("where it cannot be told", () => {
  for (const file of ["foretell.js", "proofs_bg.wasm"]) {
    it(`the panel says so and goes on, and tries again when asked to: without ${file}`, async () => {
      const page = await site.open();
      const errors = page.evaluate(() => new Promise((told) => document.addEventListener("amends-error", ({ detail }) => told(detail.code), { once: true })));
      await page.route(`**/${file}`, (route) => route.fulfill({ status: 404 }));
      await control(page).click();
      await panel(page).getByText("cannot be told here").first().waitFor();
      assert.equal(await errors, "proofs");
      assert.match(await panel(page).locator("[aria-live=polite]").textContent(), /cannot be told here/);
      await panel(page).locator(".answer input").first().click();
      assert.match(await panel(page).locator("[aria-live=polite]").textContent(), /^The plan/);
      await page.unroute(`**/${file}`);
      await panel(page).getByRole("button", { name: "Try again" }).click();
      await list(page).waitFor();
    });
  }
});

describe("a host that has loaded the rules itself", () => {
  /** Sets what answers like a program, and which outcomes it tells, if any. */
  const give = (page, outcomes) =>
    page.evaluate(async (outcomes) => {
      const { load } = await import(new URL("program.js", location.href).href);
      const program = await load("packs/core/program.amends");
      const element = document.querySelector("amends-panel");
      element.program = {
        info: () => program.info(),
        recommend: (of) => program.recommend(of),
        explain: (of, id) => program.explain(of, id),
        ...(outcomes && { proofs: { outcomes: async () => outcomes, nextQuestions: async () => ["channel"] } }),
      };
      await new Promise((made) => element.addEventListener("amends-plan", made, { once: true }));
      await element.updateComplete;
    }, outcomes);

  it("is not offered what it does not know", async () => {
    const page = await site.open({}, "/host.html");
    await give(page);
    assert.equal(await control(page).count(), 0);
    assert.equal(await questions(page).count(), 0);
  });

  it("is asked for what it knows, and no text of it becomes markup", async () => {
    const page = await site.open({}, "/host.html");
    const told = [{ answers: ["<img src=x>"], settled: "open", changes: [{ of: "action", id: "<img src=x>", title: "", status: "certain" }] }];
    await give(page, told);
    await ask(page);
    assert.equal(await list(page).getByRole("button").textContent(), "<img src=x>");
    assert.equal(await list(page).locator("[data-status]").textContent(), "<img src=x>");
    assert.equal(await panel(page).locator("img").count(), 0);
    assert.deepEqual(page.faults, []);
  });
});
