import { html, nothing, type TemplateResult } from "lit/html.js";
import { keyed } from "lit/directives/keyed.js";
import { icon, type IconName } from "../icon.js";
import { type State, type Station, stations } from "../stations.js";
import type { Action, ActionInfo, Plan, Settled, Status, Step, Why } from "../types.js";
import { assumptions, type Context, named } from "./context.js";
import { list } from "./fold.js";
import { foretold } from "./foretold.js";
import { money } from "./money.js";
import { whyDisclosure } from "./why.js";
import { wordsDisclosure } from "./words.js";

const MARKS: Partial<Record<State, IconName>> = { done: "check", skipped: "ban" };

/** The step that compensation is shown in, where the pack has it. */
const COMPENSATE = "compensate";

/** The plan as a path of stations. */
export function path(context: Context): TemplateResult {
  const { plan, say } = context;
  const all = stations(plan, context.done);
  const out = standingOut(plan);
  const own = plan.steps.find(({ step }) => step === COMPENSATE);
  return html`<section class="plan" part="plan" aria-labelledby="plan">
    <header>
      <h2 id="plan">${say("plan")}</h2>
      ${settled(context, plan.settled)}
    </header>
    <ol class="path">
      ${all.map((station) => {
        const first = all.find(({ step }) => step.step === station.step.step) === station;
        return keyed(station.step.step, stationOf(context, station, first, out.get(station.step)));
      })}
    </ol>
    ${plan.compensation && (!own || own.skipped) ? money(context, plan.compensation, Boolean(own)) : nothing}
  </section>`;
}

/** The steps that stand out from most: those that an answer can change, or those that none can. */
function standingOut({ steps, settled, compensation }: Plan): Map<Step, Settled> {
  // The sum is of the plan and not of the step, and stands in it all the same.
  const isSumOpen = settled === "open" && compensation && compensation.status !== "certain";
  const taken = steps.filter(({ skipped }) => !skipped);
  const open = taken.filter((step) => step.settled === "open" || (step.step === COMPENSATE && isSumOpen));
  const few = open.length * 2 > taken.length ? taken.filter((step) => !open.includes(step)) : open;
  return new Map(few.map((step) => [step, open.includes(step) ? "open" : step.settled]));
}

/**
 * @param first whether it is the first station of its step, which demands on the order may part
 * @param own how settled it is, where that is worth a word
 */
function stationOf(context: Context, { step, state }: Station, first: boolean, own: Settled | undefined): TemplateResult {
  const { say } = context;
  const mark = MARKS[state];
  const earlier = first ? doneEarlier(context, step.step) : [];
  const compensation = first && step.step === COMPENSATE && !step.skipped ? context.plan.compensation : undefined;
  return html`<li class="station" part="step" data-state=${state} aria-current=${state === "current" ? "step" : nothing}>
    <span class="mark">${mark ? icon(mark) : nothing}</span>
    <h3>
      <bdi>${step.title}</bdi>
      <span class="state">${say(`step-${state}`)}</span>
      ${own ? settled(context, own) : nothing}
    </h3>
    ${state === "current" && step.settled === "open" ? foretold(context, `questions ${step.step}`, say("step-questions")) : nothing}
    ${step.skipped ? html`<p class="reason-line">${because(step.skipped)}</p>` : nothing}
    ${step.moved
      ? html`<p class="reason-line">${icon("moved")} <strong>${say("step-moved")}</strong>: ${because(step.moved)}</p>`
      : nothing}
    ${step.actions.length + earlier.length > 0
      ? html`<ul class="actions">
          ${list(context, `possible ${step.step}`, step.actions, (action) => keyed(action.id, actionOf(context, action)))}
          ${earlier.map((action) => gone(context, action))}
        </ul>`
      : nothing}
    ${compensation ? money(context, compensation) : nothing}
  </li>`;
}

/** Whether anything is worth asking for the plan or a step: what is settled is solid, what is open dashed. */
function settled({ say }: Context, of: Settled): TemplateResult {
  return html`<span class="tag ${of === "open" ? "dashed" : ""}">${say(`plan-${of.replace(" ", "-")}`)}</span>`;
}

/** The reasons of the rules that hold, or might. */
function because(why: Why): string {
  const holding = why.rules.filter((reason) => reason.holds !== "never");
  return [...new Set(holding.map((reason) => reason.because))].join(" ");
}

function actionOf(context: Context, action: Action): TemplateResult {
  const { say } = context;
  const { changes } = context;
  const fresh = changes?.added.has(action.id) ? "new" : changes?.altered.has(action.id) ? "changed" : undefined;
  const parameters = Object.entries(action.with);
  return html`<li class="action" part="action" data-status=${action.status} data-fresh=${fresh ?? nothing}>
    <label class="do">
      <input
        type="checkbox"
        .checked=${context.done.has(action.id)}
        @change=${(event: Event) => context.commands.tick(action.id, (event.currentTarget as HTMLInputElement).checked)}
      />
      <span class="title"><bdi>${action.title}</bdi></span>
    </label>
    <p class="tags">
      ${status(context, action.status)}
      ${action.provisional ? html`<span class="tag dashed">${say("provisional")}</span>` : nothing}
      ${action.assuming
        ? html`<span class="tag">${say("assuming", { count: action.assuming.length, facts: assumptions(context, action.assuming) })}</span>`
        : nothing}
      ${fresh ? html`<span class="tag fresh">${say(fresh)}</span>` : nothing}
    </p>
    ${parameters.length > 0
      ? html`<dl class="parameters">
          ${parameters.map(([id, value]) => {
            const parameter = named(context.info, id);
            return html`<div><dt><bdi>${parameter.title}</bdi></dt><dd><bdi>${context.values.format(value, parameter)}</bdi></dd></div>`;
          })}
        </dl>`
      : nothing}
    <div class="disclosures">
      ${action.say && (context.phrases ?? context.areWordsComing) ? wordsDisclosure(context, action, action.say) : nothing} ${whyDisclosure(context, action.id, action.title)}
    </div>
  </li>`;
}

/** What is not certain says so in words; the certain needs none. */
export function status(context: Context, of: Status): TemplateResult | typeof nothing {
  if (of === "certain") return nothing;
  return html`<span class="tag dashed">${context.say(of)}</span>`;
}

/** Actions of a step that were ticked off and that the plan has no longer: what was done stays in sight. */
function doneEarlier(context: Context, step: string): ActionInfo[] {
  const planned = new Set(context.plan.steps.flatMap((each) => each.actions).map((action) => action.id));
  return context.info.actions.filter(
    (action) => action.step === step && context.done.has(action.id) && !planned.has(action.id),
  );
}

function gone(context: Context, action: ActionInfo): TemplateResult {
  return html`<li class="action" part="action" data-status="gone">
    <label class="do">
      <input type="checkbox" .checked=${true} @change=${() => context.commands.tick(action.id, false)} />
      <span class="title"><bdi>${action.title}</bdi></span>
    </label>
    <p class="tags"><span class="tag">${context.say("done-earlier")}</span></p>
  </li>`;
}
