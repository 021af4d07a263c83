import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Context } from "./context.js";

/**
 * Something that opens and closes, and stays as it was left while the plan changes.
 *
 * @param id names it among the disclosures
 * @param label what a screen reader says instead of the summary
 */
export function disclosure(
  { opened, commands }: Context,
  id: string,
  kind: string,
  summary: unknown,
  content: unknown,
  label?: string,
): TemplateResult {
  return html`<details
    class=${kind}
    .open=${opened.has(id)}
    @toggle=${(event: Event) => commands.disclose(id, (event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary aria-label=${label ?? nothing}>${summary}</summary>
    ${content}
  </details>`;
}
