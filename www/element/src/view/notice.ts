import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../icon.js";
import type { LoadFailure } from "../program.js";
import type { Strings } from "../strings.js";

/** Why there is no plan to show. */
export type Absence = { state: "empty" | "loading" } | { state: LoadFailure | "case-error"; message: string };

/** After these another try would end as the first did. */
export const LASTING = ["empty", "wasm-forbidden", "case-error", "damaged"];

/** What happened and what to do, in one sentence each. */
export function notice(strings: Strings, absence: Absence, again: () => void): TemplateResult {
  const { state } = absence;
  if (state === "loading") {
    return html`<div class="notice" part="notice">
      <progress aria-labelledby="loading"></progress>
      <p id="loading">${strings.say("loading")}</p>
    </div>`;
  }
  const message = "message" in absence ? absence.message : "";
  return html`<div class="notice" part="notice" data-state=${state} role=${state === "empty" ? nothing : "alert"}>
    ${icon(state === "empty" ? "info" : "conflict")}
    <p><strong>${strings.say(state)}</strong></p>
    <p>${strings.say(`${state}-more`, { message })}</p>
    ${LASTING.includes(state) ? nothing : html`<button class="primary" @click=${again}>${strings.say("try-again")}</button>`}
  </div>`;
}

/** That words are missing, said once for all of them, and what to do. */
export function lack({ say }: Strings, message: string, again: () => void): TemplateResult {
  return html`<div class="notice" role="alert">
    <p>${icon("conflict")} <strong>${say("words-phrases")}</strong> ${say("words-phrases-more", { message })}</p>
    <button @click=${again}>${say("try-again")}</button>
  </div>`;
}
