/**
 * Measures how long a page takes from nothing to its first recommendation, in Chromium, on this machine.
 *
 *   node cold.mjs ADDRESS CHROMIUM
 *
 * Every visit has a browser context of its own: no cache, no compiled module, no worker from the visit before.
 */
import { createRequire } from "node:module";

const { chromium } = createRequire(new URL("../../www/package.json", import.meta.url))("playwright-core");

const VISITS = 20;

/** How long a new tab is left alone before the visit, in milliseconds. */
const SETTLING = 500;

const [address, executablePath] = process.argv.slice(2);
if (!address || !executablePath) {
  console.error("expected the address of the page and the path of Chromium");
  process.exit(2);
}

const args = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
if (process.getuid?.() === 0) args.push("--no-sandbox");
const browser = await chromium.launch({ executablePath, args });

/**
 * Milliseconds from the start of the navigation: to the first plan, and to the frame that shows it; and how long the
 * page's main thread had the processor for all that, whatever else ran on the machine.
 */
async function visit() {
  const context = await browser.newContext();
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  await tools.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.addInitScript(() => {
    globalThis.first = new Promise((resolve) => {
      addEventListener(
        "amends-plan",
        () => {
          const plan = performance.now();
          requestAnimationFrame(() => setTimeout(() => resolve({ plan, shown: performance.now() })));
        },
        { once: true },
      );
    });
  });
  // A visit begins in a tab that is there: until it has started, a renderer takes the processor from the page.
  await page.waitForTimeout(SETTLING);
  await page.goto(address);
  const times = await page.evaluate(() => globalThis.first);
  const { metrics } = await tools.send("Performance.getMetrics");
  await context.close();
  const seconds = metrics.find(({ name }) => name === "TaskDuration").value;
  return { ...times, thread: seconds * 1000 };
}

const visits = [];
for (let count = 0; count < VISITS; count += 1) visits.push(await visit());
await browser.close();

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)].toFixed(0);
const range = (values) => `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}`;
console.log(`cold page, ms, median of ${VISITS} visits (least to greatest):`);
const rows = {
  plan: "from the start of the navigation to the first plan made",
  shown: "to that plan on the screen",
  thread: "processor's time of the page's main thread until then",
};
for (const [name, what] of Object.entries(rows)) {
  const values = visits.map((times) => times[name]);
  console.log(`  ${what}: ${median(values)} (${range(values)})`);
}
