/** What is loaded when somebody asks why: how reasons are shown, the sources that they stand on, and the words for both. */

import type { TemplateResult } from "lit/html.js";
import { testInWords } from "./cells.js";
import { emit } from "./emit.js";
import type { IconName } from "./icon.js";
import type { Lent } from "./lent.js";
import english from "./locales/en.reasons.ftl";
import { messageOf } from "./module.js";
import type { AmendsPanel } from "./panel.js";
import css from "./style/reasons.css";
import type { Evidence, Holds, Reason, ReasonCell } from "./types.js";
import { assumptions, type Context, named, type Shown } from "./view/context.js";

export { english };

/** How they look, for all panels of a page. */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** The sources at an address, as soon as they are here. */
const shelves = new Map<string | undefined, Evidence[]>();

/** How the reasons are shown which a panel asks for by `why` and an element of the plan. */
export async function show(lent: Lent, what: string): Promise<Shown> {
  const element = what.replace("why ", "");
  void fetchSources(lent);
  return (context) => reasons(lent, context, element);
}

/** Fetches the sources that the panel names; after a failure the next who asks has them fetched anew. */
async function fetchSources({ panel }: Lent): Promise<void> {
  const address = addressOf(panel);
  if (address === undefined || shelves.has(address)) return;
  shelves.set(address, []);
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    shelves.set(address, (await response.json()) as Evidence[]);
    panel.requestUpdate();
  } catch (error) {
    shelves.delete(address);
    emit(panel, "amends-error", { code: "evidence", message: messageOf(error) });
  }
}

const addressOf = ({ evidence, baseURI }: AmendsPanel) => (evidence ? new URL(evidence, baseURI).href : undefined);

/** How sure the element is; then the rules that hold with their cells and evidence; what is still open, and what speaks against it, apart. */
function reasons(lent: Lent, context: Context, element: string): TemplateResult {
  const { html } = lent;
  const { say } = context;
  const why = context.commands.why(element);
  const holding = why.rules.filter((reason) => reason.holds === "always");
  const open = why.rules.filter((reason) => reason.holds === "sometimes" || reason.holds === "undetermined");
  const each = (of: Reason[]) => of.map((reason) => reasonOf(lent, context, reason));
  const group = (title: string, of: Reason[]) => (of.length > 0 ? html`<h4>${title}</h4> ${each(of)}` : "");
  return html`<div class="why" part="why">
    ${standing(context, element).map((sentence) => html`<p>${sentence}</p>`)} ${each(holding)}
    ${group(say("reason-open"), open)} ${group(say("reason-against"), why.against)}
    ${holding.length + open.length + why.against.length === 0 ? html`<p>${say("reason-none")}</p>` : ""}
  </div>`;
}

/** What the marks beside an action, or beside the compensation, mean. */
function standing(context: Context, element: string): string[] {
  const { info, plan, say } = context;
  const action = plan.steps.flatMap((step) => step.actions).find(({ id }) => id === element);
  const status = action?.status ?? (element === info.compensation?.amount.id ? plan.compensation?.status : undefined);
  return [
    ...(status && status !== "certain" ? [say(`${status}-more`)] : []),
    ...(action?.provisional ? [say("provisional-more")] : []),
    ...(action?.assuming ? [say("assuming-facts", { facts: assumptions(context, action.assuming) })] : []),
  ];
}

function reasonOf(lent: Lent, context: Context, reason: Reason): TemplateResult {
  const { html } = lent;
  return html`<div class="reason">
    <p><bdi>${reason.because || reason.rule}</bdi></p>
    ${reason.cells.length > 0
      ? html`<ul class="cells">
          ${reason.cells.map((cell) => cellOf(lent, context, cell))}
        </ul>`
      : ""}
    ${reason.evidence.map((id) => evidence(lent, context, id))}
  </div>`;
}

const HOLDS: Record<Holds, IconName> = { always: "check", sometimes: "pending", never: "ban", undetermined: "conflict" };

function cellOf({ html, icon }: Lent, context: Context, cell: ReasonCell): TemplateResult {
  const name = named(context.info, cell.name);
  const { say } = context;
  const value = cell.value === null ? say("unknown") : context.values.format(cell.value, name);
  return html`<li data-holds=${cell.holds}>
    ${icon(HOLDS[cell.holds])}
    <span>
      ${cell.unless ? html`<em>${say("cell-unless")}</em> ` : ""}<bdi>${name.title}</bdi>:
      <strong><bdi>${value}</bdi></strong>
      <span class="test">(${testInWords(say, cell.test, name)}: ${say(`cell-${cell.holds}`)})</span>
    </span>
  </li>`;
}

function evidence({ html, panel }: Lent, context: Context, id: string): TemplateResult | string {
  const found = shelves.get(addressOf(panel))?.find((source) => source.id === id);
  if (!found) return "";
  const source = context.commands.source(found);
  return html`<p class="evidence">
    <span class="tag">${context.say(`tier-${source.tier.replace(" ", "-")}`)}</span> <bdi>${source.claim}</bdi>
    <cite lang=${context.info.language}><bdi>${source.source}</bdi></cite>
  </p>`;
}
