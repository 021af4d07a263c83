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
const examples = document.querySelector<HTMLLabelElement>("#examples");
const menu = examples?.querySelector("select");

if (panel) followLanguages(panel);

const response = await fetch("packs/core/scenarios.json").catch(() => undefined);
const scenarios = response?.ok ? ((await response.json()) as Scenario[]) : [];

if (menu && examples && scenarios.length > 0) {
  menu.append(...scenarios.map(({ id, title }) => new Option(title, id)));
  examples.hidden = false;
  menu.addEventListener("change", () => {
    const scenario = scenarios.find(({ id }) => id === menu.value);
    if (complaint) complaint.value = scenario?.story ?? "";
    if (panel) {
      panel.done = [];
      panel.case = scenario?.case ?? {};
    }
  });
}
