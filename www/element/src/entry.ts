/** What people type into a field, read as the value of a fact. */

import { isoOf, minutesOf, type Unit } from "./duration.js";
import type { Given, Kind } from "./types.js";

/** The value as a case takes it, or what to tell the person: the id of a string and what it is about. */
export type Entry = { value: string } | { problem: "expect-number" | "expect-range" | "give-answer" };

/**
 * Reads a number or an amount. A comma or a point parts the decimals, spaces part the thousands; digits of other
 * scripts count. What is out of the type's bounds, or finer than its decimals, is told.
 */
export function readNumber(text: string, kind: Kind): Entry {
  const plain = westernDigits(text).replace(/[\s_\u066C'’]/g, "").replace(/[,\u066B]/, ".");
  if (plain === "") return { problem: "give-answer" };
  const match = /^-?\d+(?:\.(\d+))?$/.exec(plain);
  if (!match || (match[1]?.replace(/0+$/, "").length ?? 0) > (kind.decimals ?? 0)) return { problem: "expect-number" };
  const number = Number(plain);
  if (number < Number(kind.min ?? -Infinity) || number > Number(kind.max ?? Infinity)) return { problem: "expect-range" };
  return { value: plain };
}

/** Reads a whole number of units as ISO 8601. */
export function readDuration(count: string, unit: Unit): Entry {
  const whole = readNumber(count, { type: "number", decimals: 0, min: 0, max: 1_000_000 });
  return "value" in whole ? { value: isoOf(Number(whole.value), unit) } : whole;
}

/** Arabic-Indic and Persian digits as 0 to 9. */
function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

/** A given value in the one way that the program prints it: cases may say `"yes"` for `true`, and `90 min`. */
export function plain(given: Given, kind: Kind): Given {
  if (typeof given !== "string" || given === "none") return given;
  if (kind.type === "yes-no") return given === "yes" || given === "true";
  const minutes = kind.type === "duration" ? minutesOf(given) : undefined;
  return minutes === undefined ? given : isoOf(minutes, "minute");
}
