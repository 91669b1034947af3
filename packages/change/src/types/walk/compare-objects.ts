import type ts from "typescript";
import { isUnion } from "./compare-plain.js";
import { compareStructure } from "./compare-structure.js";
import { matchObjects } from "./match-objects.js";
import { type Pair, shapeOf } from "./pair.js";
import type { Pairs } from "./pairs.js";
import { report } from "./report.js";
import { listTypes } from "./type-words.js";
import type { Types } from "./types.js";

/** Compares what has properties: each object of one edition with the one that has its place in the other. */
export function compareObjects(
  types: Types,
  pairs: Pairs,
  pair: Pair,
  old: readonly ts.Type[],
  next: readonly ts.Type[],
): void {
  const { matched, oldAlone, newAlone } = matchObjects(types, pair.direction, old, next);
  for (const [one, other] of matched) {
    if (one === pair.old.type && other === pair.new.type) compareStructure(types, pairs, pair, one, other);
    else pairs.meet(shapeOf(one), shapeOf(other), pair.direction, pair.subject, pair);
  }
  if (pair.direction === "given") reportRefused(types, pair, oldAlone);
  else reportFurther(types, pair, oldAlone, newAlone);
}

function reportRefused(types: Types, pair: Pair, alone: readonly ts.Type[]): void {
  const refused = alone.filter((type) => !types.fits(type, pair.new.type));
  if (refused.length === 0) return;
  report(pair, "input-narrowed", "breaking", `no longer takes ${listTypes(types, refused, "or")}`);
}

/** One more beside all the old ones, or one of another name, is a further branch; one in the place of others has changed. */
function reportFurther(types: Types, pair: Pair, oldAlone: readonly ts.Type[], newAlone: readonly ts.Type[]): void {
  const further = newAlone.filter((type) => !types.fits(type, pair.old.type));
  const { root } = pair.subject;
  const isNew = (type: ts.Type): boolean =>
    types.declaredNameOf(type) !== undefined && (root.kind !== "named" || root.newName !== types.nameOf(type));
  const branches = isUnion(types, pair) ? further.filter((type) => oldAlone.length === 0 || isNew(type)) : [];
  const changed = further.filter((type) => !branches.includes(type));
  if (branches.length > 0)
    report(pair, "result-branch-added", "warning", `may be ${listTypes(types, branches, "or")} now`);
  if (changed.length > 0) report(pair, "result-widened", "breaking", `may be ${listTypes(types, changed, "or")} now`);
}
