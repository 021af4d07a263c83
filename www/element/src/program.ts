/** Loading a compiled pack, to be asked about cases. */

import { initSync, Program } from "amends";
import { bytesOf, LoadError, type LoadOptions, messageOf, once } from "./module.js";

export { LoadError, type LoadFailure, type LoadOptions } from "./module.js";
export { Program };
export type * from "./types.js";

const runtime = once(initSync, new URL("./amends_bg.wasm", import.meta.url));

/**
 * Loads a program.
 *
 * @param program its bytes, which may be on their way, or its address
 * @throws {LoadError} with a code that says what to do about it
 */
export async function load(
  program: string | URL | Uint8Array | Promise<Uint8Array>,
  options: LoadOptions = {},
): Promise<Program> {
  const [bytes] = await Promise.all([bytesOf(program, options.signal), runtime(options)]);
  try {
    return new Program(bytes);
  } catch (error) {
    throw new LoadError("damaged", messageOf(error), error);
  }
}
