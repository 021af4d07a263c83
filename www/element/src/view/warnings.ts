import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icon.js";
import type { Conflict } from "../types.js";
import { type Context, place } from "./context.js";
import { list } from "./fold.js";
import { status } from "./path.js";

/** What must not be done, and where the rules are at odds. */
export function warnings(context: Context): TemplateResult {
  const { plan, say } = context;
  return html`${plan.conflicts.length > 0
      ? html`<section class="conflicts" part="conflicts" aria-labelledby="conflicts">
          <h2 id="conflicts">${icon("conflict")} ${say("conflicts")}</h2>
          <ul>
            ${plan.conflicts.map((conflict) => conflictOf(context, conflict))}
          </ul>
        </section>`
      : nothing}
    ${plan.avoid.length > 0
      ? html`<section class="avoid" part="avoid" aria-labelledby="avoid">
          <h2 id="avoid">${icon("ban")} ${say("avoid")}</h2>
          <ul>
            ${list(
              context,
              "possible avoid",
              plan.avoid,
              (avoidance) => html`<li data-status=${avoidance.status}>
                <strong><bdi>${avoidance.title}</bdi></strong> ${status(context, avoidance.status)}
                <span class="quiet"><bdi>${avoidance.because}</bdi></span>
              </li>`,
            )}
          </ul>
        </section>`
      : nothing}`;
}

function conflictOf(context: Context, conflict: Conflict): TemplateResult {
  const { say } = context;
  return html`<li data-status=${conflict.status}>
    <strong><bdi>${place(context, conflict.where)}</bdi></strong> ${status(context, conflict.status)} <bdi>${conflict.because}</bdi>
    ${conflict.rows.length > 0
      ? html`<span class="quiet">${say("conflict-rows", { rows: conflict.rows.join(", ") })}</span>`
      : nothing}
  </li>`;
}
