// What people read and type, without a browser.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { source } from "./support/module.mjs";

const { inWords, inOneUnit, isoOf, minutesOf } = await source("duration");
const { testInWords } = await source("cells");
const { Values } = await source("values");
const { Strings } = await source("strings");
const { plain, readDuration, readNumber } = await source("entry");
const { Phrases, textOf } = await source("phrases");
const { Texts } = await source("texts");
const { Translation } = await source("translation");
const { stations } = await source("stations");
const { changes } = await source("changes");

const values = (locale = "en-GB", currency = "EUR") =>
  new Values(locale, new Strings(locale), currency, [{ id: "lead", title: "team leader" }]);
/** The languages that the interface has beside English. */
const TRANSLATIONS = ["bg", "el", "fa", "pl", "uk"];

/** What is known of a pack, of which most does not matter. */
const description = (of) => ({
  language: "en",
  title: "Pack",
  currency: "EUR",
  roles: [{ id: "lead", title: "team leader" }],
  ...Object.fromEntries(["steps", "parameters", "facts", "derived", "actions"].map((list) => [list, []])),
  ...of,
});
const choice = { type: "choice", values: [{ id: "web_form", title: "web form" }, { id: "email", title: "e-mail" }] };

describe("durations", () => {
  it("are read in both ways of writing and printed in one", () => {
    for (const [text, minutes] of [["P56D", 80_640], ["PT1H30M", 90], ["8 weeks", 80_640], ["1 h 30 min", 90], ["-PT5M", -5], ["PT0M", 0]]) {
      assert.equal(minutesOf(text), minutes, text);
    }
    for (const text of ["", "P", "PT", "soon", "5"]) assert.equal(minutesOf(text), undefined, text);
    assert.equal(isoOf(90, "minute"), "PT1H30M");
    assert.equal(isoOf(8, "week"), "P56D");
    assert.equal(isoOf(0, "day"), "PT0M");
  });

  it("are told in the largest units that leave no rest", () => {
    assert.equal(inWords(80_640, "en"), "8 weeks");
    assert.equal(inWords(1_440 + 60, "en"), "1 day 1 hour");
    assert.equal(inWords(0, "en"), "0 minutes");
    assert.equal(inWords(120, "de"), "2 Stunden");
    assert.deepEqual(inOneUnit(90), { count: 90, unit: "minute" });
  });
});

describe("values", () => {
  it("keep every digit of an amount that no float holds", () => {
    assert.equal(values().format("90071992547409.93", { type: "money", decimals: 2 }), "€90,071,992,547,409.93");
    assert.equal(values("de").format("1234.50", { type: "money", decimals: 2 }), "1.234,50\u00a0€");
  });

  it("say what is possible as alternatives and intervals", () => {
    assert.equal(values().format({ values: ["email", "web_form"] }, choice), "e-mail or web form");
    assert.equal(values().format({ interval: ["0.00", "60.00"] }, { type: "money", decimals: 2 }), "€0.00 to €60.00");
    assert.equal(values().format({ interval: [1, 3], none: true }, { type: "number" }), "1 to 3, or none");
  });

  it("tell nothing, none and unknown apart", () => {
    assert.equal(values().format(null, choice), "Undetermined");
    assert.equal(values().format("none", choice), "None");
    assert.equal(values().format([], { ...choice, type: "several" }), "None of these");
    assert.equal(values().format(false, { type: "yes-no" }), "No");
  });

  it("name roles by their titles, and dates in the locale", () => {
    assert.equal(values().format("lead", { type: "role" }), "team leader");
    assert.equal(values().format("2026-04-01", { type: "date" }), "1 April 2026");
  });

  it("put a cell's test into words", () => {
    const words = { "at-least": "at least", none: "None" };
    assert.equal(testInWords((id) => words[id], ">= web_form, none", choice), "at least web form, None");
  });
});

describe("what is typed", () => {
  const money = { type: "money", decimals: 2, min: "0.00", max: "1000.00" };

  it("is read with a comma or a point, with blanks, and in Persian digits", () => {
    for (const text of ["49.90", "49,90", " 49,90 ", "۴۹٫۹۰"]) assert.deepEqual(readNumber(text, money), { value: "49.90" }, text);
    assert.deepEqual(readNumber("1 000", money), { value: "1000" });
  });

  it("is refused with the reason, never guessed", () => {
    assert.deepEqual(readNumber("", money), { problem: "give-answer" });
    for (const text of ["about 5", "1,000.00", "1.005", "1e3"]) assert.deepEqual(readNumber(text, money), { problem: "expect-number" }, text);
    assert.deepEqual(readNumber("1000.01", money), { problem: "expect-range" });
    assert.deepEqual(readDuration("1.5", "hour"), { problem: "expect-number" });
    assert.deepEqual(readDuration("8", "week"), { value: "P56D" });
  });

  it("becomes the one way of writing that the program prints", () => {
    assert.equal(plain("yes", { type: "yes-no" }), true);
    assert.equal(plain("90 min", { type: "duration" }), "PT1H30M");
    assert.equal(plain("none", { type: "yes-no" }), "none");
  });
});

describe("words to say", () => {
  const args = {
    wait: { id: "waited", title: "wait", type: "duration" },
    sum: { id: "sum", title: "sum", type: "money", decimals: 2 },
    who: { id: "who", title: "who", type: "role" },
  };
  const info = description({ actions: [{ id: "sorry", title: "Say sorry", args }] });
  const ftl = "sorry =\n    .v1 = You waited { $wait }.\n    .v2 = { $wait } is too long; here are { $sum }.\n    .spoken1 = So long! { $wait }!\n";

  it("format their arguments in the phrase's own language", () => {
    const phrases = new Phrases(ftl, "en", info);
    const words = { message: "sorry", variants: 2, args: { wait: "PT45M", sum: "60.00" }, missing: [] };
    assert.equal(textOf(phrases.pieces(words, 0)), "You waited 45 minutes.");
    assert.equal(textOf(phrases.pieces(words, 1)), "45 minutes is too long; here are €60.00.");
    assert.equal(textOf(phrases.pieces(words, 2)), "You waited 45 minutes.", "and round again");
  });

  it("are said aloud in their own ways where they have some", () => {
    const phrases = new Phrases(`${ftl}thanks = Thank you.\n`, "en", info);
    const words = (message) => ({ message, variants: 1, args: { wait: "PT45M" }, missing: [] });
    assert.equal(textOf(phrases.pieces(words("sorry"), 1, true)), "So long! 45 minutes!");
    assert.deepEqual([phrases.ways("sorry", false), phrases.ways("sorry", true)], [2, 1]);
    assert.equal(textOf(phrases.pieces(words("thanks"), 0, true)), "Thank you.");
    assert.deepEqual([phrases.isSpoken("sorry"), phrases.isSpoken("thanks")], [true, false]);
  });

  it("name roles in the phrase's own language", () => {
    const phrases = new Phrases("role-lead =\n    .title = ръководителят\nsorry = Отговаря: { $who }.\n", "bg", info);
    const words = { message: "sorry", variants: 1, args: { who: "lead" }, missing: [] };
    assert.equal(textOf(phrases.pieces(words, 0)), "Отговаря: ръководителят.");
  });

  it("say whether a native reader has reviewed them, and without a word of it say no", () => {
    const phrases = new Phrases("phrases-reviewed = yes\nsorry = Съжалявам.\n    .reviewed = no\nthanks = Благодаря.\n", "bg", info);
    assert.deepEqual([phrases.isReviewed("sorry"), phrases.isReviewed("thanks"), phrases.isReviewed()], [false, true, true]);
    assert.equal(new Phrases("sorry = Съжалявам.\n", "bg", info).isReviewed("sorry"), false);
  });

  it("show a blank where an argument is missing, and give no text to take away", () => {
    const phrases = new Phrases(ftl, "en", info);
    const pieces = phrases.pieces({ message: "sorry", variants: 2, args: {}, missing: ["wait"] }, 0);
    assert.deepEqual(pieces, [{ text: "You waited " }, { blank: "wait" }, { text: "." }]);
    assert.equal(textOf(pieces), undefined);
  });

  it("are absent, not wrong, where the language lacks the message", () => {
    assert.equal(new Phrases("", "fa", info).pieces({ message: "sorry", variants: 1, args: {}, missing: [] }, 0), undefined);
    assert.equal(new Phrases("", "fa", info).direction, "rtl");
  });
});

describe("a pack's texts in another language", () => {
  const facts = [{ id: "dish", type: "choice", title: "dish", ask: "Which dish?", values: [{ id: "fish, fried", title: "fried fish" }, { id: "soup", title: "soup" }] }];
  const derived = [{ id: "late", type: "yes-no", title: "late" }];
  const source = `
fact-dish =
    .title = ястие
    .ask = Кое ястие?
    .value-fish__fried = пържена риба
condition-late =
    .title = закъснение
    .because = Часът е минал.
step-fix =
    .title = поправка
action-sorry =
    .title = извинение
rule-late =
    .because = Никой не чака напразно.
rule-no_quarrel =
    .because = Спорът губи клиента.
table-delays =
    .because = Както е обещано.
`;
  const info = description({ facts, derived, steps: [{ id: "fix", title: "fix" }], actions: [{ id: "sorry", title: "Say sorry" }, { id: "argue", title: "Arguing" }] });
  const texts = new Texts(source, "bg", info);
  const against = [{ rule: "no_quarrel", because: "no_quarrel in English" }];
  const translation = new Translation(texts, { explain: () => ({ rules: [], against }) });
  const reason = (rule) => ({ rule, because: `${rule} in English`, holds: "always", evidence: [], cells: [] });

  it("stand where they are, and the pack's own where they are not", () => {
    const [fact] = texts.info.facts;
    assert.deepEqual([fact.title, fact.ask, ...fact.values.map(({ title }) => title)], ["ястие", "Кое ястие?", "пържена риба", "soup"]);
    assert.deepEqual([texts.info.derived[0].title, texts.info.title], ["закъснение", info.title]);
    assert.equal(info.facts[0].title, "dish", "what they are made from stays as it is");
  });

  it("say a plan with its reasons", () => {
    const actions = [{ id: "sorry", title: "Say sorry", status: "certain", with: {}, justice: [] }];
    const avoid = [{ id: "argue", title: "Arguing", status: "certain", because: "no_quarrel in English" }];
    const steps = [{ step: "fix", title: "fix", actions, moved: { rules: [reason("late")], against: [] } }];
    const said = translation.plan({ steps, avoid });
    assert.deepEqual([said.steps[0].title, said.steps[0].actions[0].title], ["поправка", "извинение"]);
    assert.equal(said.steps[0].moved.rules[0].because, "Никой не чака напразно.");
    assert.deepEqual([said.avoid[0].title, said.avoid[0].because], ["Arguing", "Спорът губи клиента."]);
  });

  it("tell a rule from a condition of the same name by what is explained", () => {
    const why = { rules: [reason("late")], against: [] };
    assert.equal(translation.why(why, "sorry").rules[0].because, "Никой не чака напразно.");
    assert.equal(translation.why(why, "late").rules[0].because, "Часът е минал.");
  });

  it("give a row without a reason of its own that of its table", () => {
    const rows = { rules: [{ ...reason("2"), table: "delays" }, { ...reason("3"), table: "others" }], against: [] };
    assert.deepEqual(translation.why(rows, "late").rules.map(({ because }) => because), ["Както е обещано.", "3 in English"]);
  });
});

describe("the path", () => {
  const action = (id, status = "certain") => ({ id, title: id, status, with: {}, justice: [] });
  const plan = (...steps) => ({ steps: steps.map((actions, at) => ({ step: String(at), title: "", actions })) });

  it("stands at the first step with something certain left to do", () => {
    const states = (done) => stations(plan([action("a"), action("b", "possible")], [action("c")], []), new Set(done)).map(({ state }) => state);
    assert.deepEqual(states([]), ["current", "coming", "empty"]);
    assert.deepEqual(states(["a"]), ["done", "current", "empty"]);
    assert.deepEqual(states(["a", "c"]), ["done", "done", "empty"]);
  });

  it("tells what an answer added, removed and altered", () => {
    const told = changes(plan([action("a"), action("b", "possible")]), plan([action("b"), action("c")]));
    assert.deepEqual([[...told.added], [...told.removed], [...told.altered], told.amount], [["c"], ["a"], ["b"], false]);
  });
});

describe("the interface's own words", () => {
  /** The files of a language: English has what is loaded on demand apart. */
  const words = async (language) => {
    const files = language === "en" ? ["en", "en.outcomes", "en.reasons"] : [language];
    const texts = files.map((file) => readFile(new URL(`../element/src/locales/${file}.ftl`, import.meta.url), "utf8"));
    return (await Promise.all(texts)).join("\n");
  };

  it("exist for every id that the sources name in full", async () => {
    const ids = new Set([...(await words("en")).matchAll(/^([a-z-]+) =/gm)].map(([, id]) => id));
    const folder = new URL("../element/src/", import.meta.url);
    const views = (await readdir(new URL("view", folder))).map((file) => `view/${file}`);
    for (const file of ["panel.ts", "foretell.ts", "reasons.ts", "cells.ts", ...views]) {
      const text = await readFile(new URL(file, folder), "utf8");
      for (const [, id] of text.matchAll(/say\("([a-z-]+)"/g)) assert.ok(ids.has(id), `${file} says ${id}`);
    }
  });

  /** Of each message of a language, the arguments that it names. */
  const messages = async (language) => {
    const parts = [...(await words(language)).matchAll(/^([a-z-]+) =((?:.*\n)(?:[ }].*\n)*)/gm)];
    return Object.fromEntries(parts.map(([, id, text]) => [id, [...new Set(text.match(/\$\w+/g))].sort()]));
  };

  it("are the same messages with the same arguments in every language", async () => {
    const english = await messages("en");
    for (const language of TRANSLATIONS) {
      const own = await messages(language);
      assert.deepEqual(Object.keys(own).sort(), Object.keys(english).sort(), language);
      for (const [id, named] of Object.entries(own)) {
        // One count may be told without the list that the other counts need.
        assert.ok(named.every((name) => english[id].includes(name)), `${language}: ${id}`);
      }
    }
  });

  it("are on the desk in every language, too", async () => {
    const html = await readFile(new URL("../desk/index.html", import.meta.url), "utf8");
    const named = [...html.matchAll(/data-text="([a-z-]+)"/g)].map(([, name]) => name).sort();
    for (const language of TRANSLATIONS) {
      const own = JSON.parse(await readFile(new URL(`../desk/texts/${language}.json`, import.meta.url), "utf8"));
      assert.deepEqual(Object.keys(own).sort(), named, language);
    }
  });
});
