import { html, nothing, type TemplateResult } from "lit";
import type { FactInfo } from "../types.js";
import type { Context } from "./context.js";
import { disclosure } from "./disclosure.js";

/** Offers to say what each answer to a question would change; how that is shown is loaded when somebody asks for it. */
export function outcomes(context: Context, fact: FactInfo): TemplateResult | typeof nothing {
  if (!context.canForetell || fact.type === "text") return nothing;
  const id = `outcomes ${fact.id}`;
  const content = context.opened.has(id) ? outlook(context, fact) : nothing;
  return disclosure(context, id, "others", context.say("outcomes"), content);
}

function outlook(context: Context, fact: FactInfo): TemplateResult {
  const { say } = context;
  const { show, problem } = context.commands.foretell(fact.id);
  if (show) return show(context, fact);
  return problem === undefined
    ? html`<p>${say("outcomes-working")} <progress aria-label=${say("outcomes-working")}></progress></p>`
    : html`<p>${say("outcomes-failed", { message: problem })}</p>
        <button @click=${() => context.commands.foretell(fact.id, true)}>${say("try-again")}</button>`;
}
