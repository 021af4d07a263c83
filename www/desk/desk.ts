/** The agent's desk: offers languages, and example cases, which fill the complaint and the panel. */

import type { AmendsPanel, Case } from "@amends/panel";
import { followLanguages } from "./languages.js";

interface Scenario {
  id: string;
  title: string;
  story: string;
  case: Case;
}

const panel = document.querySelector<AmendsPanel>("amends-panel");
const complaint = document.querySelector<HTMLTextAreaElement>("#complaint");
const reply = document.querySelector<HTMLTextAreaElement>("#reply");
const examples = document.querySelector<HTMLLabelElement>("#examples");
const menu = examples?.querySelector("select");

if (panel) followLanguages(panel);

/** The example that is on the desk, if any is. */
let shown: Scenario | undefined;

/** Whether somebody answered a question, or ticked an action. */
let isAnswered = false;
for (const type of ["amends-fact-change", "amends-done-change"]) panel?.addEventListener(type, () => (isAnswered = true));

/** Whether there is something that somebody would not like to lose. */
const isKept = () => isAnswered || reply?.value !== "" || complaint?.value !== (shown?.story ?? "");

globalThis.addEventListener("beforeunload", (event) => {
  if (isKept()) event.preventDefault();
});

/** Clears the desk for another case, unless somebody would rather keep what stands on it; whether it did. */
function begin(scenario: Scenario | undefined): boolean {
  if (!panel || !complaint || !reply) return false;
  if (isKept() && !confirm(document.querySelector("#kept")?.textContent ?? "")) return false;
  shown = scenario;
  isAnswered = false;
  complaint.value = scenario?.story ?? "";
  reply.value = "";
  panel.done = [];
  // Whoever answers is the same as before.
  const { agent_name } = panel.case;
  panel.case = { ...(agent_name !== undefined && { agent_name }), ...scenario?.case };
  return true;
}

document.querySelector("#new")?.addEventListener("click", () => {
  if (!begin(undefined)) return;
  if (menu) menu.value = "";
  complaint?.focus();
});

const response = await fetch("packs/core/scenarios.json").catch(() => undefined);
const scenarios = response?.ok ? ((await response.json()) as Scenario[]) : [];

if (menu && examples && scenarios.length > 0) {
  menu.append(...scenarios.map(({ id, title }) => new Option(title, id)));
  examples.hidden = false;
  menu.addEventListener("change", () => {
    if (!begin(scenarios.find(({ id }) => id === menu.value))) menu.value = shown?.id ?? "";
  });
}
