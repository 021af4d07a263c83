/** What the program says and takes, under the names that the views use. The Rust types are their source. */

export type {
  ActionInfo,
  Assumption,
  Avoidance,
  CaseObject as Case,
  Conflict,
  EvidenceInfo as Evidence,
  FactInfo,
  Holds,
  Info,
  Kind,
  Plan,
  PlannedAction as Action,
  PlannedCompensation as Compensation,
  PlannedStep as Step,
  Question,
  Reason,
  ReasonCell,
  Settled,
  Shown as Value,
  Status,
  Titled,
  Why,
  Words,
} from "amends";
export type { Change, Outcome, Standing } from "amends-proofs";

/** A known answer: what a case gives for a fact. */
export type Given = boolean | number | string | string[];
