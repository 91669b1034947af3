import type ts from "typescript";
import { readAnswers } from "./answers.js";
import { compareProperties } from "./compare-properties.js";
import { compareSignatures } from "./compare-signatures.js";
import { type Pair, shapeOf } from "./pair.js";
import type { Pairs, PropertyRules } from "./pairs.js";
import { report } from "./report.js";
import { stepTo } from "./subject.js";
import { listTypes } from "./type-words.js";
import type { Types } from "./types.js";

/** Compares two objects member by member, which finds what assignability does not: an optional property that is gone. */
export function compareStructure(types: Types, pairs: Pairs, pair: Pair, old: ts.Type, next: ts.Type): void {
  const [parts, others] = [types.partsOf(old), types.partsOf(next)];
  if (parts !== undefined || others !== undefined) compareParts(types, pairs, pair, parts ?? [old], others ?? [next]);
  else if (types.isArray(old) && types.isArray(next)) compareArrays(types, pairs, pair, old, next);
  else if (types.isLibraryType(old) && old.symbol === next.symbol) compareArguments(types, pairs, pair, old, next);
  else if (types.formOf(old) !== types.formOf(next)) compareWhole(types, pair, old, next);
  else {
    compareProperties(types, pairs, pair, old, next, rulesFor(types, pairs, old, next));
    compareIndexes(types, pairs, pair, old, next);
    if (!isOwnWork(types, pair, old)) compareSignatures(types, pairs, pair, old, next);
  }
}

/** Whether a function is one of those by which the runtime does its work: users only come by it, and have no name for what it is. */
function isOwnWork(types: Types, { direction }: Pair, type: ts.Type): boolean {
  return direction === "read" && types.declaredNameOf(type) !== undefined && types.nameOf(type) === undefined;
}

/** Compares intersections of arrays and the like part by part. */
function compareParts(types: Types, pairs: Pairs, pair: Pair, old: readonly ts.Type[], next: readonly ts.Type[]): void {
  const forms = (parts: readonly ts.Type[]): string => parts.map((part) => types.formOf(part)).join(" ");
  if (forms(old) !== forms(next)) {
    compareWhole(types, pair, pair.old.type, pair.new.type);
    return;
  }
  old.forEach((part, index) => {
    const other = next[index];
    if (other !== undefined) meet(pairs, pair, part, other, undefined);
  });
}

/** The media type of an answer is compared with the others of its status. */
function rulesFor(types: Types, pairs: Pairs, old: ts.Type, next: ts.Type): PropertyRules {
  const areAnswers = readAnswers(types, [old]) !== undefined && readAnswers(types, [next]) !== undefined;
  return areAnswers ? { ignored: new Set(["contentType"]) } : pairs.rulesOf(old);
}

function compareArrays(types: Types, pairs: Pairs, pair: Pair, old: ts.Type, next: ts.Type): void {
  const [before, after] = [types.argumentsOf(old), types.argumentsOf(next)];
  const isTuple = types.checker.isTupleType(old);
  if (types.checker.isTupleType(next) !== isTuple || before.length !== after.length) {
    compareWhole(types, pair, old, next);
    return;
  }
  compareMutability(types, pair, old, next);
  before.forEach((one, index) => {
    const other = after[index];
    if (other !== undefined) meet(pairs, pair, one, other, isTuple ? String(index) : "[]");
  });
}

function compareMutability(types: Types, pair: Pair, old: ts.Type, next: ts.Type): void {
  const [source, target] = order(pair, old, next);
  if (!types.isReadonlyArray(source) || types.isReadonlyArray(target)) return;
  if (pair.direction === "given") report(pair, "input-narrowed", "breaking", "no longer takes a readonly array");
  else report(pair, "result-widened", "breaking", "is a readonly array now");
}

function compareArguments(types: Types, pairs: Pairs, pair: Pair, old: ts.Type, next: ts.Type): void {
  const after = types.argumentsOf(next);
  types.argumentsOf(old).forEach((one, index) => {
    const other = after[index];
    if (other !== undefined) meet(pairs, pair, one, other, old.symbol.name === "Promise" ? undefined : "[]");
  });
}

function meet(pairs: Pairs, pair: Pair, old: ts.Type, next: ts.Type, step: string | undefined): void {
  const subject = step === undefined ? pair.subject : stepTo(pair.subject, step);
  pairs.meet(shapeOf(old), shapeOf(next), pair.direction, subject, pair);
}

/** Things without a member in common: the compiler says whether one is as good as the other. */
function compareWhole(types: Types, pair: Pair, old: ts.Type, next: ts.Type): void {
  if (types.fits(...order(pair, old, next))) return;
  const [before, after] = [listTypes(types, [old], "or"), listTypes(types, [next], "or")];
  if (pair.direction === "given") report(pair, "input-narrowed", "breaking", `no longer takes ${before}, but ${after}`);
  else report(pair, "result-widened", "breaking", before === after ? "has another type now" : `is ${after} now`);
}

/** What has to fit, and where. */
function order({ direction }: Pair, old: ts.Type, next: ts.Type): [source: ts.Type, target: ts.Type] {
  return direction === "given" ? [old, next] : [next, old];
}

/** Properties under any name. */
function compareIndexes(types: Types, pairs: Pairs, pair: Pair, old: ts.Type, next: ts.Type): void {
  for (const { keyType, type } of types.checker.getIndexInfosOfType(old)) {
    const other = types.checker.getIndexInfosOfType(next).find((one) => one.keyType === keyType);
    if (other !== undefined) meet(pairs, pair, type, other.type, "*");
    else if (pair.direction === "given") report(pair, "input-narrowed", "breaking", "takes no further properties now");
    else report(pair, "result-removed", "breaking", "has no further properties now");
  }
}
