/**
 * One rule set in the words of each engine. Every function takes the rules and gives a function from a case to the ids
 * of the rules that hold in it, perhaps by way of a promise: what is done once is done before it is measured.
 */
import { ZenEngine } from "@gorules/zen-engine";
import { parse } from "@marcbachmann/cel-js";
import jsonLogic from "json-logic-js";
import { Engine } from "json-rules-engine";

/** What one would write by hand: rules as data, one loop. */
export function plainLoop({ rules }) {
  const holds = ({ fact, one_of, from, to }, facts) => {
    const value = facts[fact];
    return one_of ? one_of.includes(value) : (from === null || from <= value) && (to === null || value <= to);
  };
  return (facts) => {
    const found = [];
    for (const { id, cells } of rules) {
      if (cells.every((cell) => holds(cell, facts))) found.push(id);
    }
    return found;
  };
}

export function jsonLogicJs({ rules }) {
  const test = ({ fact, one_of, from, to }) => {
    const value = { var: fact };
    if (one_of) return one_of.length === 1 ? { "===": [value, one_of[0]] } : { in: [value, one_of] };
    if (from === null) return { "<=": [value, to] };
    return to === null ? { ">=": [value, from] } : { "<=": [from, value, to] };
  };
  const written = rules.map(({ id, cells }) => ({ id, logic: { and: cells.map(test) } }));
  return (facts) => written.filter(({ logic }) => jsonLogic.apply(logic, facts)).map(({ id }) => id);
}

export function jsonRulesEngine({ rules }) {
  const engine = new Engine();
  const tests = ({ fact, one_of, from, to }) => {
    if (one_of) return [{ fact, operator: "in", value: one_of }];
    const least = { fact, operator: "greaterThanInclusive", value: from };
    const most = { fact, operator: "lessThanInclusive", value: to };
    return [...(from === null ? [] : [least]), ...(to === null ? [] : [most])];
  };
  for (const { id, cells } of rules) {
    engine.addRule({ conditions: { all: cells.flatMap(tests) }, event: { type: id } });
  }
  return async (facts) => (await engine.run(facts)).events.map(({ type }) => type);
}

export function celJs({ rules }) {
  // Numbers of JavaScript are doubles to CEL, so the ends are written as such.
  const test = ({ fact, one_of, from, to }) => {
    if (one_of) return one_of.length === 1 ? `${fact} == ${JSON.stringify(one_of[0])}` : `${fact} in ${JSON.stringify(one_of)}`;
    const ends = [from === null ? [] : `${fact} >= ${from}.0`, to === null ? [] : `${fact} <= ${to}.0`];
    return ends.flat().join(" && ");
  };
  const written = rules.map(({ id, cells }) => ({ id, holds: parse(cells.map(test).join(" && ")) }));
  return (facts) => written.filter(({ holds }) => holds(facts)).map(({ id }) => id);
}

/** A decision table that collects, the form that the engine is made for. */
export function zenEngine({ facts, rules }) {
  const test = ({ one_of, from, to }) => {
    if (one_of) return one_of.map((value) => JSON.stringify(value)).join(", ");
    if (from === null) return `<= ${to}`;
    return to === null ? `>= ${from}` : `[${from}..${to}]`;
  };
  const table = {
    hitPolicy: "collect",
    inputs: facts.map((fact) => ({ id: fact, name: fact, field: fact })),
    outputs: [{ id: "rule", name: "rule", field: "rule" }],
    rules: rules.map(({ id, cells }) => ({
      _id: id,
      rule: JSON.stringify(id),
      ...Object.fromEntries(facts.map((fact) => [fact, ""])),
      ...Object.fromEntries(cells.map((cell) => [cell.fact, test(cell)])),
    })),
  };
  const nodes = [
    { id: "in", type: "inputNode", name: "in", position: { x: 0, y: 0 } },
    { id: "table", type: "decisionTableNode", name: "table", position: { x: 1, y: 0 }, content: table },
    { id: "out", type: "outputNode", name: "out", position: { x: 2, y: 0 } },
  ];
  const edges = [
    { id: "1", type: "edge", sourceId: "in", targetId: "table" },
    { id: "2", type: "edge", sourceId: "table", targetId: "out" },
  ];
  const decision = new ZenEngine().createDecision({ contentType: "application/vnd.gorules.decision", nodes, edges });
  return async (facts) => (await decision.evaluate(facts)).result.map(({ rule }) => rule);
}
