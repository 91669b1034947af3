import { child, type SchemaUse } from "@facsimile/document";
import { boundsOf } from "../../sets/bounds.js";
import { areMultiplesOf, numberRangeOf } from "../../sets/numbers.js";
import { matchesAll } from "../../sets/patterns.js";
import { sameValue } from "../../sets/same-value.js";
import { code, inWords } from "../words.js";
import { compareCount, compareLimit } from "./limits.js";
import { type BranchPair, type Pair, placesOf, stated } from "./pair.js";

export function compareNumbers(pair: Pair, branches: BranchPair): void {
  const [old, next] = [numberRangeOf(branches.old), numberRangeOf(branches.new)];
  if (old.isInteger && !next.isInteger)
    pair.report("type-widened", placesOf(branches, "type"), `${pair.subject} may have a fraction now`);
  if (!old.isInteger && next.isInteger)
    pair.report("type-narrowed", placesOf(branches, "type"), `${pair.subject} is a whole number now`);
  const lower = placesOf(branches, old.lower?.isExclusive === true ? "exclusiveMinimum" : "minimum");
  const upper = placesOf(branches, old.upper?.isExclusive === true ? "exclusiveMaximum" : "maximum");
  // A limit that means the same among whole numbers is no change of its own.
  const isMixed = old.isInteger !== next.isInteger;
  compareLimit(
    pair,
    "minimum",
    "the lower limit",
    lower,
    isMixed ? ownLimits(branches, "old", "lower") : old.lower,
    isMixed ? ownLimits(branches, "new", "lower") : next.lower,
  );
  compareLimit(
    pair,
    "maximum",
    "the upper limit",
    upper,
    isMixed ? ownLimits(branches, "old", "upper") : old.upper,
    isMixed ? ownLimits(branches, "new", "upper") : next.upper,
  );
  compareSteps(pair, branches);
}

function ownLimits(
  branches: BranchPair,
  side: "old" | "new",
  end: "lower" | "upper",
): ReturnType<typeof numberRangeOf>["lower"] {
  const bounds = boundsOf(branches[side].parts);
  const exclusive = end === "lower" ? bounds.exclusiveMinimum : bounds.exclusiveMaximum;
  const inclusive = end === "lower" ? bounds.minimum : bounds.maximum;
  if (exclusive !== undefined) return { value: exclusive, isExclusive: true };
  return inclusive === undefined ? undefined : { value: inclusive, isExclusive: false };
}

function compareSteps(pair: Pair, branches: BranchPair): void {
  const [old, next] = [numberRangeOf(branches.old), numberRangeOf(branches.new)];
  if (old.multipleOf === next.multipleOf) return;
  const places = placesOf(branches, "multipleOf");
  const [forth, back] = [areMultiplesOf(old, next.multipleOf), areMultiplesOf(next, old.multipleOf)];
  if (forth && back) return;
  const words = `the step of ${pair.subject} is ${next.multipleOf ?? "none"} now, it was ${old.multipleOf ?? "none"}`;
  pair.report(forth ? "multiple-of-widened" : back ? "multiple-of-narrowed" : "multiple-of-changed", places, words);
}

export function compareTexts(pair: Pair, branches: BranchPair): void {
  compareCount(pair, branches, "minLength");
  compareCount(pair, branches, "maxLength");
  comparePatterns(pair, branches);
  compareContent(pair, branches);
}

function comparePatterns(pair: Pair, branches: BranchPair): void {
  const old = boundsOf(branches.old.parts).patterns.filter((pattern) => !matchesAll(pattern));
  const next = boundsOf(branches.new.parts).patterns.filter((pattern) => !matchesAll(pattern));
  const added = next.filter((pattern) => !old.includes(pattern));
  const removed = old.filter((pattern) => !next.includes(pattern));
  const places = placesOf(branches, "pattern");
  const { subject } = pair;
  if (added.length > 0 && removed.length > 0)
    pair.report(
      "pattern-changed",
      places,
      `the pattern of ${subject} is ${added.map(code).join(", ")} now, it was ${removed.map(code).join(", ")}`,
    );
  else if (added.length > 0)
    pair.report("pattern-added", places, `${subject} has to match ${added.map(code).join(", ")} now`);
  else if (removed.length > 0)
    pair.report("pattern-removed", places, `${subject} need not match ${removed.map(code).join(", ")} any more`);
}

function compareContent(pair: Pair, branches: BranchPair): void {
  for (const keyword of ["contentEncoding", "contentMediaType", "contentSchema"]) {
    const [old, next] = [stated(branches.old, keyword), stated(branches.new, keyword)];
    // Written the same, it may refer to what is not.
    if (keyword === "contentSchema" && sameValue(old, next)) pair.below(nodesOf(branches.old), nodesOf(branches.new));
    if (sameValue(old, next) || isSpelledOtherwise(branches)) continue;
    const edit = old === undefined ? "added" : next === undefined ? "removed" : "changed";
    const words = `${code(keyword)} of ${pair.subject} is ${inWords(next)} now, it was ${inWords(old)}`;
    pair.report(`content-${edit}`, placesOf(branches, keyword), words);
  }
}

function nodesOf({ parts }: BranchPair["old"]): SchemaUse {
  return parts.flatMap(({ keywords: { contentSchema: value }, pointer }) =>
    value === undefined ? [] : [{ value, pointer: child(pointer, "contentSchema") }],
  );
}

/** `format` of OpenAPI 3.0, which 3.1 writes as `contentEncoding` or `contentMediaType` (OpenAPI 3.1.1, 4.8.24, "Migrating binary descriptions"). */
function isSpelledOtherwise({ old, new: next }: BranchPair): boolean {
  return binaryOf(old) !== undefined && binaryOf(old) === binaryOf(next);
}

function binaryOf(branch: BranchPair["old"]): string | undefined {
  const format = stated(branch, "format");
  if (stated(branch, "contentEncoding") === "base64" || format === "byte") return "base64";
  return stated(branch, "contentMediaType") === "application/octet-stream" || format === "binary" ? "bytes" : undefined;
}

export function compareFormats(pair: Pair, branches: BranchPair): void {
  const [old, next] = [boundsOf(branches.old.parts).format, boundsOf(branches.new.parts).format];
  if (old === next || isSpelledOtherwise(branches)) return;
  const places = placesOf(branches, "format");
  const { subject } = pair;
  if (old === undefined)
    pair.report("format-added", places, `the format of ${subject} is ${code(next ?? "")} now, there was none`);
  else if (next === undefined)
    pair.report("format-removed", places, `the format of ${subject} was ${code(old)}, there is none now`);
  else pair.report("format-changed", places, `the format of ${subject} is ${code(next)} now, it was ${code(old)}`);
}
