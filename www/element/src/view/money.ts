import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../icon.js";
import type { Compensation, Kind, Value } from "../types.js";
import { approver, type Context, named } from "./context.js";
import { link } from "./link.js";
import { status } from "./path.js";
import { whyDisclosure } from "./why.js";

const MONEY: Kind = { type: "money", decimals: 2 };

/**
 * The sum to give, and what bounds it. As long as it is a range only because an amount of money is unknown, it says which,
 * and nothing of what bounds it: all of that would be as wide.
 *
 * @param isLeftOut whether its step is skipped: in which form it would be given says nothing then
 */
export function money(context: Context, compensation: Compensation, isLeftOut = false): TemplateResult {
  const { say } = context;
  const kind = context.info.compensation?.amount ?? MONEY;
  const amount = (value: Value) => context.values.format(value, kind);
  const row = (title: unknown, value: string, warn = false) => html`<div class=${warn ? "warn" : ""}>
    <dt>${title}</dt>
    <dd>${warn ? icon("conflict") : nothing} <bdi>${value}</bdi></dd>
  </div>`;
  const needs = context.sumNeeds;
  // Beside a form of giving, neither "none" nor a zero would say what is meant.
  const bare = compensation.amount === "none" ? "no-sum" : parseFloat(compensation.amount as string) === 0 ? "no-money" : undefined;
  // What is possible stands each by itself below, since titles have commas of their own.
  const form = named(context.info, context.info.compensation?.form?.id ?? "");
  // Where nothing is given, or nobody knows how much, nothing bounds it.
  const isBound = !needs && compensation.amount !== "none" && compensation.amount !== null;
  const approvals = isBound && compensation.approval !== undefined ? alternatives(compensation.approval) : [];
  // Among several, none is that nobody need approve; by itself it is that nobody may.
  const roles = compensation.approval === "none" ? approvals : approvals.filter((role) => role !== "none");
  const unchecked = compensation.legal_minimum === "not checked";
  return html`<div class="money" part="compensation" data-status=${compensation.status} ?data-new=${context.changes?.amount}>
    <h4>${say("compensation")} ${status(context, compensation.status)}</h4>
    ${needs === undefined
      ? html`<p class="amount"><bdi>${bare ? say(bare) : amount(compensation.amount)}</bdi></p>`
      : html`<p>
          ${needs.length === 0
            ? say("possible-more")
            : html`${say("depends-on")} ${needs.map((fact) => link(context, fact, named(context.info, fact).title))}`}
        </p>`}
    <ul class="form">
      ${(isLeftOut && bare ? [] : alternatives(compensation.form)).map((each) => html`<li><bdi>${context.values.format(each, form)}</bdi></li>`)}
    </ul>
    <dl class="terms">
      ${compensation.at_most === undefined || !isBound ? nothing : row(say("at-most-limit"), amount(compensation.at_most))}
      ${roles.length === 0
        ? nothing
        : row(
            html`${say("approval")} ${status(context, roles.length < approvals.length ? "possible" : "certain")}`,
            context.values.list(roles.map((role) => approver(context, role)), "disjunction"),
            true,
          )}
      ${row(say("legal-minimum"), unchecked ? say("not-checked") : amount(compensation.legal_minimum), unchecked)}
    </dl>
    ${whyDisclosure(context, context.info.compensation?.amount.id ?? "", say("compensation"))}
  </div>`;
}

/** The values that are possible, each by itself. */
function alternatives(value: Value): Value[] {
  const { values } = (value ?? {}) as { values?: Value[] };
  return values ?? [value];
}
