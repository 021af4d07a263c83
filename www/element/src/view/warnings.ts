import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../icon.js";
import type { Avoidance, Conflict } from "../types.js";
import { type Context, place } from "./context.js";
import { list } from "./fold.js";
import { status } from "./path.js";
import { whyDisclosure } from "./why.js";

/** What must not be done, and where the rules are at odds. */
export function warnings(context: Context): TemplateResult {
  const { plan, say } = context;
  const isSure = plan.avoid.some(({ status }) => status === "certain");
  return html`${plan.conflicts.length > 0
      ? html`<section class="conflicts" part="conflicts" aria-labelledby="conflicts">
          <h2 id="conflicts">${icon("conflict")} ${say("conflicts")}</h2>
          <ul>
            ${plan.conflicts.map((conflict) => conflictOf(context, conflict))}
          </ul>
        </section>`
      : nothing}
    ${plan.avoid.length > 0
      ? html`<section class="avoid" part="avoid" aria-labelledby="avoid" data-status=${isSure ? "certain" : "possible"}>
          <h2 id="avoid">${icon("ban")} ${say(isSure ? "avoid" : "outcome-avoid-possible")}</h2>
          <ul>
            ${list(context, "possible avoid", plan.avoid, (avoidance) => avoidanceOf(context, avoidance))}
          </ul>
        </section>`
      : nothing}`;
}

/** Each line says by itself that it is not to be done: the titles of some read like instructions. */
function avoidanceOf(context: Context, avoidance: Avoidance): TemplateResult {
  return html`<li data-status=${avoidance.status}>
    <strong><span class="not">${context.say("avoid-this")}</span> <bdi>${avoidance.title}</bdi></strong> ${status(context, avoidance.status)}
    <span class="quiet"><bdi>${avoidance.because}</bdi></span>
  </li>`;
}

/** Rules are named by their reasons, where these can be looked up: those for the order of actions cannot. */
function conflictOf(context: Context, conflict: Conflict): TemplateResult {
  const { say, values } = context;
  const { where, rows } = conflict;
  const element = rows.length > 0 ? atOdds(context, where) : undefined;
  const title = place(context, where);
  return html`<li data-status=${conflict.status}>
    ${title ? html`<strong><bdi>${title}</bdi></strong>` : nothing} ${status(context, conflict.status)} <bdi>${conflict.because}</bdi>
    ${element
      ? whyDisclosure(context, element, title ?? say("conflicts"))
      : rows.length > 0
        ? html`<span class="quiet">${say("conflict-rows", { rows: values.list(rows) })}</span>`
        : nothing}
  </li>`;
}

/** The element of the plan whose reasons are at odds: a table or value, or an action with the parameter that is set twice. */
function atOdds({ info, plan }: Context, where: string): string | undefined {
  if (where === "order") return undefined;
  if (info.parameters.every(({ id }) => id !== where)) return where;
  const action = plan.steps.flatMap((step) => step.actions).find((action) => where in action.with);
  return action && `${action.id}.${where}`;
}
