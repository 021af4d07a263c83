import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Given, Value } from "../types.js";
import { type Context, factOf, named } from "./context.js";
import { disclosure } from "./disclosure.js";

/** What is known, assumed, not known, set aside; each can be changed. */
export function known(context: Context): TemplateResult {
  const { say } = context;
  const { plan, given, declined, commands, info } = context;
  const facts = info.facts.filter((fact) => given[fact.id] !== undefined && !plan.set_aside.includes(fact.id));
  // What is assumed because nobody knows it is listed as assumed.
  const unknown = [...declined].filter((fact) => plan.assumptions.every((assumption) => assumption.fact !== fact));
  const count = facts.length + unknown.length;
  const summary = html`<h2>${say("known")}</h2>
    <span class="count">${new Intl.NumberFormat(context.values.locale).format(count)}</span>`;
  const content = html`${count === 0 ? html`<p class="quiet">${say("known-nothing")}</p>` : nothing}
    <dl class="facts">
      ${facts.map((fact) => row(context, fact.id, given[fact.id] ?? null, nothing, [change(context, fact.id), clear(context, fact.id)]))}
      ${plan.assumptions.map(({ fact, value, matters }) =>
        row(context, fact, value, mark(context, "assumed", matters), [
          // What nobody is to ask about, nobody is invited to confirm.
          ...(plan.unaskable.includes(fact)
            ? []
            : [button(say("confirm"), say("confirm-fact", { fact: title(context, fact) }), () => commands.answer(fact, value as Given))]),
          change(context, fact),
        ]),
      )}
      ${unknown.map((fact) =>
        row(context, fact, undefined, mark(context, "declined"), [
          button(say("ask-again"), `${say("ask-again")}: ${title(context, fact)}`, () => commands.clear(fact)),
        ]),
      )}
      ${plan.set_aside.map((fact) =>
        row(context, fact, given[fact] ?? null, mark(context, "set-aside"), [clear(context, fact)]),
      )}
    </dl>
    ${plan.unaskable.length > 0 ? unaskable(context) : nothing}
    ${legend(context, [...facts.map(({ id }) => id), ...unknown])}`;
  return html`<div part="facts">${disclosure(context, "known", "known", summary, content)}</div>`;
}

/** What nobody is to ask about. */
function unaskable(context: Context): TemplateResult {
  return html`<div class="quiet unaskable">
    <p>${context.say("unaskable")}:</p>
    <ul>
      ${context.plan.unaskable.map((fact) => html`<li><bdi>${title(context, fact)}</bdi></li>`)}
    </ul>
  </div>`;
}

/** What the marks mean that stand beside facts: those that are given or not known, and what the plan adds to them. */
function legend(context: Context, facts: string[]): TemplateResult[] {
  const { assumptions, set_aside } = context.plan;
  const shown = [...facts, ...set_aside, ...assumptions.map(({ fact }) => fact)];
  const isThere = {
    assumed: assumptions.some(({ matters }) => matters),
    "set-aside": set_aside.length > 0,
    sensitive: shown.some((fact) => factOf(context.info, fact)?.sensitive),
  };
  const there = Object.entries(isThere).filter(([, is]) => is);
  return there.map(([id]) => html`<p class="quiet">${mark(context, id, id === "assumed")} ${context.say(`${id}-more`)}</p>`);
}

function row(
  context: Context,
  fact: string,
  value: Value | undefined,
  tag: TemplateResult | typeof nothing,
  buttons: TemplateResult[],
): TemplateResult {
  const sensitive = factOf(context.info, fact)?.sensitive;
  return html`<div>
    <dt>
      <bdi>${title(context, fact)}</bdi>
      ${sensitive ? mark(context, "sensitive") : nothing}
    </dt>
    <dd>${value === undefined ? nothing : html`<bdi>${context.values.format(value, named(context.info, fact))}</bdi>`} ${tag}</dd>
    <dd class="tools">${buttons}</dd>
  </div>`;
}

/** A word for how a fact stands; what it means is said once, below all of them. */
function mark({ say }: Context, id: string, isOpen = false): TemplateResult {
  return html`<span class="tag ${isOpen ? "dashed" : ""}">${say(id)}</span>`;
}

function title(context: Context, fact: string): string {
  return named(context.info, fact).title;
}

function button(label: string, about: string, act: () => void): TemplateResult {
  return html`<button class="link" aria-label=${about} @click=${act}>${label}</button>`;
}

function change(context: Context, fact: string): TemplateResult {
  const { say, commands } = context;
  return button(say("change"), say("change-fact", { fact: title(context, fact) }), () => commands.ask(fact));
}

function clear(context: Context, fact: string): TemplateResult {
  const { say, commands } = context;
  return button(say("clear"), say("clear-fact", { fact: title(context, fact) }), () => commands.clear(fact));
}
