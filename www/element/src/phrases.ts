/** The pack's words to say, formatted in their own language. */

import { FluentDateTime, FluentNumber, type FluentVariable } from "@fluent/bundle";
import { Strings } from "./strings.js";
import { Texts } from "./texts.js";
import type { Info, Kind, Value, Words } from "./types.js";
import { Values } from "./values.js";

/** A piece of a formatted message: text, or a blank that nothing fills as yet. */
export type Piece = { text: string } | { blank: string };

/** What Fluent keeps of a text until its arguments are known. */
type Pattern = Parameters<Texts["bundle"]["formatPattern"]>[0];

/** Enclose the name of a blank while a message is formatted; private use, so no text has them. */
const BLANK_START = "\uE000";
const BLANK_END = "\uE001";

export class Phrases extends Texts {
  readonly #values: Values;

  constructor(source: string, language: string, info: Info) {
    super(source, language, info);
    this.#values = new Values(language, new Strings(language), info.currency, this.info.roles);
  }

  /** Whether this language says a message aloud in other words than it writes. */
  isSpoken(message: string): boolean {
    return this.#numbered(message, "spoken").length > 0;
  }

  /** In how many ways a message is written, or said aloud where it is. */
  ways(message: string, aloud: boolean): number {
    return this.#patterns(message, aloud).length;
  }

  /**
   * The words of an action in one of its ways, counted from 0 and round again; `undefined` where this language lacks the
   * message.
   */
  pieces(words: Words, way: number, aloud = false): Piece[] | undefined {
    const patterns = this.#patterns(words.message, aloud);
    const pattern = patterns[way % patterns.length];
    if (!pattern) return undefined;
    const kinds = this.info.actions.find((action) => action.id === words.message)?.args;
    const args: Record<string, FluentVariable> = {};
    for (const [name, value] of Object.entries(words.args)) args[name] = this.#fill(value, kinds?.[name]);
    for (const name of words.missing) args[name] = BLANK_START + name + BLANK_END;
    const text = this.bundle.formatPattern(pattern, args, []);
    return text
      .split(/(\uE000[^\uE001]*\uE001)/)
      .filter((part) => part !== "")
      .map((part) => (part.startsWith(BLANK_START) ? { blank: part.slice(1, -1) } : { text: part }));
  }

  #patterns(message: string, aloud: boolean): Pattern[] {
    const spoken = aloud ? this.#numbered(message, "spoken") : [];
    const written = spoken.length > 0 ? spoken : this.#numbered(message, "v");
    const value = this.bundle.getMessage(message)?.value;
    return written.length > 0 || !value ? written : [value];
  }

  /** `v1`, `v2` and so on, as far as they go. */
  #numbered(message: string, way: string): Pattern[] {
    const attributes = this.bundle.getMessage(message)?.attributes ?? {};
    const patterns: Pattern[] = [];
    for (let next; (next = attributes[way + (patterns.length + 1)]); ) patterns.push(next);
    return patterns;
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
