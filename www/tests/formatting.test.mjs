// What people read and type, without a browser.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { source } from "./support/module.mjs";

const { inWords, inOneUnit, isoOf, minutesOf } = await source("duration");
const { Values } = await source("values");
const { Strings } = await source("strings");
const { plain, readDuration, readNumber } = await source("entry");
const { Phrases, textOf } = await source("phrases");
const { stations } = await source("stations");
const { changes } = await source("changes");

const values = (locale = "en-GB", currency = "EUR") =>
  new Values(locale, new Strings(locale), currency, [{ id: "lead", title: "team leader" }]);
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
    assert.equal(values().test(">= web_form, none", choice), "at least web form, None");
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
  const info = { language: "en", currency: "EUR", roles: [] };
  const action = { args: { wait: { id: "waited", title: "wait", type: "duration" }, sum: { id: "sum", title: "sum", type: "money", decimals: 2 } } };
  const ftl = "sorry =\n    .v1 = You waited { $wait }.\n    .v2 = { $wait } is too long; here are { $sum }.\n";

  it("format their arguments in the phrase's own language", () => {
    const phrases = new Phrases(ftl, "en", info);
    const words = { message: "sorry", variants: 2, args: { wait: "PT45M", sum: "60.00" }, missing: [] };
    assert.equal(textOf(phrases.pieces(words, action, 0)), "You waited 45 minutes.");
    assert.equal(textOf(phrases.pieces(words, action, 1)), "45 minutes is too long; here are €60.00.");
  });

  it("show a blank where an argument is missing, and give no text to take away", () => {
    const phrases = new Phrases(ftl, "en", info);
    const pieces = phrases.pieces({ message: "sorry", variants: 2, args: {}, missing: ["wait"] }, action, 0);
    assert.deepEqual(pieces, [{ text: "You waited " }, { blank: "wait" }, { text: "." }]);
    assert.equal(textOf(pieces), undefined);
  });

  it("are absent, not wrong, where the language lacks the message", () => {
    assert.equal(new Phrases("", "fa", info).pieces({ message: "sorry", variants: 1, args: {}, missing: [] }, action, 0), undefined);
    assert.equal(new Phrases("", "fa", info).direction, "rtl");
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
  it("exist for every id that the sources name in full", async () => {
    const ftl = await readFile(new URL("../element/src/locales/en.ftl", import.meta.url), "utf8");
    const ids = new Set([...ftl.matchAll(/^([a-z-]+) =/gm)].map(([, id]) => id));
    const files = ["panel", "view/question", "view/path", "view/known", "view/why", "view/words", "view/money", "view/warnings", "view/notice"];
    for (const file of files) {
      const text = await readFile(new URL(`../element/src/${file}.ts`, import.meta.url), "utf8");
      for (const [, id] of text.matchAll(/say\("([a-z-]+)"/g)) assert.ok(ids.has(id), `${file} says ${id}`);
    }
  });
});
