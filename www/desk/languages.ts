/** The languages of the desk: that of the page, and that of the customer. */

import type { AmendsPanel } from "@amends/panel";

/** The one that the page is written in. */
const OWN = "en";
const RIGHT_TO_LEFT = ["fa"];

/** What the page says, by the name that its elements give; `undefined` for the language that it is written in. */
type Texts = Record<string, string> | undefined;

/** Follows both choices. The customer's language goes with the page's until somebody picks it. */
export function followLanguages(panel: AmendsPanel): void {
  const [page, customer] = document.querySelectorAll<HTMLSelectElement>(".languages select");
  if (!page || !customer) return;
  let isPicked = false;
  const speak = () => {
    panel.phrases = phrases(customer.value);
  };
  const show = () => {
    void translate(page);
    panel.lang = page.value;
    panel.texts = page.value === OWN ? undefined : phrases(page.value);
    if (!isPicked) customer.value = page.value;
    speak();
  };
  page.addEventListener("change", show);
  // What a language wants may have failed for want of a connection.
  globalThis.addEventListener("online", show);
  customer.addEventListener("change", () => {
    isPicked = true;
    speak();
  });
  const [, ...others] = [...page.options].map((option) => option.cloneNode(true));
  customer.append(...others);
  const offered = [...page.options].map((option) => option.value);
  const wanted = navigator.languages.map((language) => language.split("-")[0] ?? "");
  page.value = wanted.find((language) => offered.includes(language)) ?? OWN;
  show();
}

const phrases = (language: string) => `packs/core/phrases/${language}.ftl`;

/** Where an element has the words that it says. */
const place = (element: HTMLElement) => (element.localName === "textarea" ? "placeholder" : "textContent") as "textContent";

/** What says something, and its words in the language that the page is written in. */
const own = new Map(
  [...document.querySelectorAll<HTMLElement>("[data-text]")].map((element) => [element, element[place(element)]]),
);

async function translate(menu: HTMLSelectElement): Promise<void> {
  const [language, root] = [menu.value, document.documentElement];
  if (language === root.lang) return;
  const response = language === OWN ? undefined : await fetch(`texts/${language}.json`).catch(() => undefined);
  const texts: Texts = response?.ok ? ((await response.json()) as Texts) : undefined;
  // Somebody may have picked another while this one came.
  if (menu.value !== language) return;
  root.lang = texts ? language : OWN;
  root.dir = RIGHT_TO_LEFT.includes(root.lang) ? "rtl" : "ltr";
  for (const [element, words] of own) element[place(element)] = texts?.[element.dataset["text"] ?? ""] ?? words;
}
