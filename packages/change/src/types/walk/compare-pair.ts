import type ts from "typescript";
import { readAnswers } from "./answers.js";
import { compareObjects } from "./compare-objects.js";
import { comparePlain } from "./compare-plain.js";
import { compareResults } from "./compare-results.js";
import type { Pair } from "./pair.js";
import type { Pairs } from "./pairs.js";
import type { Types } from "./types.js";

/** Compares two types that meet. What is below them is compared in its turn: however types lead back to themselves, there is an end. */
export function comparePair(types: Types, pairs: Pairs, pair: Pair): void {
  const [old, next] = [types.membersOf(pair.old), types.membersOf(pair.new)];
  const [answers, others] = pair.direction === "read" ? [readAnswers(types, old), readAnswers(types, next)] : [];
  if (answers !== undefined && others !== undefined && answers.length + others.length > 2) {
    compareResults(types, pairs, pair, answers, others);
    return;
  }
  const isObject = (type: ts.Type): boolean => types.isObject(type);
  const isPlain = (type: ts.Type): boolean => !types.isObject(type);
  comparePlain(types, pair, old.filter(isPlain), next.filter(isPlain));
  compareObjects(types, pairs, pair, old.filter(isObject), next.filter(isObject));
}
