import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Context } from "./context.js";
import { disclosure } from "./disclosure.js";

/**
 * A disclosure of something that is worked out when somebody asks for it, and how it is shown is loaded then.
 *
 * @param what as {@link Context.commands} foretells it
 */
export function foretold(context: Context, what: string, title: string): TemplateResult | typeof nothing {
  if (!context.canForetell) return nothing;
  return disclosure(context, what, "others", title, context.opened.has(what) ? outlook(context, what) : nothing);
}

/** What is told, that it is being worked out, or why it cannot be. */
export function outlook(context: Context, what: string): unknown {
  const { commands, say } = context;
  const { show, problem, isLasting } = commands.foretell(what);
  if (show) return show(context);
  return problem === undefined
    ? html`<p>${say("foretelling")} <progress aria-label=${say("foretelling")}></progress></p>`
    : html`<p>${say("foretold-nothing", { message: problem })}</p>
        ${isLasting ? nothing : html`<button @click=${() => commands.foretell(what, true)}>${say("try-again")}</button>`}`;
}
