/** The pack's words to say, formatted in their own language. */

import { FluentBundle, FluentDateTime, FluentNumber, FluentResource, type FluentVariable } from "@fluent/bundle";
import { Strings } from "./strings.js";
import type { ActionInfo, Info, Kind, Value, Words } from "./types.js";
import { Values } from "./values.js";

/** A piece of a formatted message: text, or a blank that nothing fills as yet. */
export type Piece = { text: string } | { blank: string };

/** Enclose the name of a blank while a message is formatted; private use, so no text has them. */
const BLANK_START = "\uE000";
const BLANK_END = "\uE001";

const RIGHT_TO_LEFT = /^(ar|arc|dv|fa|ha-arab|he|khw|ks|ku-arab|ps|sd|ug|ur|yi)\b/i;

export class Phrases {
  readonly #bundle: FluentBundle;
  readonly #values: Values;
  /** The text direction of the phrases' language. */
  readonly direction: "ltr" | "rtl";

  /**
   * @param source a Fluent file
   * @param language BCP 47, of the phrases
   */
  constructor(
    source: string,
    readonly language: string,
    info: Info,
  ) {
    this.direction = RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
    // Marks that keep mixed directions apart belong into right-to-left letters and puzzle plain ones.
    this.#bundle = new FluentBundle(language, { useIsolating: this.direction === "rtl" });
    this.#bundle.addResource(new FluentResource(source));
    this.#values = new Values(language, new Strings(language), info.currency, info.roles);
  }

  /**
   * The words of an action in one of its variants, counted from 0; `undefined` where this language lacks the message.
   */
  pieces(words: Words, action: ActionInfo | undefined, variant: number): Piece[] | undefined {
    const message = this.#bundle.getMessage(words.message);
    const pattern = message?.attributes[`v${variant + 1}`] ?? message?.value;
    if (!pattern) return undefined;
    const args: Record<string, FluentVariable> = {};
    for (const [name, value] of Object.entries(words.args)) args[name] = this.#fill(value, action?.args?.[name]);
    for (const name of words.missing) args[name] = BLANK_START + name + BLANK_END;
    const text = this.#bundle.formatPattern(pattern, args, []);
    return text
      .split(/(\uE000[^\uE001]*\uE001)/)
      .filter((part) => part !== "")
      .map((part) => (part.startsWith(BLANK_START) ? { blank: part.slice(1, -1) } : { text: part }));
  }

  /** A typed value for Fluent, so that messages can select on it; choices and yes-no are their ids. */
  #fill(value: Value, kind: Kind | undefined): FluentVariable {
    const single = typeof value === "number" || typeof value === "string";
    if (kind?.type === "number" && single && value !== "none") {
      const digits = kind.decimals ?? 0;
      return new FluentNumber(Number(value), { minimumFractionDigits: digits });
    }
    if (kind?.type === "date" && typeof value === "string" && !Number.isNaN(Date.parse(value))) {
      return new FluentDateTime(Date.parse(value), { dateStyle: "long", timeZone: "UTC" });
    }
    if (typeof value === "boolean") return value ? "yes" : "no";
    if (typeof value === "string" && (kind?.type === "choice" || kind?.type === "level")) return value;
    return kind ? this.#values.format(value, kind) : String(value);
  }
}

/** The text of pieces without blanks; `undefined` while one is left, since such words may not leave the panel. */
export function textOf(pieces: Piece[]): string | undefined {
  const texts = pieces.map((piece) => ("text" in piece ? piece.text : undefined));
  return texts.some((text) => text === undefined) ? undefined : texts.join("").trim();
}
