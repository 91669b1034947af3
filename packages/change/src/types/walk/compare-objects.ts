import type ts from "typescript";
import { isUnion } from "./compare-plain.js";
import { compareStructure } from "./compare-structure.js";
import { matchObjects } from "./match-objects.js";
import type { Pair } from "./pair.js";
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
  else reportFurther(types, pair, newAlone);
}

function reportRefused(types: Types, pair: Pair, alone: readonly ts.Type[]): void {
  const refused = alone.filter((type) => !types.fits(type, pair.new.type));
  if (refused.length === 0) return;
  report(pair, "input-narrowed", "breaking", `no longer takes ${listTypes(types, refused, "or")}`);
}

function reportFurther(types: Types, pair: Pair, alone: readonly ts.Type[]): void {
  const further = alone.filter((type) => !types.fits(type, pair.old.type));
  if (further.length === 0) return;
  const words = `may be ${listTypes(types, further, "or")} now`;
  if (isUnion(types, pair)) report(pair, "result-branch-added", "warning", words);
  else report(pair, "result-widened", "breaking", words);
}

function shapeOf(type: ts.Type): { readonly type: ts.Type; readonly withoutUndefined: false } {
  return { type, withoutUndefined: false };
}
