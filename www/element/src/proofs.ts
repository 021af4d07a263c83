/** Loading a compiled pack, to be told what holds in all its cases. */

import { initSync, Proofs } from "amends-proofs";
import { bytesOf, LoadError, type LoadOptions, messageOf, once } from "./module.js";

export { LoadError, type LoadFailure, type LoadOptions } from "./module.js";
export { Proofs };
export type * from "amends-proofs";

const module = once(initSync, new URL("./proofs_bg.wasm", import.meta.url));

/**
 * Loads a program and, where they are to be proved, the guarantees that `readPack` gives beside it.
 *
 * @param program its bytes, or its address
 * @throws {LoadError} with a code that says what to do about it
 */
export async function loadProofs(
  program: string | URL | Uint8Array,
  guarantees?: Uint8Array,
  options: LoadOptions = {},
): Promise<Proofs> {
  const [bytes] = await Promise.all([bytesOf(program, options.signal), module(options)]);
  try {
    return new Proofs(bytes, guarantees);
  } catch (error) {
    throw new LoadError("damaged", messageOf(error), error);
  }
}
