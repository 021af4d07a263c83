/** The pack's titles, questions, values and reasons in a language of its phrases; `docs/PHRASES.md` names the messages. */

import { FluentBundle, FluentResource } from "@fluent/bundle";
import { baseOf, directionOf } from "./strings.js";
import type { Info, Titled } from "./types.js";

/** The lists of a pack's description, and the kinds of messages that say what stands in them. */
const KINDS = {
  steps: ["step"],
  roles: ["role"],
  parameters: ["parameter"],
  facts: ["fact"],
  derived: ["output", "condition", "value"],
  actions: ["action"],
} as const;

type List = keyof typeof KINDS;

export class Texts {
  protected readonly bundle: FluentBundle;
  readonly direction: "ltr" | "rtl";
  /** Whether this is another language than that of the pack. */
  readonly isTranslation: boolean;
  /** What is known of the pack, in this language as far as it has the texts. */
  readonly info: Info;
  /** Of steps and actions, by id. */
  readonly titles: ReadonlyMap<string, string>;

  /**
   * @param source a Fluent file
   * @param language BCP 47, of the file
   * @param info in the pack's own language
   */
  constructor(
    source: string,
    readonly language: string,
    info: Info,
  ) {
    this.direction = directionOf(language);
    this.isTranslation = baseOf(language) !== baseOf(info.language);
    // Marks that keep mixed directions apart belong into right-to-left letters and puzzle plain ones.
    this.bundle = new FluentBundle(language, { useIsolating: this.direction === "rtl" });
    this.bundle.addResource(new FluentResource(source));
    const lists = Object.entries(KINDS).map(([list, kinds]) => [list, info[list as List].map((of) => this.translate(of, kinds))]);
    this.info = { ...info, ...(Object.fromEntries(lists) as Pick<Info, List>) };
    this.titles = new Map([...this.info.steps, ...this.info.actions].map(({ id, title }) => [id, title]));
  }

  /** Whether a native reader has reviewed a message; without one, the file as a whole. */
  isReviewed(message = ""): boolean {
    const own = this.bundle.getMessage(message)?.attributes["reviewed"];
    return (own ?? this.bundle.getMessage("phrases-reviewed")?.value) === "yes";
  }

  /** Something with its texts; what this language lacks stays as it is. */
  translate<Described extends { id: string; values?: Titled[] }>(of: Described, kinds: readonly string[]): Described {
    const text = (name: string) => this.text(kinds, of.id, name);
    const properties = Object.entries(of).map(([name, value]) => [name, text(name) ?? value]);
    const values = of.values?.map(({ id, title }) => ({ id, title: text(`value-${id.replace(/[^\w-]/g, "_")}`) ?? title }));
    return { ...(Object.fromEntries(properties) as Described), ...(values && { values }) };
  }

  /** The text of the first of some kinds that has one; `undefined` where this language lacks it. */
  text(kinds: readonly string[], id: string, attribute: string): string | undefined {
    for (const kind of kinds) {
      const pattern = this.bundle.getMessage(`${kind}-${id}`)?.attributes[attribute];
      if (pattern) return this.bundle.formatPattern(pattern);
    }
    return undefined;
  }
}
