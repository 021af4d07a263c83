/** The changes of an outcome, in words. */

import type { Change, Kind, Standing, Value } from "./types.js";
import { approver, type Context, named, place } from "./view/context.js";

/** Of a kind of change, what changes and how sure that is. */
export interface Changed {
  word: string;
  status: Standing;
  items: string[];
}

/** What changes, things of a kind together: first actions, the surest before the others. That nothing does is said, too. */
export function inWords(context: Context, changes: Change[]): Changed[] {
  const told = new Map<string, Changed>();
  // How an action is to be done says nothing further while it is news that it is to be.
  const news = new Set(changes.map((change) => change.of === "action" && change.id));
  const lasting = changes.filter((change) => change.of !== "parameter" || !news.has(change.action));
  for (const change of lasting.toSorted((one, other) => rank(one) - rank(other))) {
    const [word, item, status = "certain"] = inWord(context, change);
    const known = told.get(word);
    if (known) known.items.push(item);
    else told.set(word, { word, status, items: [item] });
  }
  return told.size > 0 ? [...told.values()] : [{ word: context.say("plan-same"), status: "certain", items: [] }];
}

const STANDINGS: Standing[] = ["certain", "possible", "undetermined", "excluded"];

const rank = (change: Change) => (change.of === "action" ? STANDINGS.indexOf(change.status) : STANDINGS.length);

/** What kind of change it is, what changes, and how sure that is. */
function inWord(context: Context, change: Change): [word: string, item: string, status?: Standing] {
  const { info, say, values } = context;
  
  const title = (id: string) => [...info.actions, ...info.steps].find((own) => own.id === id)?.title ?? id;
  const sum = (value: Value, kind: Kind | undefined) => values.format(value, kind ?? { type: "text" });
  switch (change.of) {
    case "action":
      return [say(`outcome-${change.status}`), title(change.id), change.status];
    case "avoid": {
      const word = change.status === "certain" ? "avoid" : `outcome-avoid-${change.status}`;
      // Its title may read like an instruction.
      const item = change.status === "excluded" ? title(change.id) : `${say("avoid-this")} ${title(change.id)}`;
      return [say(word), item, change.status];
    }
    case "parameter": {
      const parameter = named(info, change.id);
      const value = values.format(change.value ?? "none", parameter);
      return [say("changed"), say("outcome-parameter", { action: title(change.action), parameter: parameter.title, value })];
    }
    case "skip":
      return [say(change.skipped ? "step-skipped" : "outcome-restored"), title(change.step)];
    case "settled":
      return [say(`plan-${change.settled.replace(" ", "-")}`), title(change.step)];
    case "order":
      return [say("conflict-order"), say("outcome-order", { first: title(change.first), second: title(change.second) })];
    case "amount":
      return [say("compensation"), sum(change.value, info.compensation?.amount)];
    case "form":
      return [say("compensation"), sum(change.value, info.compensation?.form)];
    case "approval":
      return [say("approval"), change.value === undefined ? say("outcome-no-approval") : approver(context, change.value)];
    case "conflict":
      return [say(change.status === "excluded" ? "outcome-conflict-excluded" : "conflicts"), place(context, change.where) ?? change.where, change.status];
  }
}
