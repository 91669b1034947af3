import { pathShape } from "@facsimile/document";
import type { OperationFunction } from "./operations.js";

export interface OperationMatches {
  readonly kept: readonly (readonly [OperationFunction, OperationFunction])[];
  readonly removed: readonly OperationFunction[];
  readonly added: readonly OperationFunction[];
}

/** A call goes to the function of its name. Where that is gone, one of another name that sends the same request is the same function. */
export function matchOperations(
  old: readonly OperationFunction[],
  next: readonly OperationFunction[],
): OperationMatches {
  const byName = new Map(next.map((one) => [one.name, one]));
  const names = new Set(old.map(({ name }) => name));
  const unnamed = new Map(next.filter(({ name }) => !names.has(name)).map((one) => [pathShape(one.request), one]));
  const kept: [OperationFunction, OperationFunction][] = [];
  const removed: OperationFunction[] = [];
  for (const one of old) {
    const other = byName.get(one.name) ?? unnamed.get(pathShape(one.request));
    if (other === undefined) removed.push(one);
    else kept.push([one, other]);
  }
  const known = new Set(kept.map(([, one]) => one));
  return { kept, removed, added: next.filter((one) => !known.has(one)) };
}
