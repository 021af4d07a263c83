import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../icon.js";
import type { Piece } from "../phrases.js";
import type { Action, Words } from "../types.js";
import { type Context, factOf, named } from "./context.js";
import { disclosure } from "./disclosure.js";
import { link } from "./link.js";

/** What to say for an action, as a quotation in its own language and direction. */
export function wordsDisclosure(context: Context, action: Action, words: Words): TemplateResult {
  const { say } = context;
  const summary = html`${icon("customer")} ${say("words")}`;
  const label = say("words-for", { action: action.title });
  return disclosure(context, `words ${action.id}`, "disclosure", summary, quotation(context, action, words), label);
}

function quotation(context: Context, action: Action, words: Words): TemplateResult {
  const { say } = context;
  const { phrases, commands, aloud } = context;
  const way = context.variants.get(action.id) ?? 0;
  const pieces = phrases?.pieces(words, way, aloud);
  if (!phrases) return html`<progress aria-label=${say("words")}></progress>`;
  if (!pieces) return html`<p class="quiet">${say("words-absent")}</p>`;
  const [use, used] = context.used.split(" ");
  const args = context.info.actions.find((each) => each.id === action.id)?.args;
  const ready = words.missing.length === 0;
  const total = phrases.ways(words.message, aloud);
  const blank = (name: string) => named(context.info, args?.[name]?.id ?? name).title;
  return html`<blockquote class="words" part="words" lang=${phrases.language} dir=${phrases.direction}>${pieces.map((piece) => pieceOf(context, piece, blank))}</blockquote>
    <div class="row tools">
      <button ?hidden=${!ready} @click=${() => commands.copy(action.id)}>${say("copy")}</button>
      <button ?hidden=${!ready || !context.canInsert} @click=${() => commands.insert(action.id)}>
        ${say("insert")}
      </button>
      ${phrases.isSpoken(words.message)
        ? html`<button aria-pressed=${aloud} @click=${() => commands.speak(!aloud)}>${say("spoken")}</button>`
        : nothing}
      ${total > 1
        ? html`<button @click=${() => commands.turn(action.id)}>${say("another-wording")}</button>
            <span class="quiet">${say("wording-of", { number: (way % total) + 1, total })}</span>`
        : nothing}
      ${used === action.id ? html`<span class="quiet">${icon(use === "copy-refused" ? "conflict" : "check")} ${say(use ?? "")}</span>` : nothing}
      ${phrases.isTranslation && !phrases.isReviewed(words.message) ? html`<span class="quiet">${say("not-reviewed")}</span>` : nothing}
    </div>
    ${ready ? nothing : missing(context, words, args)}`;
}

/** Text, or a blank by its title, which is in the interface's language. */
function pieceOf(context: Context, piece: Piece, blank: (name: string) => string): TemplateResult | string {
  return "text" in piece
    ? piece.text
    : html`<mark class="blank" lang=${context.values.locale}><bdi>${blank(piece.blank)}</bdi></mark>`;
}

/** Says which facts the words still lack, each with a way to give it. */
function missing(context: Context, words: Words, args: Record<string, { id: string }> | undefined): TemplateResult {
  return html`<p class="missing">
    ${icon("info")} ${context.say("words-missing")}
    ${words.missing.map((name) => {
      const id = args?.[name]?.id ?? name;
      const fact = factOf(context.info, id);
      return fact
        ? html`${link(context, fact.id, fact.title)} `
        : html`<bdi>${named(context.info, id).title}</bdi> `;
    })}
  </p>`;
}
