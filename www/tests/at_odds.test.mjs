// Rules that contradict one another, and what the panel says of it: a pack that is at odds with itself wherever one can be.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { desk, planOf } from "./support/desk.mjs";

const FILES = {
  "pack.toml": `
[pack]
id = "at_odds"
version = "1.0.0"
language = "en"
currency = "EUR"
steps = ["apologise", "compensate"]

[[role]]
id = "agent"
may_give = 20.00

[[parameter]]
id = "due"
title = "within"
type = "duration"

[compensation]
amount = "sum"
form = "form"`,
  "facts.toml": `
[[fact]]
id = "late"
type = "yes-no"
ask = "Was it late?"

[[fact]]
id = "rude"
type = "yes-no"
ask = "Was somebody rude?"`,
  "tables/sum.toml": `
[[table]]
id = "sum_table"
hit = "unique"
outputs = [
  { id = "sum", title = "what we give", type = "money", max = 50 },
  { id = "form", type = "choice", values = [{ id = "money", title = "money, paid now" }, { id = "words", title = "kind words, in writing" }] },
]
rows = '''
id      | late | rude || sum  | form  | because
waited  | yes  | -    || 5    | money | Who waits is paid.
slapped | -    | yes  || 9    | words | Who is insulted hears better.
neither | no   | no   || none | words | Words are enough.
'''`,
  "steps/apologise.toml": `
[[action]]
id = "say_sorry"
title = "Say sorry"

[[rule]]
id = "soon"
when = { late = "yes" }
do = ["say_sorry"]
with = { due = "2 h" }
because = "Who waited does not wait again."

[[rule]]
id = "calmly"
when = { rude = "yes" }
do = ["say_sorry"]
with = { due = "2 days" }
because = "Tempers cool overnight."`,
};

let site;
before(async () => (site = await desk()));
after(() => site.close());

/** A page whose panel has that pack, with a case. */
async function open(facts) {
  const page = await site.open();
  const wrong = await page.evaluate(
    async ([files, facts]) => {
      const { loadAuthor } = await import(new URL("author.js", location.href).href);
      const { diagnostics, program } = (await loadAuthor()).readPack(files);
      if (!program) return diagnostics;
      const panel = document.querySelector("amends-panel");
      panel.case = {};
      panel.removeAttribute("phrases");
      panel.program = program;
      await new Promise((made) => panel.addEventListener("amends-plan", made, { once: true }));
      panel.case = facts;
      await panel.updateComplete;
      return [];
    },
    [FILES, facts],
  );
  assert.deepEqual(wrong, []);
  return page;
}

const conflicts = (page) => page.locator("amends-panel .conflicts > ul > li");

describe("a conflict", () => {
  it("is told by the reasons of the rules that are at odds, and not by their names", async () => {
    const page = await open({ late: true, rude: true });
    const { conflicts: [sum, due] } = await planOf(page);
    assert.deepEqual([sum.rows, due.rows], [["waited", "slapped"], ["soon", "calmly"]]);
    assert.equal(await conflicts(page).count(), 2);
    for (const summary of await conflicts(page).locator("summary").all()) await summary.click();
    await conflicts(page).locator(".reason").nth(3).waitFor();
    const reasons = (at) => conflicts(page).nth(at).locator(".reason > p:first-child").allTextContents();
    assert.deepEqual(await reasons(0), ["Who waits is paid.", "Who is insulted hears better."]);
    assert.deepEqual(await reasons(1), ["Who waited does not wait again.", "Tempers cool overnight."]);
    assert.doesNotMatch(await page.locator("amends-panel .conflicts").innerText(), /sum_table|waited,|slapped|soon|calmly/);
    assert.deepEqual(page.faults, []);
  });

  it("leaves the sum undetermined, which nobody need approve", async () => {
    const page = await open({ late: true, rude: true });
    const money = page.locator("amends-panel .money");
    assert.match(await money.locator(".amount").textContent(), /Undetermined/);
    assert.doesNotMatch(await money.textContent(), /approv/);
  });
});

describe("forms of compensation", () => {
  it("stand each by itself while several are possible, since their titles have commas", async () => {
    const page = await open({});
    const forms = page.locator("amends-panel .money .form li");
    assert.deepEqual(await forms.allTextContents(), ["money, paid now", "kind words, in writing"]);
  });
});
