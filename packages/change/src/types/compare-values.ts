import { type Export, isFromModule, isOfOperations } from "./names/exports.js";
import type { OperationMatches } from "./names/match-operations.js";
import { type Shape, shapeOf } from "./walk/pair.js";
import type { Pairs } from "./walk/pairs.js";
import type { Types } from "./walk/types.js";

export interface Values {
  readonly old: readonly Export[];
  readonly new: readonly Export[];
  readonly operations: OperationMatches;
}

/**
 * Compares the functions, classes and constants beside the operations, and with them all types that they lead to. A list of values has what the type
 * of the same values has: what becomes of them is said of the type.
 */
export function compareValues(types: Types, pairs: Pairs, { old, new: next, operations }: Values): void {
  ignoreGoneMethods(types, pairs, old, operations);
  const byName = new Map(next.filter(({ symbol }) => types.isValue(symbol)).map((one) => [one.name, one]));
  const requests = new Map(operations.kept.map(([one]) => [one.name, one.request]));
  for (const one of old) {
    if (!types.isValue(one.symbol) || requests.has(one.name) || isRaw(one) || isSaidElsewhere(one)) continue;
    const other = byName.get(one.name) ?? factoryFor(one, next);
    if (other === undefined) continue;
    const [before, after] = [valueShape(types, one), valueShape(types, other)];
    const root = { kind: "named", name: one.name, newName: other.name } as const;
    const declarations = { old: one.declaration, new: other.declaration };
    const pair = pairs.meet(before, after, "read", { root, path: [], declarations });
    const request = isOfOperations(one) ? requests.get(one.name.replace(/Pages$/, "")) : undefined;
    if (request !== undefined) pair?.operations.add(request);
  }
}

function valueShape(types: Types, { symbol }: Export): Shape {
  return shapeOf(types.checker.getTypeOfSymbol(symbol));
}

/** The types of openapi-fetch's client repeat the whole document; what matters of them is said by its operations. */
function isRaw(one: Export): boolean {
  return isFromModule(one, "raw");
}

/** Credentials that are read from variables are handed on: what they have to be is said of what takes them. */
function isSaidElsewhere(one: Export): boolean {
  return isFromModule(one, "values") || isFromModule(one, "environment");
}

function isMethods(one: Export): boolean {
  return isFromModule(one, "methods");
}

/** What makes the object with all methods has the name of the API, which may be another one now. */
function factoryFor(one: Export, next: readonly Export[]): Export | undefined {
  if (!isMethods(one)) return undefined;
  return next.find((other) => isMethods(other) && other.name.startsWith("create"));
}

/** That a function is gone, or has another name, is said of the function. */
function ignoreGoneMethods(
  types: Types,
  pairs: Pairs,
  old: readonly Export[],
  { kept, removed }: OperationMatches,
): void {
  const renamed = kept.filter(([one, other]) => one.name !== other.name).map(([one]) => one);
  const ignored = new Set([...removed, ...renamed].map(({ name }) => name));
  for (const one of old) {
    if (isMethods(one) && types.isType(one.symbol))
      pairs.setRules(types.checker.getDeclaredTypeOfSymbol(one.symbol), { ignored });
  }
}
