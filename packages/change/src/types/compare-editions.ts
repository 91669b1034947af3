import { compareOperation } from "./compare-operations.js";
import { compareValues } from "./compare-values.js";
import type { Found } from "./found.js";
import { compareEntries } from "./names/compare-entries.js";
import { compareNames } from "./names/compare-names.js";
import { namesWith } from "./names/covered-names.js";
import { type Export, isFromModule, isOfOperations, readExports } from "./names/exports.js";
import { matchOperations, type OperationMatches } from "./names/match-operations.js";
import { readOperations } from "./names/operations.js";
import type { TypeProgram } from "./program/type-program.js";
import { comparePair } from "./walk/compare-pair.js";
import { foundDifferences } from "./walk/found-differences.js";
import { type Shape, shapeOf } from "./walk/pair.js";
import { Pairs } from "./walk/pairs.js";
import { Types } from "./walk/types.js";

/** Everything that users of the old edition see of the new one, what breaks first. */
export function compareEditions(program: TypeProgram): readonly Found[] {
  const types = new Types(program);
  const pairs = new Pairs(types);
  const [old, next] = [readExports(program, program.old), readExports(program, program.new)];
  const [before, after] = [readOperations(program, old), readOperations(program, next)];
  const operations = matchOperations(before, after);
  for (const [one, other] of operations.kept) compareOperation(types, pairs, one, other);
  drain(types, pairs);
  compareValues(types, pairs, { old, new: next, operations });
  drain(types, pairs);
  compareUnmet(types, pairs, old, next);
  drain(types, pairs);
  const found = [
    ...compareNames({ old, new: next, operations, ...coveredNames(types, operations), renamed: pairs.renamed }),
    ...compareEntries(program.old, program.new, old, next),
    ...foundDifferences(
      pairs.all,
      before.map(({ request }) => request),
    ),
  ];
  return (["breaking", "warning", "safe"] as const).flatMap((one) => found.filter((each) => each.class === one));
}

function drain(types: Types, pairs: Pairs): void {
  for (const pair of pairs.pending()) comparePair(types, pairs, pair);
}

/** Types that nothing leads to: they are read. */
function compareUnmet(types: Types, pairs: Pairs, old: readonly Export[], next: readonly Export[]): void {
  const byName = new Map(next.map((one) => [one.name, one]));
  for (const one of old) {
    const other = byName.get(one.name);
    const isUnmet =
      types.isType(one.symbol) &&
      !pairs.named.has(one.name) &&
      !isOfOperations(one) &&
      !isFromModule(one, "raw") &&
      !isFromModule(one, "headers");
    if (other === undefined || !types.isType(other.symbol) || !isUnmet) continue;
    const [before, after] = [declaredShape(types, one), declaredShape(types, other)];
    const root = { kind: "named", name: one.name, newName: one.name } as const;
    const declarations = { old: one.declaration, new: other.declaration };
    pairs.meet(before, after, "read", { root, path: [], declarations });
  }
}

function declaredShape(types: Types, { symbol }: Export): Shape {
  return shapeOf(types.checker.getDeclaredTypeOfSymbol(symbol));
}

function coveredNames(
  types: Types,
  { kept, removed, added }: OperationMatches,
): { readonly oldCovered: ReadonlySet<string>; readonly newCovered: ReadonlySet<string> } {
  const renamed = kept.filter(([one, other]) => one.name !== other.name);
  return {
    oldCovered: namesWith(types, [...removed, ...renamed.map(([one]) => one)]),
    newCovered: namesWith(types, [...added, ...renamed.map(([, one]) => one)]),
  };
}
