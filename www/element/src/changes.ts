/** What differs between two plans of one case, as far as a reader is told of it. */

import type { Action, Plan } from "./types.js";

export interface Changes {
  /** Ids of actions that the later plan has and the earlier has not. */
  added: Set<string>;
  removed: Set<string>;
  /** Ids of actions in both whose status, parameters or words differ. */
  altered: Set<string>;
  /** Whether compensation differs. */
  amount: boolean;
}

export function changes(before: Plan, after: Plan): Changes {
  const [old, now] = [actions(before), actions(after)];
  const differs = (id: string) => JSON.stringify(old.get(id)) !== JSON.stringify(now.get(id));
  return {
    added: new Set([...now.keys()].filter((id) => !old.has(id))),
    removed: new Set([...old.keys()].filter((id) => !now.has(id))),
    altered: new Set([...now.keys()].filter((id) => old.has(id) && differs(id))),
    amount: JSON.stringify(before.compensation) !== JSON.stringify(after.compensation),
  };
}

function actions(plan: Plan): Map<string, Action> {
  return new Map(plan.steps.flatMap((step) => step.actions).map((action) => [action.id, action]));
}
