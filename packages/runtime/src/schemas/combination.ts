import type { SchemaNode } from "./node.js";
import type { Outcome } from "./outcome.js";
import type { Spot } from "./spot.js";

/** Holds a value against the schemas that stand beside what a schema itself says. */
export function checkCombinations(spot: Spot): void {
  const { allOf = [], anyOf, oneOf, not, condition } = spot.keywords;
  for (const node of allOf) spot.take(spot.beside(node));
  if (anyOf !== undefined) checkAlternatives(spot, anyOf, Number.POSITIVE_INFINITY);
  if (oneOf !== undefined) checkAlternatives(spot, oneOf, 1);
  if (not !== undefined && fits(spot.beside(not))) spot.say("is what it must not be");
  if (condition !== undefined) checkCondition(spot, ...condition);
}

function fits({ faults }: Outcome): boolean {
  return faults.length === 0;
}

function checkAlternatives(spot: Spot, nodes: readonly SchemaNode[], most: number): void {
  const outcomes = nodes.map((node) => spot.beside(node));
  const fitting = outcomes.filter(fits);
  if (fitting.length === 0) spot.take(nearestOf(outcomes));
  else if (fitting.length > most) spot.say(`fits ${fitting.length} of the alternatives of which it may fit one`);
  else for (const outcome of fitting) spot.take(outcome);
}

/** What is wrong with a value that fits none: what the only one says that is about such values, else that it fits none. */
function nearestOf(outcomes: readonly Outcome[]): Outcome {
  const near = outcomes.filter(({ faults }) => faults.every(({ way }) => way !== undefined));
  const [only, ...more] = near;
  if (only !== undefined && more.length === 0) return { faults: only.faults };
  return { faults: [{ message: `fits none of ${outcomes.length} alternatives`, way: undefined }] };
}

function checkCondition(spot: Spot, condition: SchemaNode, then: SchemaNode, otherwise: SchemaNode): void {
  const outcome = spot.beside(condition);
  const isMet = fits(outcome);
  if (isMet) spot.take(outcome);
  spot.take(spot.beside(isMet ? then : otherwise));
}
