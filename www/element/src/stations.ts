/** Where on its path a plan stands. */

import type { Plan, Step } from "./types.js";

export type State = "done" | "current" | "coming" | "skipped" | "empty";

export interface Station {
  step: Step;
  state: State;
}

/**
 * The stations of a plan in its order. A step is done when everything certain in it is ticked off, and something is; the
 * first that is not is the current one.
 *
 * @param done ids of the actions that are ticked off
 */
export function stations(plan: Plan, done: ReadonlySet<string>): Station[] {
  let current = false;
  return plan.steps.map((step) => {
    const state = stateOf(step, done);
    if (state !== "coming" || current) return { step, state };
    current = true;
    return { step, state: "current" };
  });
}

function stateOf(step: Step, done: ReadonlySet<string>): State {
  if (step.skipped) return "skipped";
  if (step.actions.length === 0) return "empty";
  const certain = step.actions.filter((action) => action.status === "certain");
  const due = certain.length > 0 ? certain : step.actions;
  return due.every((action) => done.has(action.id)) ? "done" : "coming";
}
