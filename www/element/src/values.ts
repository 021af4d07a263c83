/** Values as people read them, in a locale: exact, never rounded, possible ones told as such. */

import { inWords, minutesOf } from "./duration.js";
import type { Strings } from "./strings.js";
import type { Kind, Titled, Value } from "./types.js";

export class Values {
  /**
   * @param locale formats numbers and dates
   * @param strings words for yes, no, none and the like
   * @param currency ISO 4217; absent in a pack without money
   * @param roles the pack's roles, which parameters and approvals name
   */
  constructor(
    readonly locale: string,
    readonly strings: Strings,
    readonly currency: string | undefined,
    readonly roles: Titled[],
  ) {}

  /** One value, the values that are possible, or the interval that holds them. */
  format(value: Value, kind: Kind): string {
    if (value !== null && typeof value === "object" && !Array.isArray(value)) return this.#several(value, kind);
    if (value === null) return this.strings.say("undetermined");
    if (value === "none") return this.strings.say("none");
    if (typeof value === "boolean") return this.strings.say(value ? "yes" : "no");
    if (Array.isArray(value)) {
      if (value.length === 0) return this.strings.say("none-of-these");
      return this.list(value.map((one) => this.format(one, kind)));
    }
    return this.#single(value, kind);
  }

  /** Texts one after the other, as the locale lists them. */
  list(texts: string[], type: "conjunction" | "disjunction" = "conjunction"): string {
    return new Intl.ListFormat(this.locale, { type }).format(texts);
  }

  /** What completions differ in: the values, or the interval that holds them. */
  #several({ values, interval, none }: Record<string, Value | undefined>, kind: Kind): string {
    if (Array.isArray(values)) {
      return this.list(
        values.map((one) => this.format(one, kind)),
        "disjunction",
      );
    }
    const [from, to] = Array.isArray(interval) ? interval.map((end) => this.format(end, kind)) : [];
    const ends = this.strings.say("interval", { from: from ?? "", to: to ?? "" });
    return none ? this.strings.say("interval-or-none", { interval: ends }) : ends;
  }

  #single(value: number | string, kind: Kind): string {
    const text = String(value);
    switch (kind.type) {
      case "number": {
        const number = this.#decimal(text, {}, kind.decimals);
        return kind.unit ? this.strings.say("with-unit", { number, unit: kind.unit }) : number;
      }
      case "money":
        return this.#decimal(text, this.currency ? { style: "currency", currency: this.currency } : {}, kind.decimals);
      case "duration": {
        const minutes = minutesOf(text);
        return minutes === undefined ? text : inWords(minutes, this.locale);
      }
      case "date": {
        const date = new Date(`${text}T00:00Z`);
        if (Number.isNaN(date.valueOf())) return text;
        return new Intl.DateTimeFormat(this.locale, { dateStyle: "long", timeZone: "UTC" }).format(date);
      }
      case "role":
        return this.roles.find((role) => role.id === text)?.title ?? text;
      default:
        return kind.values?.find((choice) => choice.id === text)?.title ?? text;
    }
  }

  /** Formats the digits of a text, without a float in between. */
  #decimal(text: string, options: Intl.NumberFormatOptions, decimals = 0): string {
    const format = new Intl.NumberFormat(this.locale, {
      ...options,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    return format.format(text as Intl.StringNumericLiteral);
  }
}
