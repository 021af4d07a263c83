/** Icons of Lucide, inline. They are decoration: the words beside them carry the meaning. */

import { html, nothing, svg, type TemplateResult } from "lit";
import {
  ArrowUpDown,
  Ban,
  Check,
  CircleQuestionMark,
  Ellipsis,
  Headset,
  type IconNode,
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
} satisfies Record<string, IconNode>;

export type IconName = keyof typeof ICONS;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${ICONS[name].map(shape)}</svg>`;
}

function shape([tag, of]: IconNode[number]) {
  switch (tag) {
    case "path":
      return svg`<path d=${of["d"] ?? ""} />`;
    case "circle":
      return svg`<circle cx=${of["cx"] ?? 0} cy=${of["cy"] ?? 0} r=${of["r"] ?? 0} />`;
    default:
      return nothing;
  }
}
