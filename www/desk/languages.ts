/** The languages of the desk: that of the page, and that of the customer. */

import type { AmendsPanel } from "@amends/panel";

/** Those that the core pack has words in; the first is the one that the page is written in. */
const LANGUAGES = ["en", "bg", "fa", "uk", "pl", "el"];
const [OWN = "en"] = LANGUAGES;
const RIGHT_TO_LEFT = ["fa"];

/** What the page says, by the name that its elements give; `undefined` for the language that it is written in. */
type Texts = Record<string, string> | undefined;

/** Offers both choices and follows them. The customer's language goes with the page's until somebody picks it. */
export function offerLanguages(panel: AmendsPanel): void {
  const page = menu("language");
  const customer = menu("customer-language");
  if (!page || !customer) return;
  let isPicked = false;
  const speak = () => {
    panel.phrases = phrases(customer.value);
  };
  const show = () => {
    void translate(page.value);
    panel.lang = page.value;
    panel.texts = page.value === OWN ? undefined : phrases(page.value);
    if (!isPicked) customer.value = page.value;
    speak();
  };
  page.addEventListener("change", show);
  customer.addEventListener("change", () => {
    isPicked = true;
    speak();
  });
  const wanted = navigator.languages.map((language) => language.split("-")[0] ?? "");
  page.value = wanted.find((language) => LANGUAGES.includes(language)) ?? OWN;
  show();
}

const phrases = (language: string) => `packs/core/phrases/${language}.ftl`;

/** A menu of the languages, each by its own name. */
function menu(id: string): HTMLSelectElement | undefined {
  const select = document.querySelector<HTMLSelectElement>(`select#${id}`);
  const name = (language: string) => new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
  select?.append(...LANGUAGES.map((language) => new Option(name(language), language)));
  return select ?? undefined;
}

/** What the page says in the language that it is written in, once that has been replaced. */
const own = new Map<HTMLElement, string>();

async function translate(language: string): Promise<void> {
  const response = language === OWN ? undefined : await fetch(`texts/${language}.json`).catch(() => undefined);
  const texts: Texts = response?.ok ? ((await response.json()) as Texts) : undefined;
  // Somebody may have picked another while this one came.
  if (menuValue() !== language) return;
  const root = document.documentElement;
  root.lang = texts ? language : OWN;
  root.dir = RIGHT_TO_LEFT.includes(root.lang) ? "rtl" : "ltr";
  for (const element of document.querySelectorAll<HTMLElement>("[data-text]")) {
    if (!own.has(element)) own.set(element, element.textContent ?? "");
    element.textContent = texts?.[element.dataset["text"] ?? ""] ?? own.get(element) ?? "";
  }
  for (const field of document.querySelectorAll<HTMLTextAreaElement>("[data-hint]")) {
    if (!own.has(field)) own.set(field, field.placeholder);
    field.placeholder = texts?.[field.dataset["hint"] ?? ""] ?? own.get(field) ?? "";
  }
}

const menuValue = () => document.querySelector<HTMLSelectElement>("select#language")?.value;
