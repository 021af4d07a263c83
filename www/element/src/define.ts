/** Registers the element under its name, once. */

import { AmendsPanel } from "./element.js";

if (!customElements.get("amends-panel")) customElements.define("amends-panel", AmendsPanel);

declare global {
  interface HTMLElementTagNameMap {
    "amends-panel": AmendsPanel;
  }
}
