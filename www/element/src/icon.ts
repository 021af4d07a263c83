/** Icons of Lucide, inline. They are decoration: the words beside them carry the meaning. */

import { html, type TemplateResult } from "lit/html.js";
import {
  ArrowUpDown,
  Ban,
  Check,
  CircleQuestionMark,
  Ellipsis,
  Headset,
  Info,
  MessageCircle,
  Ticket,
  TriangleAlert,
} from "lucide";

const ICONS = {
  ban: Ban,
  check: Check,
  customer: MessageCircle,
  agent: Headset,
  ticket: Ticket,
  conflict: TriangleAlert,
  info: Info,
  moved: ArrowUpDown,
  pending: Ellipsis,
  why: CircleQuestionMark,
};

export type IconName = keyof typeof ICONS;

/** The build has made one path of the shapes of each icon. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${ICONS[name]} /></svg>`;
}
