import type { Changes } from "../changes.js";
import type { Phrases } from "../phrases.js";
import type { Strings } from "../strings.js";
import type { Evidence, FactInfo, Given, Info, Kind, Plan, Titled, Value, Why } from "../types.js";
import type { Values } from "../values.js";

/** What the views show. They are functions of it and keep no state. */
export interface Context {
  readonly info: Info;
  readonly plan: Plan;
  /** The interface's own words, by id. */
  readonly say: Strings["say"];
  readonly values: Values;
  /** Absent while the words are loading, or where there are none. */
  readonly phrases: Phrases | undefined;
  readonly areWordsComing: boolean;
  readonly given: Readonly<Record<string, Given>>;
  /** Facts answered "I don't know". */
  readonly declined: ReadonlySet<string>;
  /** Actions that are ticked off. */
  readonly done: ReadonlySet<string>;
  /** What the last answer changed. */
  readonly changes: Changes | undefined;
  /** Ids of the disclosures that stand open. */
  readonly opened: ReadonlySet<string>;
  /** Which wording of an action was chosen, from 0; a number beyond the last begins again. */
  readonly variants: ReadonlyMap<string, number>;
  /** What became last of words that stand on the screen still: `copied`, `copy-refused` or `inserted`, and the action. */
  readonly used: string;
  /** Whether words are shown as they are said aloud. */
  readonly aloud: boolean;
  /** The facts without which the sum is a range that helps nobody; none where it depends on too much to name. */
  readonly sumNeeds: readonly string[] | undefined;
  /** Whether a question was left. */
  readonly canGoBack: boolean;
  /** Whether the host takes words into a reply. */
  readonly canInsert: boolean;
  /** Whether it can be worked out what answers would change, and which questions matter for a step. */
  readonly canForetell: boolean;
  readonly commands: Commands;
}

/** Shows what was worked out, in the case as it is by then. */
export type Shown = (context: Context) => unknown;

/** What is told on demand; without anything it is being worked out. */
export interface Outlook {
  show?: Shown;
  /** Why it cannot be told. */
  problem?: string;
  /** Whether another try would end as the first did. */
  isLasting?: boolean;
}

/** What a person can do. */
export interface Commands {
  answer(fact: string, value: Given): void;
  /** "I don't know." */
  decline(fact: string): void;
  /** Takes back an answer, also "I don't know". */
  clear(fact: string): void;
  /** Puts a question to the front. */
  ask(fact: string): void;
  /** Leaves the question that was answered. */
  goOn(): void;
  /** Puts the question before to the front again, with its answer. */
  goBack(): void;
  /** What is wrong with what was typed for a fact; `undefined` takes it back. */
  refuse(fact: string, problem: string | undefined): void;
  tick(action: string, done: boolean): void;
  disclose(id: string, open: boolean): void;
  /** The reasons for an element of the plan, by id. */
  why(element: string): Why;
  /** A source that rules stand on, in the language of the texts that are shown. */
  source(source: Evidence): Evidence;
  /**
   * Of the case as it is now what the answers to a question would change, by `outcomes` and the fact, which questions matter
   * for a step, by `questions` and the step, or the reasons for an element of the plan, by `why` and the element; `again`
   * after it could not be told.
   */
  foretell(what: string, again?: boolean): Outlook;
  turn(action: string): void;
  /** Shows all words as they are said aloud, or as they are written. */
  speak(aloud: boolean): void;
  copy(action: string): void;
  insert(action: string): void;
}

/** The title and type of a fact, output, condition, value or parameter. */
export function named(info: Info, id: string): Titled & Kind {
  return found(info, id) ?? { id, title: id, type: "text" };
}

const found = (info: Info, id: string) => [info.facts, info.derived, info.parameters].flat().find((name) => name.id === id);


export function factOf(info: Info, id: string): FactInfo | undefined {
  return info.facts.find((fact) => fact.id === id);
}

/** Assumed facts with their values. */
export function assumptions({ info, plan, values }: Context, facts: string[]): string {
  const each = facts.map((fact) => {
    const kind = named(info, fact);
    const assumed = plan.assumptions.find((assumption) => assumption.fact === fact);
    return assumed ? `${kind.title}: ${values.format(assumed.value, kind)}` : kind.title;
  });
  return values.list(each);
}

/** Where a conflict is; tables have no title that people read. */
export function place({ info, say }: Context, where: string): string | undefined {
  return where === "order" || where === "authority" ? say(`conflict-${where}`) : found(info, where)?.title;
}

/** Who may approve. */
export function approver({ say, values }: Context, role: Value): string {
  return role === null || role === "none" ? say("approval-nobody") : values.format(role, { type: "role" });
}

/** The values that hold at once, as far as any is given. */
export const listed = (given: Given | undefined) => (Array.isArray(given) ? given : []);

/** Adds one to the values that hold at once, or takes it from them. */
export function tick({ given, commands }: Context, fact: string, one: string, isTicked: boolean): void {
  const others = listed(given[fact]).filter((other) => other !== one);
  const list = isTicked ? [...others, one] : others;
  if (list.length > 0) commands.answer(fact, list);
  else commands.clear(fact);
}
