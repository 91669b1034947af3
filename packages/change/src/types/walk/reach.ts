import type { Pair } from "./pair.js";

/** The operations whose inputs and results a pair is part of, at any depth. */
export function operationsOf(pair: Pair): ReadonlySet<string> {
  const operations = new Set<string>();
  const seen = new Set([pair]);
  for (const one of seen) {
    for (const operation of one.operations) operations.add(operation);
    // A set that grows while it is iterated gives what was added too.
    for (const parent of one.parents) seen.add(parent);
  }
  return operations;
}
