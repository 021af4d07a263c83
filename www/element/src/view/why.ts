import { html, type TemplateResult } from "lit/html.js";
import { icon } from "../icon.js";
import type { Context } from "./context.js";
import { disclosure } from "./disclosure.js";
import { outlook } from "./foretold.js";

/** A button that opens the reasons for an element of the plan, which are worked out when asked for. */
export function whyDisclosure(context: Context, element: string, title: string): TemplateResult {
  const { opened, say } = context;
  const what = `why ${element}`;
  const content = opened.has(what) ? outlook(context, what) : "";
  return disclosure(context, what, "disclosure", html`${icon("why")} ${say("why")}`, content, say("why-element", { element: title }));
}
