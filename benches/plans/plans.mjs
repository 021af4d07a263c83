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
import { print } from "./time.mjs";

/** How many cases of each kind. */
const CASES = 25;

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

/** The plan with why each of its actions is there. */
function withEveryWhy(given) {
  return [program.recommend(given), program.explainAll(given)];
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
print(rows);
