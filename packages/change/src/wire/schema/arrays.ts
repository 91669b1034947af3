import { itemsOf } from "../../sets/arrays.js";
import type { Branch } from "../../sets/branch.js";
import { includesArrays } from "../../sets/include-arrays.js";
import { compareCount } from "./limits.js";
import { type BranchPair, type Pair, placesOf } from "./pair.js";

export function compareArrays(pair: Pair, branches: BranchPair): void {
  compareCount(pair, branches, "minItems");
  compareCount(pair, branches, "maxItems");
  const [old, next] = [itemsOf(branches.old), itemsOf(branches.new)];
  compareUnique(pair, branches);
  const places = Math.max(old.prefixLength, next.prefixLength);
  const most = Math.max(
    old.bounds.maxItems ?? Number.POSITIVE_INFINITY,
    next.bounds.maxItems ?? Number.POSITIVE_INFINITY,
  );
  for (let index = 0; index <= places && index < most; index++) pair.below(old.of(index), next.of(index));
  if (old.contains.length > 0 || next.contains.length > 0) compareContains(pair, branches);
}

function compareUnique(pair: Pair, branches: BranchPair): void {
  const [old, next] = [isUnique(branches.old), isUnique(branches.new)];
  if (old === next) return;
  const words = next
    ? `the items of ${pair.subject} have to differ now`
    : `the items of ${pair.subject} may be equal now`;
  pair.report(next ? "unique-items-set" : "unique-items-unset", placesOf(branches, "uniqueItems"), words);
}

function isUnique(branch: Branch): boolean {
  return itemsOf(branch).bounds.uniqueItems;
}

/** All else being equal, `contains` makes the difference. */
function compareContains(pair: Pair, { old, new: next }: BranchPair): void {
  const [forth, back] = [
    includesArrays(pair.inclusion, old, onlyContains(next)).answer,
    includesArrays(pair.inclusion.reverse, next, onlyContains(old)).answer,
  ];
  if (forth === "yes" && back === "yes") return;
  const places = placesOf({ old, new: next }, "contains");
  const rule = forth === "yes" ? "contains-widened" : back === "yes" ? "contains-narrowed" : "contains-changed";
  const isSure = forth !== "unknown" && back !== "unknown";
  pair.report(
    rule,
    places,
    `${pair.subject} has to contain other items now`,
    isSure && rule === "contains-changed" ? { class: "breaking" } : {},
  );
}

function onlyContains(branch: Branch): Branch {
  const wanted = ["contains", "minContains", "maxContains"];
  const parts = branch.parts.map(({ pointer, keywords }) => ({
    pointer,
    keywords: Object.fromEntries(Object.entries(keywords).filter(([keyword]) => wanted.includes(keyword))),
  }));
  return { ...branch, parts };
}
