/** The pack's titles, questions, values and reasons in a language of its phrases; `docs/PHRASES.md` names the messages. */

import { FluentBundle, FluentResource } from "@fluent/bundle";
import { baseOf, directionOf } from "./strings.js";
import type { Avoidance, Evidence, Info, Plan, Reason, Titled, Why } from "./types.js";

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
  readonly #titles: Map<string, string>;

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
    const lists = Object.entries(KINDS).map(([list, kinds]) => [list, info[list as List].map((of) => this.#translate(of, kinds))]);
    this.info = { ...info, ...(Object.fromEntries(lists) as Pick<Info, List>) };
    this.#titles = new Map([...this.info.steps, ...this.info.actions].map(({ id, title }) => [id, title]));
  }

  /** Whether a native reader has reviewed a message; without one, the file as a whole. */
  isReviewed(message = ""): boolean {
    const own = this.bundle.getMessage(message)?.attributes["reviewed"];
    return (own ?? this.bundle.getMessage("phrases-reviewed")?.value) === "yes";
  }

  /**
   * A plan in this language.
   *
   * @param ruleOf finds the rule whose reason an avoidance gives
   */
  plan(plan: Plan, ruleOf: (avoidance: Avoidance) => string | undefined): Plan {
    const why = (of: Why) => this.#reasons(of, ["rule"]);
    const titled = <Of extends { title: string }>(of: Of, id: string) => ({ ...of, title: this.#titles.get(id) ?? of.title });
    return {
      ...plan,
      steps: plan.steps.map((step) => ({
        ...titled(step, step.step),
        ...(step.skipped && { skipped: why(step.skipped) }),
        ...(step.moved && { moved: why(step.moved) }),
        actions: step.actions.map((action) => titled(action, action.id)),
      })),
      avoid: plan.avoid.map((avoidance) => ({
        ...titled(avoidance, avoidance.id),
        because: this.#text(["rule"], ruleOf(avoidance) ?? "", "because") ?? avoidance.because,
      })),
    };
  }

  /** A source with its claim in this language. */
  source(source: Evidence): Evidence {
    return this.#translate(source, ["evidence"]);
  }

  /** The reasons for an element of the plan, in this language. */
  why(why: Why, element: string): Why {
    // Actions and steps stand on rules; what is derived on its rows, or on itself.
    return this.#reasons(why, this.#titles.has(element) ? ["rule"] : ["row", "condition", "value"]);
  }

  #reasons(why: Why, kinds: readonly string[]): Why {
    const translate = (reason: Reason) => ({
      ...reason,
      because: this.#text(kinds, reason.rule, "because") ?? this.#text(["table"], reason.table ?? "", "because") ?? reason.because,
    });
    return { rules: why.rules.map(translate), against: why.against.map(translate) };
  }

  /** Something with its texts; what this language lacks stays as it is. */
  #translate<Described extends { id: string; values?: Titled[] }>(of: Described, kinds: readonly string[]): Described {
    const text = (name: string) => this.#text(kinds, of.id, name);
    const properties = Object.entries(of).map(([name, value]) => [name, text(name) ?? value]);
    const values = of.values?.map(({ id, title }) => ({ id, title: text(`value-${id.replace(/[^\w-]/g, "_")}`) ?? title }));
    return { ...(Object.fromEntries(properties) as Described), ...(values && { values }) };
  }

  #text(kinds: readonly string[], id: string, attribute: string): string | undefined {
    for (const kind of kinds) {
      const pattern = this.bundle.getMessage(`${kind}-${id}`)?.attributes[attribute];
      if (pattern) return this.bundle.formatPattern(pattern);
    }
    return undefined;
  }
}
