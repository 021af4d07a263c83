/** Loading what makes programs of rule files. */

import { initSync, phraseChanges, readPack } from "amends-author";
import { type LoadOptions, once } from "./module.js";

export { LoadError, type LoadFailure, type LoadOptions } from "./module.js";
export type * from "amends-author";

/** What a rule author needs: rule files in, findings and a program out; and what two packs say otherwise to customers. */
export interface Author {
  readPack: typeof readPack;
  phraseChanges: typeof phraseChanges;
}

const module = once(initSync, new URL("./author_bg.wasm", import.meta.url));

/**
 * Loads the author's module.
 *
 * @throws {LoadError} with a code that says what to do about it
 */
export async function loadAuthor(options: LoadOptions = {}): Promise<Author> {
  await module(options);
  return { readPack, phraseChanges };
}
