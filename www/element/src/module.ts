/** Loading a WebAssembly module that stands beside this file: in pages, in workers and in Node. */

/** Why nothing could be loaded. */
export type LoadFailure =
  /** The policy of the page forbids WebAssembly: `script-src` lacks `'wasm-unsafe-eval'`. */
  | "wasm-forbidden"
  /** There is no connection. */
  | "offline"
  /** An address gave no file. */
  | "unreachable"
  /** The file is no program, or one of another version. */
  | "damaged";

/** Says why nothing could be loaded; `cause` holds what was thrown. */
export class LoadError extends Error {
  override readonly name = "LoadError";

  constructor(
    readonly code: LoadFailure,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

export interface LoadOptions {
  /** The WebAssembly module, if not the one beside this file: its address, bytes, or itself compiled. */
  wasm?: string | URL | Uint8Array<ArrayBuffer> | WebAssembly.Module | undefined;
  /** Ends the loading. */
  signal?: AbortSignal | undefined;
}

/** What wasm-bindgen's glue makes of a compiled module. */
type Glue = (module: { module: WebAssembly.Module }) => unknown;

/**
 * What instantiates a module once a page, at its first call; a failure is not kept, so that another try can succeed.
 *
 * @param glue starts the compiled module
 * @param beside the address of its file where none is given
 */
export function once(glue: Glue, beside: URL): (options: LoadOptions) => Promise<unknown> {
  let started: Promise<unknown> | undefined;
  return (options) =>
    (started ??= start(glue, beside, options).catch((error: unknown) => {
      started = undefined;
      throw error;
    }));
}

async function start(glue: Glue, beside: URL, { wasm, signal }: LoadOptions): Promise<void> {
  let source = wasm ?? beside;
  if (typeof source === "string" || source instanceof URL) source = await fetchBytes(new URL(source, base()), signal);
  try {
    glue({ module: source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source) });
  } catch (error) {
    if (isWasmForbidden()) {
      throw new LoadError("wasm-forbidden", "the policy lacks 'wasm-unsafe-eval' in script-src", error);
    }
    throw new LoadError("damaged", messageOf(error), error);
  }
}

/** The bytes themselves, or those at an address. */
export async function bytesOf(
  source: string | URL | Uint8Array | Promise<Uint8Array>,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  return typeof source === "string" || source instanceof URL ? fetchBytes(new URL(source, base()), signal) : source;
}

/** Whether not even the smallest module may be compiled. */
function isWasmForbidden(): boolean {
  try {
    return !new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    return true;
  }
}

async function fetchBytes(url: URL, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  if (url.protocol === "file:") {
    const { readFile } = await import("node:fs/promises");
    return new Uint8Array(await readFile(url));
  }
  let response: Response;
  try {
    response = await fetch(url, signal ? { signal } : {});
  } catch (error) {
    if (signal?.aborted) throw error;
    const offline = globalThis.navigator?.onLine === false;
    throw new LoadError(offline ? "offline" : "unreachable", `${url.pathname}: ${messageOf(error)}`, error);
  }
  if (!response.ok) throw new LoadError("unreachable", `${url.pathname}: ${response.status} ${response.statusText}`.trim());
  return new Uint8Array(await response.arrayBuffer());
}

/** What relative addresses are relative to: the page, else this file. */
function base(): string {
  return globalThis.document?.baseURI ?? import.meta.url;
}

/** What was thrown, in words: an error's message, or those of the errors that the program lists. */
export function messageOf(error: unknown): string {
  if (Array.isArray(error)) return error.map(messageOf).join("; ");
  if (typeof error === "object" && error !== null && "message" in error) return String(error.message);
  return String(error);
}
