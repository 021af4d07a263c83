/** Milliseconds of work, and a table of them. */

/** Each piece of work is measured in so many turns, the least of which counts. */
const TURNS = 15;

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

/**
 * Prints how long some work takes for each of its inputs.
 *
 * @param {[name: string, inputs: unknown[], work: (input) => unknown, budget: number | null][]} rows budgets in milliseconds
 */
export function print(rows) {
  console.log("| ms, under Node | median case | slowest case | budget |\n|---|--:|--:|--:|");
  for (const [name, inputs, work, budget] of rows) {
    const times = inputs.map((input) => least(() => work(input))).sort((a, b) => a - b);
    const short = (time) => Number(time.toPrecision(2));
    console.log(`| ${name} | ${short(times[times.length >> 1])} | ${short(times.at(-1))} | ${budget ?? ""} |`);
  }
}
