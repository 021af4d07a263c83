/**
 * Measures Amends beside other rule engines on the same rules and cases, and sees that all agree on what holds.
 *
 *   node compare.mjs RULE_SETS MATCHING
 *
 * RULE_SETS is the folder that the `rule_sets` program wrote, MATCHING that of the module with matching and its glue.
 */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { celJs, jsonLogicJs, jsonRulesEngine, plainLoop, zenEngine } from "./rules.mjs";

const SIZES = [100, 1_000, 10_000];
const PEERS = {
  "plain JavaScript loop": plainLoop,
  "cel-js": celJs,
  "json-logic-js": jsonLogicJs,
  "zen-engine": zenEngine,
  "json-rules-engine": jsonRulesEngine,
};
/** How long each engine is warmed up, and then measured, in milliseconds; slow ones do three cases at least. */
const DURATION = 1_000;
/** The time of a case is taken over windows so short that other programs leave some of them alone. */
const WINDOW = 4;

/** The processor's time for this process in milliseconds: what other programs take does not count. */
const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

const [ruleSets, module] = process.argv.slice(2);
if (!ruleSets || !module) {
  console.error("expected the folder of the rule sets and that of the module with matching");
  process.exit(2);
}

const { initSync, Matching } = await import(pathToFileURL(resolve(module, "amends.js")));
initSync({ module: await readFile(join(module, "amends_bg.wasm")) });

/** Microseconds for one run of `work(case)`, cases taken in turn: the least of all windows. */
async function measure(work, cases) {
  let next = 0;
  const pass = async (count) => {
    for (let turn = 0; turn < count; turn += 1) {
      // Waiting costs as much as a small case, so only promises are waited for.
      const result = work(cases[next]);
      if (result instanceof Promise) await result;
      next = (next + 1) % cases.length;
    }
  };
  let count = 1;
  for (const begun = processorTime(); processorTime() - begun < DURATION; ) {
    const before = processorTime();
    await pass(count);
    if (processorTime() - before < WINDOW) count *= 2;
  }
  let least = Infinity;
  const begun = processorTime();
  for (let windows = 0; windows < 3 || processorTime() - begun < DURATION; windows += 1) {
    const before = processorTime();
    await pass(count);
    least = Math.min(least, processorTime() - before);
  }
  return (least * 1_000) / count;
}

/** Fails unless an engine finds exactly the rules that hold, in the first cases. */
async function agree(name, work, cases, count) {
  for (const { facts, found } of cases.slice(0, count)) {
    const own = [...(await work(facts))].sort();
    if (JSON.stringify(own) !== JSON.stringify([...found].sort())) throw new Error(`${name} finds other rules`);
  }
}

const results = new Map();
const note = (name, size, micros) => results.set(name, { ...results.get(name), [size]: micros });
const held = {};

for (const size of SIZES) {
  const set = JSON.parse(await readFile(join(ruleSets, `${size}.json`), "utf8"));
  const { cases } = set;
  held[size] = cases.reduce((sum, { found }) => sum + found.length, 0) / cases.length;
  const checked = size > 1_000 ? 20 : 200;
  const facts = cases.map((each) => each.facts);

  const matching = new Matching(await readFile(join(ruleSets, `${size}.amends`)));
  const names = matching.rules();
  const encoded = facts.map((each) => matching.encode(each));
  const all = Uint16Array.from(encoded.flatMap((numbers) => [...numbers]));
  const byName = (each) => Array.from(matching.matches(matching.encode(each)).subarray(1), (rule) => names[rule]);
  await agree("Amends", byName, cases, cases.length);
  note("Amends, encoded, in a batch", size, (await measure(() => matching.matches(all), [null])) / cases.length);
  note("Amends, encoded", size, await measure((each) => matching.matches(each), encoded));
  note("Amends, object in, names out", size, await measure(byName, facts));

  for (const [name, prepare] of Object.entries(PEERS)) {
    process.stderr.write(`${size} rules: ${name}\n`);
    const work = prepare(set);
    await agree(name, work, cases, checked);
    note(name, size, await measure(work, facts));
  }
}

/** Two digits, or whole. */
const short = (value) => (value < 10 ? `${Number(value.toPrecision(2))}` : Math.round(value).toLocaleString("en"));
const base = results.get("Amends, object in, names out");
console.log(`| µs a case (times Amends, object in) | ${SIZES.map((size) => `${size.toLocaleString("en")} rules`).join(" | ")} |`);
console.log(`|---|${SIZES.map(() => "--:").join("|")}|`);
for (const [name, row] of results) {
  const cells = SIZES.map((size) => `${short(row[size])} (${short(row[size] / base[size])})`);
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}
console.log(`\nRules that hold in a case, on average: ${SIZES.map((size) => `${held[size].toFixed(1)} of ${size.toLocaleString("en")}`).join(", ")}.`);
