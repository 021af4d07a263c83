// The panel on the desk, with the real rules of the core pack.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { asked, caseOf, desk, focused, infoOf, planOf, scenarios, setCase } from "./support/desk.mjs";

let site;
before(async () => (site = await desk()));
after(() => site.close());

const panel = (page) => page.locator("amends-panel");
const next = (page) => panel(page).locator("button[type=submit]");
const firstAnswer = (page) => panel(page).locator(".answer input").first();
const unknown = (page) => panel(page).getByLabel("I don’t know");

/** The first scenario whose plan has an action that fits. */
async function planWith(page, fits) {
  for (const scenario of await scenarios(page)) {
    await setCase(page, scenario.case);
    const action = (await planOf(page)).steps.flatMap((step) => step.actions).find(fits);
    if (action) return { scenario, action };
  }
  return assert.fail("no scenario has such an action");
}

const actionItem = (page, action) => panel(page).locator(".action", { has: page.getByRole("checkbox", { name: action.title, exact: true }) });

describe("a question", () => {
  it("is there from the first moment, of a case of which nothing is known, beside a path of all steps", async () => {
    const page = await site.open({}, "/");
    await panel(page).locator(".path").waitFor();
    const plan = await planOf(page);
    assert.equal(await asked(page), plan.questions[0].ask);
    assert.equal(await panel(page).locator(".station").count(), plan.steps.length);
    assert.ok((await panel(page).locator(".fold").count()) > 0, "what is only possible is folded away");
    assert.deepEqual(page.faults, []);
  });

  it("stays in place while it is answered, and the focus with it", async () => {
    const page = await site.open();
    const question = await asked(page);
    const was = await planOf(page);
    const place = await firstAnswer(page).boundingBox();
    await firstAnswer(page).click();
    assert.notDeepEqual(await planOf(page), was, "an answer worth asking for changes the plan");
    assert.equal(await asked(page), question);
    assert.deepEqual(await firstAnswer(page).boundingBox(), place);
    assert.equal((await focused(page)).tag, "input");
  });

  it("gives way to the next one on request, which takes the focus", async () => {
    const page = await site.open();
    const question = await asked(page);
    await firstAnswer(page).click();
    await next(page).click();
    assert.notEqual(await asked(page), question);
    assert.equal((await focused(page)).tag, "input");
  });

  it("can be gone back to, with its answer, as far as there were any", async () => {
    const page = await site.open();
    const back = panel(page).getByRole("button", { name: "Back", exact: true });
    const asks = [];
    for (let count = 0; count < 3; count += 1) {
      assert.equal(await back.count(), Number(count > 0));
      asks.push(await asked(page));
      await firstAnswer(page).click();
      await next(page).click();
    }
    for (const ask of asks.reverse()) {
      await back.click();
      assert.equal(await asked(page), ask);
      assert.ok(await firstAnswer(page).isChecked());
      assert.equal((await focused(page)).tag, "input");
    }
    assert.equal(await back.count(), 0);
    await next(page).click();
    assert.ok(!asks.includes(await asked(page)), "the next is one that is open");
  });

  it("takes “I don’t know” for an answer, and is not put again", async () => {
    const page = await site.open();
    const { fact } = (await planOf(page)).questions[0];
    await unknown(page).check();
    await next(page).click();
    assert.deepEqual((await caseOf(page)).declined, [fact]);
    assert.ok(!(await planOf(page)).questions.some((question) => question.fact === fact));
  });

  it("asks for an answer when there is none, instead of going on", async () => {
    const page = await site.open();
    const question = await asked(page);
    await next(page).click();
    assert.equal(await asked(page), question);
    assert.match(await panel(page).getByRole("alert").textContent(), /Choose an answer/);
  });

  it("refuses what is out of bounds with the bounds, and keeps the plan", async () => {
    const page = await site.open();
    const known = await caseOf(page);
    const fact = (await infoOf(page)).facts.find(({ type, id }) => type === "number" && known[id] !== undefined);
    await panel(page).getByRole("button", { name: `Change: ${fact.title}`, exact: true }).click();
    const was = await planOf(page);
    await panel(page).locator("input[name=value]").fill(String(Number(fact.max) + 1));
    await panel(page).locator("input[name=value]").press("Enter");
    assert.match(await panel(page).getByRole("alert").textContent(), /from .* to/);
    assert.deepEqual((await planOf(page)).steps, was.steps);
    await panel(page).locator("input[name=value]").fill(String(fact.max));
    await panel(page).locator("input[name=value]").press("Enter");
    assert.equal((await caseOf(page))[fact.id], String(fact.max));
  });

  it("tells a date as its language writes it, beside the browser's own field", async () => {
    const page = await site.open();
    await setCase(page, { received: "2026-03-30" });
    await panel(page).getByRole("button", { name: "Change: when it was received" }).click();
    assert.equal(await panel(page).locator("#unit").textContent(), "March 30, 2026");
    await page.locator("#language").selectOption("fa");
    await panel(page).locator("#unit", { hasText: "۱۰ فروردین ۱۴۰۵" }).waitFor();
    await panel(page).locator("input[name=value]").fill("");
    await panel(page).locator("input[name=value]").press("Tab");
    assert.deepEqual(page.faults, []);
  });

  it("has what goes on in sight, however many answers it has", async () => {
    const page = await site.open({}, "/");
    const { facts } = await infoOf(page);
    const most = facts.toSorted((one, other) => (other.values?.length ?? 0) - (one.values?.length ?? 0))[0];
    assert.ok(most.values.length > 20);
    await panel(page).locator("summary", { hasText: "more questions" }).click();
    await panel(page).getByRole("button", { name: most.ask }).click();
    await page.evaluate(() => scrollTo(0, 0));
    const { y, height } = await next(page).boundingBox();
    assert.ok(y + height < page.viewportSize().height);
  });

  it("says whether it bears on the plan only where that is so", async () => {
    const page = await site.open();
    await setCase(page, (await scenarios(page))[1].case);
    const { facts } = await infoOf(page);
    const { unaskable, words } = await page.evaluate(() => {
      const { unaskable, steps } = document.querySelector("amends-panel").plan;
      return { unaskable, words: steps.flatMap((step) => step.actions).flatMap(({ say }) => say?.missing ?? []) };
    });
    const hint = panel(page).locator(".question form .row .quiet");
    assert.ok(words.length > 0);
    await panel(page).locator(".missing .link").first().click();
    assert.equal((await hint.textContent()).trim(), "", "a name fills words");
    const { title } = facts.find(({ id }) => id === unaskable[0]);
    await panel(page).getByRole("button", { name: `Change: ${title}` }).click();
    assert.match(await hint.textContent(), /Would matter, but is not to be asked/);
    const { questions, assumptions } = await planOf(page);
    const known = await caseOf(page);
    const taken = new Set([...questions, ...assumptions].map(({ fact }) => fact).concat(unaskable, Object.keys(known)));
    const spare = facts.find(({ id, type }) => type !== "text" && !taken.has(id));
    await panel(page).locator("summary", { hasText: "Something else is known" }).click();
    await panel(page).locator(".others").getByRole("button", { name: spare.title, exact: true }).click();
    assert.match(await hint.textContent(), /no longer changes the plan/);
  });

  it("names its region, and where there is none the region is named by that", async () => {
    const page = await site.open();
    assert.ok(await panel(page).getByRole("region", { name: "Next question" }).isVisible());
    await setCase(page, { ...(await caseOf(page)), declined: (await planOf(page)).questions.map(({ fact }) => fact) });
    assert.ok(await panel(page).getByRole("region", { name: /^Nothing more to ask/ }).isVisible());
    assert.equal(await panel(page).getByRole("region", { name: "Next question" }).count(), 0);
  });

  it("comes to an end, even for somebody who knows nothing more", async () => {
    const page = await site.open();
    for (let count = 0; count < 100 && (await asked(page)) !== undefined; count += 1) {
      await unknown(page).check();
      await next(page).click();
    }
    assert.notEqual((await planOf(page)).settled, "open");
    assert.match((await focused(page)).text, /Nothing more to ask/);
    const rows = await panel(page).locator(".facts dt").allTextContents();
    assert.equal(new Set(rows).size, rows.length, "nothing is listed twice");
    assert.deepEqual(page.faults, []);
  });
});

describe("a settled plan", () => {
  const ending = (page) => panel(page).locator(".settled").textContent();

  it("says whether what nobody knows could still change it", async () => {
    const page = await site.open({}, "/");
    await panel(page).locator(".path").waitFor();
    const { facts } = await infoOf(page);
    const open = facts.filter(({ ask }) => ask).map(({ id }) => id);
    await setCase(page, { declined: open });
    assert.equal((await planOf(page)).settled, "yes");
    assert.match(await ending(page), /Only an answer to what is not known could still change this plan/);
    assert.ok((await panel(page).locator(".action .tag", { hasText: /^Possible$/ }).count()) > 0);
    assert.equal(await panel(page).locator(".plan > header .tag").textContent(), "Nothing more to ask");
    assert.doesNotMatch(await panel(page).innerText(), /settled,|settled$/im, "what is possible is not settled");
    const [{ case: known }] = await scenarios(page);
    await setCase(page, known);
    // All that is assumed is given, and then what matters of the rest is asked.
    for (let plan = await planOf(page); plan.settled !== "yes"; plan = await planOf(page)) {
      const given = plan.assumptions.map(({ fact, value }) => [fact, value]);
      const [open] = plan.questions.filter(({ fact }) => given.every(([own]) => own !== fact)).map(({ fact }) => facts.find(({ id }) => id === fact));
      const answer = open && [open.id, open.type === "yes-no" ? false : (open.values?.[0]?.id ?? open.min)];
      await setCase(page, { ...(await caseOf(page)), ...Object.fromEntries([...given, ...(answer ? [answer] : [])]) });
    }
    assert.match(await ending(page), /No further answer can change this plan/);
  });
});

describe("what is known", () => {
  it("can be changed and taken back", async () => {
    const page = await site.open();
    const was = await planOf(page);
    const { fact, ask } = was.questions[0];
    await firstAnswer(page).click();
    await next(page).click();
    const title = (await infoOf(page)).facts.find(({ id }) => id === fact).title;
    await panel(page).getByRole("button", { name: `Change: ${title}`, exact: true }).click();
    assert.equal(await asked(page), ask);
    assert.ok(await firstAnswer(page).isChecked());
    await panel(page).getByRole("button", { name: `Clear: ${title}`, exact: true }).click();
    assert.equal((await caseOf(page))[fact], undefined);
    assert.deepEqual(await planOf(page), was);
  });

  it("lists assumptions, which one press confirms", async () => {
    const page = await site.open();
    const { assumptions } = await planOf(page);
    assert.ok(assumptions.length > 0);
    await panel(page).getByRole("button", { name: /^Confirm: / }).first().click();
    assert.equal((await planOf(page)).assumptions.length, assumptions.length - 1);
    assert.equal((await caseOf(page))[assumptions[0].fact], assumptions[0].value);
  });

  it("invites nobody to confirm what is not to be asked, and says so", async () => {
    const page = await site.open({}, "/");
    await panel(page).locator(".facts").waitFor();
    const { facts } = await infoOf(page);
    const { unaskable, assumptions } = await planOf(page);
    assert.ok(unaskable.length > 0);
    const title = (id) => facts.find((fact) => fact.id === id).title;
    const confirmed = await panel(page).locator(".facts").getByRole("button", { name: /^Confirm: / }).evaluateAll((all) => all.map((button) => button.ariaLabel));
    const askable = assumptions.filter(({ fact }) => !unaskable.includes(fact));
    assert.deepEqual(confirmed, askable.map(({ fact }) => `Confirm: ${title(fact)}`));
    assert.deepEqual(await panel(page).locator(".unaskable li").allTextContents(), unaskable.map(title));
  });

  it("tells the host what somebody changed, but not what the host set itself", async () => {
    const page = await site.open();
    const events = () => page.evaluate(() => globalThis.changes);
    await page.evaluate(() => {
      globalThis.changes = [];
      document.body.addEventListener("amends-fact-change", ({ detail }) => globalThis.changes.push(detail.fact));
    });
    const { fact } = (await planOf(page)).questions[0];
    await setCase(page, await caseOf(page));
    assert.deepEqual(await events(), []);
    await firstAnswer(page).click();
    assert.deepEqual(await events(), [fact]);
  });
});

/** A step's actions in the order in which they are shown: more than four that are not certain are folded away below. */
function inOrder({ actions }) {
  const open = actions.filter(({ status }) => status !== "certain");
  return open.length > 4 ? [...actions.filter(({ status }) => status === "certain"), ...open] : actions;
}

describe("the plan", () => {
  it("of every scenario is shown whole: each action, what to avoid, each conflict", async () => {
    const page = await site.open();
    for (const { id, case: facts } of await scenarios(page)) {
      await setCase(page, facts);
      const plan = await planOf(page);
      const actions = plan.steps.flatMap(inOrder);
      assert.deepEqual(await panel(page).locator(".action .title").allTextContents(), actions.map(({ title }) => title), id);
      assert.equal(await panel(page).locator(".avoid li[data-status]").count(), plan.avoid.length, id);
      assert.equal(await panel(page).locator(".conflicts li").count(), plan.conflicts.length, id);
      const avoid = plan.avoid.some(({ status }) => status === "certain") ? ["Avoid"] : plan.avoid.length > 0 ? ["Perhaps avoid"] : [];
      assert.deepEqual((await panel(page).locator(".avoid h2").allTextContents()).map((title) => title.trim()), avoid, id);
      assert.equal(await panel(page).locator(".money").count(), plan.compensation ? 1 : 0, id);
    }
    assert.deepEqual(page.faults, []);
  });

  it("keeps what was ticked when answers change it", async () => {
    const page = await site.open();
    const { id, title } = (await planOf(page)).steps.flatMap((step) => step.actions)[0];
    await panel(page).getByRole("checkbox", { name: title, exact: true }).check();
    for (const { case: facts } of (await scenarios(page)).slice(0, 5)) {
      await setCase(page, facts);
      assert.ok(await panel(page).getByRole("checkbox", { name: title, exact: true }).isChecked());
    }
    assert.deepEqual(await page.evaluate(() => document.querySelector("amends-panel").done), [id]);
  });

  it("says why, with the case's values and the evidence", async () => {
    const page = await site.open();
    await setCase(page, (await scenarios(page))[0].case);
    const why = panel(page).locator(".action summary", { hasText: "Why" });
    const count = await why.count();
    assert.ok(count > 0);
    for (let at = 0; at < count; at += 1) await why.nth(at).click();
    // A fold tells of its opening in a task of its own.
    await panel(page).locator(".action .why").nth(count - 1).waitFor();
    assert.equal(await panel(page).locator(".action .why").count(), count);
    assert.ok((await panel(page).locator(".action .cells strong").count()) > 0, "rules show the cells that they stand on");
    // The sources are fetched with the first reason.
    await panel(page).locator(".action .evidence cite").first().waitFor();
    assert.deepEqual(page.faults, []);
  });

  it("fetches what shows reasons when somebody asks for the first, says where it cannot, and tries again", async () => {
    const page = await site.open();
    const action = panel(page).locator(".action").first();
    const fetched = [];
    page.on("request", (request) => fetched.push(request.url().split("/").at(-1)));
    await page.route("**/reasons.js", (route) => route.fulfill({ status: 404 }), { times: 1 });
    await action.locator("summary", { hasText: "Why" }).click();
    await action.getByText("That cannot be told here").waitFor();
    await panel(page).locator(".answer input").first().click();
    await panel(page).getByRole("button", { name: "Try again" }).click();
    await panel(page).locator(".reason").first().waitFor();
    assert.deepEqual(fetched, ["reasons.js", "reasons.js", "evidence.json"]);
  });

  it("says beside the reasons what the marks of an action mean", async () => {
    const page = await site.open({}, "/");
    const action = (tag) => panel(page).locator(".action", { has: page.locator(".tag", { hasText: tag }) }).first();
    const means = async (tag, meaning) => {
      await action(tag).locator("summary", { hasText: "Why" }).press("Enter");
      assert.match(await action(tag).locator(".why").textContent(), meaning);
    };
    await means(/^For now$/, /One more answer may remove this/);
    await means(/^Assuming /, /Assuming how staff are treated: Civil/);
    await panel(page).locator(".fold > summary").last().click();
    await panel(page).locator(".station").last().locator(".action summary", { hasText: "Why" }).first().press("Enter");
    await panel(page).locator(".station").last().locator(".why", { hasText: "Depends on answers still open" }).waitFor();
    assert.equal(await panel(page).locator("[title]").count(), 0, "no finger and no keyboard reaches a title");
  });

  it("says what a sum depends on while it could be any, and the sum once that is known", async () => {
    const page = await site.open();
    const money = panel(page).locator(".money");
    let count = 0;
    for (const { id, case: facts } of await scenarios(page)) {
      const { price, ...others } = facts;
      await setCase(page, { loss: "0.00", ...others });
      const { compensation, questions } = await planOf(page);
      const isOpen = compensation && questions.some(({ fact }) => fact === "price") && questions.length <= 12;
      if (!isOpen || !/Depends on/.test(await money.textContent())) continue;
      count += 1;
      assert.match(await money.textContent(), /Depends on:\s+price of the affected part/, id);
      assert.doesNotMatch(await money.textContent(), /€|documented loss|approval/i, id);
      if (price === undefined || count > 1) continue;
      await money.getByRole("button", { name: "price of the affected part" }).click();
      assert.match(await asked(page), /What did the affected part cost/);
      await panel(page).locator("input[name=value]").fill(String(price));
      await panel(page).locator("input[name=value]").press("Enter");
      assert.match(await money.locator(".amount").textContent(), /^€\d/);
    }
    assert.ok(count > 10);
  });

  it("says who may have to approve a sum, and not that none may", async () => {
    const page = await site.open();
    const { impact, ...facts } = (await scenarios(page)).find(({ title }) => title === "The till is down").case;
    const row = panel(page).locator(".money .terms > div", { hasText: "Needs approval by" });
    await setCase(page, facts);
    assert.deepEqual((await planOf(page)).compensation.approval, { values: ["team_lead", "none"] });
    assert.match(await row.innerText(), /^Needs approval by\s+Possible\s+the team lead$/);
    await setCase(page, { impact, ...facts });
    assert.match(await row.innerText(), /^Needs approval by\s+the team lead$/);
  });

  it("names no sum while so much is open that it could be any", async () => {
    const page = await site.open({}, "/");
    const text = await panel(page).locator(".money").textContent();
    assert.match(text, /Depends on answers still open/);
    assert.doesNotMatch(text, /€/);
  });

  it("says in words what no sum and a sum of nothing mean, and in which form only where something is given", async () => {
    const page = await site.open();
    const shown = async (title) => {
      await setCase(page, (await scenarios(page)).find((scenario) => scenario.title === title).case);
      const { compensation } = await planOf(page);
      const money = panel(page).locator(".money");
      return [compensation.amount, await money.locator(".amount").textContent(), ...(await money.locator(".form li").allTextContents())];
    };
    assert.deepEqual(await shown("My lawyer writes"), ["none", "No sum is named"]);
    assert.deepEqual(await shown("The answer is no"), ["none", "No sum is named", "Nothing"]);
    assert.deepEqual(await shown("The box in the lobby"), ["0.00", "No money", "A personal gesture"]);
  });

  it("announces what changed, politely", async () => {
    const page = await site.open();
    await firstAnswer(page).click();
    assert.match(await panel(page).locator("[aria-live=polite]").textContent(), /^The plan (has changed: .+|stays as it is)\.$/);
  });

  it("fits on one sheet of paper", async () => {
    const page = await site.open();
    await setCase(page, (await scenarios(page))[0].case);
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length, 1);
  });
});

describe("words", () => {
  const ready = ({ say }) => say && say.missing.length === 0;

  /** An action whose words stand open and lack nothing, where it is, and what they are. */
  async function withWords(page) {
    const { action } = await planWith(page, ready);
    const item = actionItem(page, action);
    if (!(await item.locator(".words").isVisible())) await item.locator("summary", { hasText: "Words" }).click();
    return { action, item, words: (await item.locator(".words").textContent()).trim() };
  }

  it("go into the reply, one after the other, without touching what stands there", async () => {
    const page = await site.open();
    const { item, words } = await withWords(page);
    await page.getByLabel("Your reply").fill("Dear customer,");
    await item.getByRole("button", { name: "Insert into reply" }).click();
    assert.equal(await page.getByLabel("Your reply").inputValue(), `Dear customer,\n\n${words}`);
  });

  it("go in before what stands there, apart from it", async () => {
    const page = await site.open();
    const { item, words } = await withWords(page);
    await page.getByLabel("Your reply").fill("Kind regards");
    await page.getByLabel("Your reply").evaluate((field) => field.setSelectionRange(0, 0));
    await item.getByRole("button", { name: "Insert into reply" }).click();
    assert.equal(await page.getByLabel("Your reply").inputValue(), `${words}\n\nKind regards`);
  });

  it("are copied, and not said to be in a reply, where no field takes them", async () => {
    const page = await site.open();
    const { item, words } = await withWords(page);
    await panel(page).evaluate((element) => (element.reply = "no_such_field"));
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await item.getByRole("button", { name: "Insert into reply" }).click();
    await page.waitForFunction(async (words) => (await navigator.clipboard.readText()) === words, words);
    assert.equal(await panel(page).getByText("Inserted into the reply.").count(), 0);
  });

  it("say beside them that a browser refused to copy, and what to do", async () => {
    const page = await site.open();
    await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("denied"))));
    const { item } = await withWords(page);
    await item.getByRole("button", { name: "Copy" }).click();
    await item.getByText("The browser refused to copy. Select the words").waitFor();
    assert.match(await panel(page).locator("[aria-live=polite]").textContent(), /refused to copy/);
  });

  it("say that they are in the reply, until the plan or the wording is another", async () => {
    const page = await site.open();
    const action = actionItem(page, (await planWith(page, ({ say }) => say?.missing.length === 0 && say.variants > 1)).action);
    await action.locator("summary", { hasText: "Words" }).evaluate((summary) => (summary.parentElement.open = true));
    const used = panel(page).getByText("Inserted into the reply.").and(panel(page).locator(".quiet"));
    await action.getByRole("button", { name: "Insert into reply" }).click();
    assert.ok(await used.isVisible());
    await action.getByRole("button", { name: "Another wording" }).click();
    assert.equal(await used.count(), 0);
  });

  it("are not said to be absent while they come", async () => {
    const page = await site.open({}, "/icon.svg");
    let send;
    const wanted = new Promise((open) => (send = open));
    await page.route("**/en.ftl", async (route) => (await wanted, route.continue()));
    await page.goto(`${site.origin}/`);
    await panel(page).locator(".disclosure progress").first().waitFor();
    assert.doesNotMatch(await panel(page).innerText(), /not at hand/);
    send();
    await panel(page).locator("[part=words]").first().waitFor();
    assert.equal(await panel(page).locator("progress:visible").count(), 0);
  });

  it("stay out of the reply when the host cancels, which learns what was meant", async () => {
    const page = await site.open();
    const { action, item } = await withWords(page);
    await page.evaluate(() =>
      document.addEventListener("amends-insert", (event) => {
        event.preventDefault();
        globalThis.insertion = event.detail;
      }),
    );
    await item.getByRole("button", { name: "Insert into reply" }).click();
    assert.equal(await page.getByLabel("Your reply").inputValue(), "");
    const insertion = await page.evaluate(() => globalThis.insertion);
    assert.deepEqual([insertion.action, insertion.message, insertion.language], [action.id, action.say.message, "en"]);
  });

  it("cannot leave the panel while they have blanks, and name what is missing", async () => {
    const page = await site.open();
    const { action } = await planWith(page, ({ say }) => say && say.missing.length > 0);
    const item = actionItem(page, action);
    if (!(await item.locator(".words").isVisible())) await item.locator("summary", { hasText: "Words" }).click();
    assert.ok((await item.locator(".words .blank").count()) > 0);
    assert.equal(await item.getByRole("button", { name: /Copy|Insert/ }).count(), 0);
    assert.match(await item.locator(".missing").textContent(), /Not ready to send/);
  });

  it("can be said in another way", async () => {
    const page = await site.open();
    const { action } = await planWith(page, ({ say }) => say && say.variants > 1);
    const item = actionItem(page, action);
    if (!(await item.locator(".words").isVisible())) await item.locator("summary", { hasText: "Words" }).click();
    const first = await item.locator(".words").textContent();
    await item.getByRole("button", { name: "Another wording" }).click();
    assert.notEqual(await item.locator(".words").textContent(), first);
  });
});
