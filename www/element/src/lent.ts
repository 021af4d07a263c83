/** What a panel lends to what it loads on demand. */

import type { html } from "lit/html.js";
import type { icon } from "./icon.js";
import type { AmendsPanel, Recommender } from "./panel.js";

/** Makes templates. It comes from the panel, since a second copy of what draws them would not know of the first. */
export type Html = typeof html;

export interface Lent {
  html: Html;
  icon: typeof icon;
  panel: AmendsPanel;
  rules: Recommender | undefined;
  /** What the rules were read of, unless the host has loaded them itself. */
  bytes: Uint8Array | undefined;
  /** Whether nobody waits for it any longer. */
  isStale: () => boolean;
}
