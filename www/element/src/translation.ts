/** What a panel says in another language than the rules: plans, reasons and sources. It is loaded where it is needed. */

import type { Recommender } from "./panel.js";
import type { Texts } from "./texts.js";
import type { Avoidance, Case, Evidence, FactInfo, Plan, Reason, Why } from "./types.js";

export class Translation {
  /** Of reasons to avoid something, the rules that give them. */
  readonly #rulesOf = new Map<string, string>();

  constructor(
    readonly texts: Texts,
    readonly rules: Pick<Recommender, "explain">,
  ) {}

  plan(plan: Plan): Plan {
    const why = (of: Why) => this.#reasons(of, ["rule"]);
    const titled = <Of extends { title: string }>(of: Of, id: string) => ({ ...of, title: this.texts.titles.get(id) ?? of.title });
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
        because: this.texts.text(["rule"], this.#ruleOf(avoidance) ?? "", "because") ?? avoidance.because,
      })),
    };
  }

  /** The reasons for an element of the plan. */
  why(why: Why, element: string): Why {
    // Actions and steps stand on rules; what is derived on its rows, or on itself.
    return this.#reasons(why, this.texts.titles.has(element) ? ["rule"] : ["row", "condition", "value"]);
  }

  /** A source with its claim. */
  source(source: Evidence): Evidence {
    return this.texts.translate(source, ["evidence"]);
  }

  #reasons(why: Why, kinds: readonly string[]): Why {
    const because = ({ rule, table = "", because }: Reason) =>
      this.texts.text(kinds, rule, "because") ?? this.texts.text(["table"], table, "because") ?? because;
    const translate = (reason: Reason) => ({ ...reason, because: because(reason) });
    return { rules: why.rules.map(translate), against: why.against.map(translate) };
  }

  /**
   * The rule whose reason an avoidance gives. Plans say the reason and not whose it is; the rules name it in any case, and
   * soonest in one of which all is known.
   */
  #ruleOf({ id, because }: Avoidance): string | undefined {
    if (!this.#rulesOf.has(because)) {
      for (const { because, rule } of this.rules.explain(wholeCase(this.texts.info.facts), id).against) this.#rulesOf.set(because, rule);
    }
    return this.#rulesOf.get(because);
  }
}

/** Some case that answers every question. */
function wholeCase(facts: FactInfo[]): Case {
  const least = ({ type, values, min }: FactInfo) => (type === "yes-no" ? false : type === "several" ? [] : (values?.[0]?.id ?? min));
  return Object.fromEntries(facts.map((fact) => [fact.id, least(fact)]).filter(([, value]) => value !== undefined)) as Case;
}
