import type { SchemaNode } from "./node.js";
import type { Spot } from "./spot.js";
import { count } from "./words.js";

export function checkArray(spot: Spot, value: readonly unknown[]): void {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, uniqueItems } = spot.keywords;
  const { prefixItems = [], items, contains } = spot.keywords;
  if (value.length < minItems) spot.say(`has fewer than ${count(minItems, "item")}`);
  if (value.length > maxItems) spot.say(`has more than ${count(maxItems, "item")}`);
  if (uniqueItems && new Set(value.map((item) => spot.numberOf(item))).size < value.length) spot.say("has equal items");
  for (const [index, node] of prefixItems.entries()) if (index < value.length) spot.within(index, node, value[index]);
  if (items !== undefined) checkItems(spot, value, prefixItems.length, items);
  if (contains !== undefined) checkContains(spot, value, contains);
}

function checkItems(spot: Spot, value: readonly unknown[], from: number, node: SchemaNode): void {
  for (let index = from; index < value.length && !spot.isFull; index++) spot.within(index, node, value[index]);
}

function checkContains(spot: Spot, value: readonly unknown[], node: SchemaNode): void {
  const { minContains = 1, maxContains = Number.POSITIVE_INFINITY } = spot.keywords;
  const found = value.flatMap((item, index) => (spot.of(node, item).faults.length === 0 ? [index] : []));
  for (const index of found) spot.seen?.add(index);
  if (found.length < minContains)
    spot.say(`has fewer than ${count(minContains, "item")} of those that it has to contain`);
  if (found.length > maxContains) spot.say(`has more than ${count(maxContains, "item")} of those that it may contain`);
}

/** Holds the items that nothing else says anything about against what is said of them. */
export function checkOtherItems(spot: Spot, value: readonly unknown[]): void {
  const { unevaluatedItems } = spot.keywords;
  if (unevaluatedItems === undefined) return;
  for (const [index, item] of value.entries()) if (!spot.seen?.has(index)) spot.within(index, unevaluatedItems, item);
}
