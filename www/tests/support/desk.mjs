// The built site in Chromium, and what tests ask of its panel again and again.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, PATIENCE } from "./browser.mjs";
import { serve } from "./server.mjs";

export const SITE = fileURLToPath(new URL("../../dist", import.meta.url));

const file = (name) => readFile(join(SITE, name), "utf8");

/**
 * A case with a few facts left open: the first scenario without every sixth of them.
 *
 * @returns {Promise<Record<string, unknown>>}
 */
async function half() {
  const [{ case: facts }] = JSON.parse(await file("packs/core/scenarios.json"));
  return Object.fromEntries(Object.entries(facts).filter((_, at) => at % 6 !== 0));
}

/** Starts a browser and a server; `open` gives pages of it that have recorded what went wrong in them. */
export async function desk({ policy, pages = {} } = {}) {
  const known = (await file("index.html")).replace("<script", '<script type="module" src="known.js"></script><script');
  const start = `document.querySelector("amends-panel").case = ${JSON.stringify(await half())};`;
  const all = { "/known.html": known, "/known.js": start, ...pages };
  const [server, browser] = await Promise.all([serve(SITE, { policy, pages: all }), launch()]);
  return {
    origin: server.origin,
    browser,
    /**
     * Opens the desk with a case that is partly known; `path` leads elsewhere, to `/` for the empty desk.
     *
     * @returns {Promise<import("playwright-core").Page & { faults: string[] }>}
     */
    async open(context = {}, path = "/known.html") {
      const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, ...context })).newPage();
      page.setDefaultTimeout(PATIENCE);
      page.faults = [];
      page.on("pageerror", (error) => page.faults.push(error.message));
      page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
      await page.goto(server.origin + path);
      if (path === "/known.html") await page.locator("amends-panel .path").waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** The plan that the panel shows. */
export const planOf = (page) => page.evaluate(() => document.querySelector("amends-panel").plan);

/** The facts that the panel knows. */
export const caseOf = (page) => page.evaluate(() => document.querySelector("amends-panel").case);

/** The text of the question in front, or nothing. */
export const asked = async (page) => {
  const ask = page.locator("amends-panel .ask");
  return (await ask.count()) > 0 ? ask.textContent() : undefined;
};

/** What has the focus, inside the panel or out. */
export const focused = (page) =>
  page.evaluate(() => {
    const outer = document.activeElement;
    const inner = outer?.shadowRoot?.activeElement ?? outer;
    const part = inner?.closest(".question, .action")?.className;
    return inner ? { tag: inner.localName, part, text: inner.textContent?.trim() } : undefined;
  });

/** Sets the case of the panel and waits for its plan to be drawn. */
export const setCase = (page, facts) =>
  page.evaluate(async (facts) => {
    const panel = document.querySelector("amends-panel");
    panel.case = facts;
    await panel.updateComplete;
  }, facts);

/** The scenarios of the core pack. */
export const scenarios = (page) => page.evaluate(async () => (await fetch("packs/core/scenarios.json")).json());

/** What the program says of its pack. */
export const infoOf = (page) =>
  page.evaluate(async () => {
    const { load } = await import(new URL("program.js", location.href).href);
    return (await load("packs/core/program.amends")).info();
  });
