import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "../icon.js";
import type { Holds, Reason, ReasonCell, Why } from "../types.js";
import { type Context, named } from "./context.js";
import { disclosure } from "./disclosure.js";

const HOLDS: Record<Holds, IconName> = { always: "check", sometimes: "pending", never: "ban", undetermined: "conflict" };

/**
 * A button that opens the reasons for an element of the plan, which are worked out when asked for.
 *
 * @param assuming the assumptions that it rests on, in words
 */
export function whyDisclosure(context: Context, element: string, title: string, assuming?: string): TemplateResult {
  const id = `why ${element}`;
  const { say } = context;
  const content = context.opened.has(id)
    ? html`${reasons(context, context.commands.why(element))}
        ${assuming ? html`<p class="quiet">${say("assuming-facts", { facts: assuming })}</p>` : nothing}`
    : nothing;
  return disclosure(context, id, "disclosure", html`${icon("why")} ${say("why")}`, content, say("why-element", { element: title }));
}

/** Rules that hold with their cells and evidence; what is still open, and what speaks against it, apart. */
export function reasons(context: Context, why: Why): TemplateResult {
  const { say } = context;
  const holding = why.rules.filter((reason) => reason.holds === "always");
  const open = why.rules.filter((reason) => reason.holds === "sometimes" || reason.holds === "undetermined");
  const group = (title: string, of: Reason[]) =>
    of.length > 0 ? html`<h4>${title}</h4> ${of.map((reason) => reasonOf(context, reason))}` : nothing;
  return html`<div class="why" part="why">
    ${holding.map((reason) => reasonOf(context, reason))} ${group(say("reason-open"), open)}
    ${group(say("reason-against"), why.against)}
    ${holding.length + open.length + why.against.length === 0 ? html`<p>${say("reason-none")}</p>` : nothing}
  </div>`;
}

function reasonOf(context: Context, reason: Reason): TemplateResult {
  return html`<div class="reason">
    <p><bdi>${reason.because || reason.rule}</bdi></p>
    ${reason.cells.length > 0
      ? html`<ul class="cells">
          ${reason.cells.map((cell) => cellOf(context, cell))}
        </ul>`
      : nothing}
    ${reason.evidence.map((id) => evidence(context, id))}
  </div>`;
}

function cellOf(context: Context, cell: ReasonCell): TemplateResult {
  const name = named(context.info, cell.name);
  const { say } = context;
  const value = cell.value === null ? say("unknown") : context.values.format(cell.value, name);
  return html`<li data-holds=${cell.holds}>
    ${icon(HOLDS[cell.holds])}
    <span>
      ${cell.unless ? html`<em>${say("cell-unless")}</em> ` : nothing}<bdi>${name.title}</bdi>:
      <strong><bdi>${value}</bdi></strong>
      <span class="test">(${context.values.test(cell.test, name)}: ${say(`cell-${cell.holds}`)})</span>
    </span>
  </li>`;
}

function evidence(context: Context, id: string): TemplateResult | typeof nothing {
  const source = context.commands.source(id);
  if (!source) return nothing;
  const tier = context.say(`tier-${source.tier.replace(" ", "-")}`);
  return html`<p class="evidence">
    <span class="tag">${tier}</span> <bdi>${source.claim}</bdi> <cite lang=${context.info.language}><bdi>${source.source}</bdi></cite>
  </p>`;
}
