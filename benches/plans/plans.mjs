/**
 * Measures plans across the boundary, under Node: the runtime that browsers load, on a compiled pack.
 *
 *   node plans.mjs MODULE PROGRAM
 *
 * MODULE is the folder of the runtime and its glue, PROGRAM a compiled pack. The cases are random and always the same.
 */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** How many cases of each kind; each is measured in so many turns, the least of which counts. */
const CASES = 25;
const TURNS = 15;

const [module, file] = process.argv.slice(2);
if (!module || !file) {
  console.error("expected the folder of the runtime and a compiled pack");
  process.exit(2);
}

const { initSync, Program } = await import(pathToFileURL(resolve(module, "amends.js")));
initSync({ module: await readFile(join(module, "amends_bg.wasm")) });
const bytes = await readFile(file);
const program = new Program(bytes);
const { facts } = program.info();

let state = 1;
/** The next random number from 0 to below `end`: Lehmer's generator with the multiplier of Park and Miller. */
function random(end) {
  state = (state * 48_271) % 2_147_483_647;
  return state % end;
}

function value({ type, values, min, max }) {
  switch (type) {
    case "yes-no":
      return random(2) === 1;
    case "several":
      return [values[random(values.length)].id];
    case "choice":
    case "level":
      return values[random(values.length)].id;
    case "number":
      return Math.min(Number(max), Number(min) + random(10));
    case "money":
      return random(200);
    case "duration":
      return max;
    default:
      return undefined;
  }
}

/** Random cases that give one fact of so many. */
function casesWith(everyOne) {
  const cases = [];
  for (let count = 0; count < CASES; count += 1) {
    const given = facts.filter(() => random(everyOne) === 0).map((fact) => [fact.id, value(fact)]);
    cases.push({ now: "2026-04-01", ...Object.fromEntries(given) });
  }
  return cases;
}

/** The processor's time for this process in milliseconds: what other programs take does not count. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Milliseconds for `work`: the least of several turns, each long enough for the clock. */
function least(work) {
  let best = Infinity;
  let count = 1;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const before = processorTime();
    for (let run = 0; run < count; run += 1) work();
    const took = processorTime() - before;
    best = Math.min(best, took / count);
    if (took < 4) count *= 2;
  }
  return best;
}

/** The plan with why each of its actions is there. */
function withEveryWhy(given) {
  const plan = program.recommend(given);
  return plan.steps.flatMap(({ actions }) => actions.map(({ id }) => program.explain(given, id)));
}

const complete = casesWith(1);
const half = casesWith(2);
const recommend = (given) => program.recommend(given);
const rows = [
  ["loading the program", [bytes], (all) => new Program(all).free(), null],
  ["plan of a complete case", complete, recommend, 0.075],
  ["the same with every action's why", complete, withEveryWhy, 0.25],
  ["plan and next question, half the facts known", half, recommend, 5],
  ["plan and next question, empty case", [{ now: "2026-04-01" }], recommend, 50],
];
console.log("| ms, under Node | median case | slowest case | budget |\n|---|--:|--:|--:|");
for (const [name, cases, work, budget] of rows) {
  const times = cases.map((given) => least(() => work(given))).sort((a, b) => a - b);
  const short = (time) => Number(time.toPrecision(2));
  console.log(`| ${name} | ${short(times[times.length >> 1])} | ${short(times.at(-1))} | ${budget ?? ""} |`);
}
