/** What is loaded when somebody asks what the answers to a question would change: the module of proofs, and its words. */

import type { TemplateResult } from "lit/html.js";
import type { Html, Lent } from "./lent.js";
import english from "./locales/en.outcomes.ftl";
import { loadProofs } from "./proofs.js";
import css from "./style/outcomes.css";
import { type Changed, inWords } from "./told.js";
import type { FactInfo, Given, Outcome } from "./types.js";
import { type Context, factOf, listed, type Shown, tick } from "./view/context.js";

export { english };

/** How they look, for all panels of a page. */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** What tells outcomes, by the program that it was made of. */
const loaded = new WeakMap<Uint8Array, ReturnType<typeof loadProofs>>();

/**
 * What tells the outcomes of a program; made once, but that a failure is not kept.
 *
 * @param wasm the address of the panel's own module, where a host has named one: that of proofs is looked for beside it
 */
function proofsOf(program: Uint8Array, wasm: string | undefined): ReturnType<typeof loadProofs> {
  const known = loaded.get(program);
  if (known) return known;
  const beside = wasm === undefined ? undefined : new URL("proofs_bg.wasm", new URL(wasm, document.baseURI));
  const loading = loadProofs(program, undefined, { wasm: beside });
  loaded.set(program, loading);
  loading.catch(() => loaded.delete(program));
  return loading;
}

/** So many changes of a kind stand in the open; the rest is folded away. */
const FEW = 3;

/** Of more outcomes than these, each has its changes folded away. */
const MANY = 4;

/** How that is shown which a panel asks for by `outcomes` and a fact, or by `questions` and a step. */
export async function show({ html, panel, rules, bytes, isStale }: Lent, what: string): Promise<Shown> {
  const proofs = rules?.proofs ?? (bytes && (await proofsOf(bytes, panel.wasm)));
  // That it is being worked out is drawn before it is.
  await new Promise((drawn) => setTimeout(drawn, 20));
  if (isStale() || !proofs) return () => "";
  const [kind, id = ""] = what.split(" ");
  if (kind === "questions") {
    const facts = await proofs.nextQuestions(panel.case, id);
    return (context) => html`<ul>${facts.map((fact) => question(html, context, fact))}</ul>`;
  }
  const outcomes = await proofs.outcomes(panel.case, id);
  return (context) => view(html, context, id, outcomes);
}

/** A question that a press puts to the front, and who knows the answer. */
function question(html: Html, context: Context, id: string): TemplateResult {
  const fact = factOf(context.info, id);
  return html`<li>
    <button class="link" @click=${() => context.commands.ask(id)}><bdi>${fact?.ask ?? id}</bdi></button>
    ${fact ? html`<span class="unit">${context.say(`ask-${fact.from}`)}</span>` : ""}
  </li>`;
}

/** Outcomes, each with its answers, which a press gives. */
function view(html: Html, context: Context, id: string, outcomes: Outcome[]): unknown {
  const fact = factOf(context.info, id);
  if (!fact) return "";
  const inOrder = fact.type === "yes-no" ? outcomes.toSorted((one, other) => yes(other) - yes(one)) : outcomes;
  return html`${fact.type === "several" ? html`<p>${context.say("outcomes-alone")}</p>` : ""}
    <ul class="outcomes" part="outcomes">
      ${inOrder.map((outcome) => outcomeOf(html, context, fact, outcome, outcomes.length > MANY))}
    </ul>`;
}

function outcomeOf(html: Html, context: Context, fact: FactInfo, { answers, settled, changes }: Outcome, isFolded: boolean): TemplateResult {
  const isNews = settled !== "open" && settled !== context.plan.settled;
  const changed = inWords(context, changes);
  const shown = changed.map((each) => changedOf(html, context, each));
  const count = changed.reduce((sum, { items }) => sum + items.length, 0);
  return html`<li>
    <p class="row">
      ${answers.map((answer) => answerOf(html, context, fact, answer))}
      ${isNews ? html`<span class="tag">${context.say(`outcome-settles-${settled.replace(" ", "-")}`)}</span>` : ""}
    </p>
    ${isFolded && count > 0 ? fold(html, context.say("outcomes-changes", { count }), shown) : shown}
  </li>`;
}

/** The question has "yes" first. */
const yes = ({ answers }: Outcome) => Number(answers.includes(true));

/** An answer as a button, unless it is a range; of several that can hold at once, it is added to the others or taken from them. */
function answerOf(html: Html, context: Context, fact: FactInfo, answer: Outcome["answers"][number]): TemplateResult {
  const label = context.values.format(answer, fact);
  if (!isSingle(answer)) return html`<strong><bdi>${label}</bdi></strong>`;
  const [one] = Array.isArray(answer) ? answer : [];
  const given = context.given[fact.id];
  const isGiven = one === undefined ? String(given) === String(answer) : listed(given).includes(one);
  const give = () => (one === undefined ? context.commands.answer(fact.id, answer) : tick(context, fact.id, one, !isGiven));
  return html`<button aria-pressed=${isGiven} @click=${give}><bdi>${label}</bdi></button>`;
}

function isSingle(answer: Outcome["answers"][number]): answer is Given {
  return answer !== null && (typeof answer !== "object" || Array.isArray(answer));
}

function changedOf(html: Html, context: Context, { word, status, items }: Changed): TemplateResult {
  const shown = (item: string) => html`<li data-status=${status}><bdi>${item}</bdi></li>`;
  const rest = items.slice(FEW);
  return html`<p class="quiet">${word}</p>
    <ul>
      ${items.slice(0, FEW).map(shown)}
      ${rest.length > 0
        ? html`<li>${fold(html, context.say("outcomes-more", { count: rest.length }), html`<ul>${rest.map(shown)}</ul>`)}</li>`
        : ""}
    </ul>`;
}

const fold = (html: Html, summary: string, content: unknown) => html`<details class="fold">
  <summary>${summary}</summary>
  ${content}
</details>`;
