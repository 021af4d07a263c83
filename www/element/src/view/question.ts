import { html, nothing, type TemplateResult } from "lit/html.js";
import { keyed } from "lit/directives/keyed.js";
import { live } from "lit/directives/live.js";
import { inOneUnit, minutesOf, type Unit } from "../duration.js";
import { type Entry, readDuration, readNumber } from "../entry.js";
import { icon, type IconName } from "../icon.js";
import type { FactInfo, Given } from "../types.js";
import { type Context, factOf, listed, tick } from "./context.js";
import { foretold } from "./foretold.js";
import { link } from "./link.js";

/** More answers than these stand in two columns, so that what goes on stays in sight. */
const MANY = 12;

const UNITS: Unit[] = ["minute", "hour", "day", "week"];

/**
 * The question that comes next, as the largest thing; where there is none, that says so.
 *
 * @param asked the fact that is asked
 * @param problem what is wrong with what was typed
 */
export function question(context: Context, asked: FactInfo | undefined, problem: string | undefined): TemplateResult {
  return html`<section
    class="question"
    part="question"
    aria-label=${asked ? context.say("next-question") : nothing}
    aria-labelledby=${asked ? nothing : "settled"}
  >
    ${asked ? keyed(asked.id, html`${form(context, asked, problem)} ${outcomes(context, asked)}`) : settled(context)}
    ${others(context, asked)}
  </section>`;
}

/** What each answer would change; a text changes nothing. */
function outcomes(context: Context, { id, type }: FactInfo): TemplateResult | typeof nothing {
  return type === "text" ? nothing : foretold(context, `outcomes ${id}`, context.say("outcomes"));
}

function form(context: Context, fact: FactInfo, problem: string | undefined): TemplateResult {
  const { say } = context;
  const answered = isAnswered(context, fact.id);
  const more = context.plan.questions.some((question) => question.fact !== fact.id);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const entry = readEntry(event.currentTarget as HTMLFormElement, fact);
    const wrong = entry && "problem" in entry && (entry.problem !== "give-answer" || !answered);
    if (wrong) return context.commands.refuse(fact.id, explain(context, fact, entry.problem));
    context.commands.goOn();
  };
  return html`<form novalidate @submit=${submit}>
    <fieldset class=${(fact.values?.length ?? 0) > MANY ? "many" : ""} aria-describedby="problem">
      <legend>
        <span class="kicker">${icon(fact.from as IconName)} ${say(`ask-${fact.from}`)}</span>
        <span class="ask" id="ask"><bdi>${fact.ask ?? fact.title}</bdi></span>
      </legend>
      ${answers(context, fact, problem !== undefined)}
    </fieldset>
    <p class="problem" id="problem" role="alert">${problem ? html`${icon("conflict")} ${problem}` : nothing}</p>
    <div class="row">
      <button class="primary" type="submit" part="button">${say(more ? "go-on" : "finish")}</button>
      ${back(context)}
      ${answered ? nothing : html`<span class="quiet">${bearing(context, fact)}</span>`}
    </div>
  </form>`;
}

/** What somebody should know of a question that is not among those worth asking. */
function bearing({ plan, say }: Context, { id, type }: FactInfo): string | typeof nothing {
  if (plan.unaskable.includes(id)) return say("unaskable");
  // Texts change no plan, and fill its words.
  const matters = type === "text" || [...plan.questions, ...plan.assumptions.filter(({ matters }) => matters)].some(({ fact }) => fact === id);
  return matters ? nothing : say("no-longer-matters");
}

/** Leads to the question before, where there was one. */
function back({ canGoBack, commands, say }: Context): TemplateResult | typeof nothing {
  return canGoBack ? html`<button type="button" @click=${commands.goBack}>${say("go-back")}</button>` : nothing;
}

export function isAnswered({ given, declined }: Context, fact: string): boolean {
  return given[fact] !== undefined || declined.has(fact);
}

function answers(context: Context, fact: FactInfo, invalid: boolean): TemplateResult {
  const { say } = context;
  const given = context.given[fact.id];
  const give = (value: Given) => () => context.commands.answer(fact.id, value);
  const choice = (label: string, chosen: boolean, act: () => void) => html`<label class="answer" part="answer">
    <input type="radio" name="answer" .checked=${live(chosen)} @change=${act} /><span><bdi>${label}</bdi></span>
  </label>`;
  const unknown = choice(say("dont-know"), context.declined.has(fact.id), () => context.commands.decline(fact.id));
  const none = fact.optional ? choice(say("does-not-apply"), given === "none", give("none")) : nothing;
  switch (fact.type) {
    case "yes-no":
      return html`${choice(say("yes"), given === true, give(true))} ${choice(say("no"), given === false, give(false))} ${none} ${unknown}`;
    case "choice":
    case "level":
      return html`${fact.values?.map(({ id, title }) => choice(title, given === id, give(id)))} ${none} ${unknown}`;
    case "several":
      return several(context, fact);
    default:
      return html`<div class="entry">${field(context, fact, invalid)}</div>
        ${none} ${unknown}`;
  }
}

/** Check boxes, with "none of these" and "I don't know" as boxes that stand alone. */
function several(context: Context, fact: FactInfo): TemplateResult {
  const { say } = context;
  const given = context.given[fact.id];
  const box = (label: string, checked: boolean, act: (checked: boolean) => void) => html`<label class="answer" part="answer">
    <input
      type="checkbox"
      .checked=${live(checked)}
      @change=${(event: Event) => act((event.currentTarget as HTMLInputElement).checked)}
    /><span><bdi>${label}</bdi></span>
  </label>`;
  const back = (act: () => void) => (checked: boolean) => (checked ? act() : context.commands.clear(fact.id));
  return html`${fact.values?.map(({ id, title }) =>
      box(title, listed(given).includes(id), (checked) => tick(context, fact.id, id, checked)),
    )}
    ${box(say("none-of-these"), Array.isArray(given) && given.length === 0, back(() => context.commands.answer(fact.id, [])))}
    ${box(say("dont-know"), context.declined.has(fact.id), back(() => context.commands.decline(fact.id)))}`;
}

/** The field of a number, amount, duration, date or text. */
function field(context: Context, fact: FactInfo, invalid: boolean): TemplateResult {
  const given = context.given[fact.id];
  const text = given === undefined || given === "none" ? "" : String(given);
  const change = (event: Event) => {
    const form = (event.currentTarget as HTMLElement).closest("form");
    const entry = form ? readEntry(form, fact) : undefined;
    if (!entry) return;
    if ("value" in entry) context.commands.answer(fact.id, entry.value);
    else if (entry.problem !== "give-answer") context.commands.refuse(fact.id, explain(context, fact, entry.problem));
  };
  const input = (type: string, mode: string, value: string, unit: string | undefined) => html`<input
      name="value"
      type=${type}
      inputmode=${mode}
      autocomplete="off"
      aria-labelledby="ask"
      aria-describedby="unit problem"
      aria-invalid=${invalid ? "true" : "false"}
      min=${type === "date" ? String(fact.min ?? "") : nothing}
      max=${type === "date" ? String(fact.max ?? "") : nothing}
      .value=${value}
      @change=${change}
    /><span id="unit" class="unit">${unit ?? ""}</span>`;
  switch (fact.type) {
    case "date":
      // Browsers write a date in their own way, which need be neither the language's nor its calendar.
      return input("date", "none", text, text && context.values.format(text, fact));
    case "text":
      return input("text", "text", text, undefined);
    case "duration": {
      const minutes = text === "" ? undefined : minutesOf(text);
      const { count, unit } = minutes === undefined ? { count: "", unit: undefined } : inOneUnit(minutes);
      return html`${input("text", "numeric", String(count), undefined)}
        <select name="unit" aria-label=${context.say("unit")} @change=${change}>
          ${UNITS.map((each) => html`<option value=${each} .selected=${live(each === (unit ?? usualUnit(fact)))}>${context.say(`units-${each}`)}</option>`)}
        </select>`;
    }
    default: {
      const mode = (fact.decimals ?? 0) > 0 ? "decimal" : "numeric";
      return input("text", mode, text, fact.type === "money" ? context.info.currency : fact.unit);
    }
  }
}

/** Long bounds are asked in days, short ones in minutes. */
function usualUnit(fact: FactInfo): Unit {
  const most = typeof fact.max === "string" ? (minutesOf(fact.max) ?? 0) : 0;
  return most > 0 && most <= 1_440 ? "minute" : "day";
}

/** What stands in the form's field; `undefined` for facts that have none. */
function readEntry(form: HTMLFormElement, fact: FactInfo): Entry | undefined {
  const fields = new FormData(form);
  const text = String(fields.get("value") ?? "").trim();
  switch (fact.type) {
    case "number":
    case "money":
      return readNumber(text, fact);
    case "duration":
      return readDuration(text, fields.get("unit") as Unit);
    default:
      return text === "" ? { problem: "give-answer" } : { value: text };
  }
}

function explain(context: Context, fact: FactInfo, problem: string): string {
  const example = new Intl.NumberFormat(context.values.locale, { minimumFractionDigits: fact.decimals ?? 0 }).format(12);
  const bound = (value: typeof fact.min) => (value === undefined ? "" : context.values.format(value, fact));
  return context.say(problem, { example, min: bound(fact.min), max: bound(fact.max) });
}

/** Says that nothing is left to ask. */
function settled(context: Context): TemplateResult {
  const { plan, declined } = context;
  const key = plan.settled === "under assumptions" ? "plan-under-assumptions" : "plan-yes";
  const more = key === "plan-yes" && declined.size > 0 ? "plan-declined" : key;
  return html`<div class="settled">
    <h2 tabindex="-1" id="settled">${icon("check")} ${context.say(key)}</h2>
    <p class="quiet">${context.say(`${more}-more`)}</p>
    ${back(context)}
  </div>`;
}

/** The other questions, best first, and every fact that is not known: one key away. */
function others(context: Context, asked: FactInfo | undefined): TemplateResult {
  const { say } = context;
  const worth = context.plan.questions.filter((question) => question.fact !== asked?.id);
  const worthy = new Set(worth.map((question) => question.fact));
  const rest = context.info.facts.filter(
    (fact) => fact.id !== asked?.id && !worthy.has(fact.id) && !isAnswered(context, fact.id),
  );
  const ask = (id: string, label: string, from?: string) => html`<li>
    ${link(context, id, label)}
    ${from ? html`<span class="unit">${say(`ask-${from}`)}</span>` : nothing}
  </li>`;
  return html`${worth.length > 0
      ? html`<details class="others">
          <summary>${say("other-questions", { count: worth.length })}</summary>
          <ul>
            ${worth.map(({ fact, ask: own, from }) => ask(fact, factOf(context.info, fact)?.ask ?? own, from))}
          </ul>
        </details>`
      : asked
        ? html`<p class="quiet others">${say("no-other-questions")}</p>`
        : nothing}
    ${rest.length > 0
      ? html`<details class="others">
          <summary>${say("know-more")}</summary>
          <ul>
            ${rest.map((fact) => ask(fact.id, fact.title))}
          </ul>
        </details>`
      : nothing}`;
}
