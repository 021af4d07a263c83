import { html, type TemplateResult } from "lit/html.js";
import type { Status } from "../types.js";
import type { Context } from "./context.js";
import { disclosure } from "./disclosure.js";

/** So many that are not certain stand in the open; more would hide what is. */
const FEW = 4;

/**
 * A list in which what is not certain is folded away while it is much, as it is of a case of which little is known.
 *
 * @param id names the fold among the disclosures
 */
export function list<Item extends { status: Status }>(
  context: Context,
  id: string,
  items: Item[],
  show: (item: Item) => unknown,
): TemplateResult {
  const open = items.filter(({ status }) => status !== "certain");
  if (open.length <= FEW) return html`${items.map(show)}`;
  const summary = context.say("possible-count", { count: open.length });
  const content = html`<ul>
    ${open.map(show)}
  </ul>`;
  return html`${items.filter(({ status }) => status === "certain").map(show)}
    <li>${disclosure(context, id, "fold", summary, content)}</li>`;
}
