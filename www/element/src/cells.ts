/** The cells of rules, in words. */

import type { Strings } from "./strings.js";
import type { Kind } from "./types.js";

const COMPARISONS: Record<string, string> = { ">=": "at-least", "<=": "at-most", ">": "more-than", "<": "less-than" };
const WORDS = ["yes", "no", "none", "unknown"];

/** A cell's test with the titles of its values and words for its comparisons. */
export function testInWords(say: Strings["say"], test: string, kind: Kind): string {
  return test.replace(/>=|<=|>|<|[a-z][a-z0-9_]*/g, (token) => {
    const word = COMPARISONS[token] ?? (WORDS.includes(token) ? token : undefined);
    return kind.values?.find(({ id }) => id === token)?.title ?? (word === undefined ? token : say(word));
  });
}
