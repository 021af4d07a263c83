import { html, type TemplateResult } from "lit/html.js";
import type { Context } from "./context.js";

/** What puts the question for a fact to the front. */
export function link({ commands }: Context, fact: string, label: string): TemplateResult {
  return html`<button class="link" @click=${() => commands.ask(fact)}><bdi>${label}</bdi></button>`;
}
