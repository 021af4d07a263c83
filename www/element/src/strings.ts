/** The interface's own words, apart from the pack's: one Fluent file a language, bundled. */

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import english from "./locales/en.ftl";

/** By language; a further one is a file in `locales` and a line here. */
const SOURCES: Record<string, string> = { en: english };
const FALLBACK = "en";

export class Strings {
  readonly #bundle: FluentBundle;

  /** @param locale BCP 47; where its language is not among the translations, the words are English and numbers follow the locale all the same */
  constructor(readonly locale: string) {
    const language = locale.split("-")[0] ?? FALLBACK;
    this.#bundle = new FluentBundle([locale, FALLBACK], { useIsolating: false });
    this.#bundle.addResource(new FluentResource(SOURCES[FALLBACK] ?? ""));
    const own = language === FALLBACK ? undefined : SOURCES[language];
    if (own) this.#bundle.addResource(new FluentResource(own), { allowOverrides: true });
  }

  /** The message with its arguments filled in. A message that does not exist is a mistake of ours and shows its id. */
  say(id: string, args: Record<string, FluentVariable> = {}): string {
    const pattern = this.#bundle.getMessage(id)?.value;
    return pattern ? this.#bundle.formatPattern(pattern, args) : id;
  }
}
