/** The interface's own words, apart from the pack's: one Fluent file a language. */

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import english from "./locales/en.ftl";

/** English is bundled; a further language is a file in `locales`, which lies beside the script, and a word here. */
const FALLBACK = "en";
const TRANSLATIONS = ["bg", "el", "fa", "pl", "uk"];

/** The English words, by their source: those that are bundled, and those that come with what is loaded on demand. */
const own = new Map([[english, new FluentResource(english)]]);
/** By further language, what is at hand. */
const resources = new Map<string, FluentResource>();
/** By language, the one loading of its words, and whether it brought any. */
const loadings = new Map<string, Promise<boolean>>();

const RIGHT_TO_LEFT = /^(ar|arc|dv|fa|ha-arab|he|khw|ks|ku-arab|ps|sd|ug|ur|yi)\b/i;

/** The direction of a language's text. */
export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
}

/** A language without its region: `pt` for `pt-BR`. */
export function baseOf(locale: string): string {
  return locale.split("-")[0] ?? FALLBACK;
}

/** Fetches the words of a locale's language; gives whether there are any that were not there before. */
export async function fetchStrings(locale: string): Promise<boolean> {
  const language = baseOf(locale);
  if (resources.has(language) || !TRANSLATIONS.includes(language)) return false;
  const load = async () => {
    const response = await fetch(new URL(`./locales/${language}.ftl`, import.meta.url));
    if (response.ok) resources.set(language, new FluentResource(await response.text()));
    return response.ok;
  };
  let loading = loadings.get(language);
  // Without a connection the words stay English until there is one.
  if (!loading) loadings.set(language, (loading = load().catch(() => false)));
  return loading;
}

/** Has words that could not be fetched be fetched anew when they are next wanted. */
export function forgetFailures(): void {
  loadings.clear();
}

/** Takes the English words of what was loaded on demand. */
export function learn(source: string): void {
  if (!own.has(source)) own.set(source, new FluentResource(source));
}

export class Strings {
  readonly #bundle: FluentBundle;

  /** @param locale BCP 47; where the words of its language are not at hand, they are English and numbers follow the locale all the same */
  constructor(readonly locale: string) {
    this.#bundle = new FluentBundle([locale, FALLBACK], { useIsolating: directionOf(locale) === "rtl" });
    for (const resource of [...own.values(), resources.get(baseOf(locale))]) {
      if (resource) this.#bundle.addResource(resource, { allowOverrides: true });
    }
  }

  /** The message with its arguments filled in. A message that does not exist is a mistake of ours and shows its id. */
  readonly say = (id: string, args: Record<string, FluentVariable> = {}): string => {
    const pattern = this.#bundle.getMessage(id)?.value;
    return pattern ? this.#bundle.formatPattern(pattern, args) : id;
  };
}
