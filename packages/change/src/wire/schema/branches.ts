import type { Branch } from "../../sets/branch.js";
import { holdsCondition } from "../../sets/include-conditions.js";
import type { Inclusion } from "../../sets/inclusion.js";
import { every, type Verdict } from "../../sets/verdict.js";
import { compareArrays } from "./arrays.js";
import { compareLists } from "./lists.js";
import { compareObjects } from "./objects.js";
import { type BranchPair, type Pair, placesOf } from "./pair.js";
import { compareFormats, compareNumbers, compareTexts } from "./scalars.js";

/** Compares two branches of one type. */
export function compareBranches(pair: Pair, branches: BranchPair): void {
  if (!compareLists(pair, branches)) compareOwn(pair, branches);
  compareConditions(pair, branches);
}

function compareOwn(pair: Pair, branches: BranchPair): void {
  switch (branches.old.type) {
    case "number":
      compareNumbers(pair, branches);
      compareFormats(pair, branches);
      break;
    case "string":
      compareTexts(pair, branches);
      compareFormats(pair, branches);
      break;
    case "array":
      compareArrays(pair, branches);
      break;
    case "object":
      compareObjects(pair, branches);
      break;
  }
}

function compareConditions(pair: Pair, branches: BranchPair): void {
  const { old, new: next } = branches;
  if (old.excluded.length + old.conditions.length + next.excluded.length + next.conditions.length === 0) return;
  const forth = conditionsHold(pair.inclusion, old, next);
  const back = conditionsHold(pair.inclusion.reverse, next, old);
  if (forth.answer === "yes" && back.answer === "yes") return;
  if (forth.answer === "yes") reportOne(pair, branches, "condition-widened", back);
  else if (back.answer === "yes")
    reportOne(pair, branches, isOverlap(next) ? "branch-overlaps" : "condition-narrowed", forth);
  else reportBoth(pair, branches, forth.answer === "unknown" || back.answer === "unknown");
}

function reportBoth(pair: Pair, branches: BranchPair, isUnsure: boolean): void {
  const words = `what ${pair.subject} excludes is another thing now`;
  pair.report("condition-changed", placesOf(branches, "not"), words, isUnsure ? {} : { class: "breaking" });
}

function reportOne(
  pair: Pair,
  branches: BranchPair,
  rule: "condition-widened" | "condition-narrowed" | "branch-overlaps",
  verdict: Verdict,
): void {
  const words = rule === "condition-widened" ? "excludes less" : "excludes more";
  const example = "example" in verdict && verdict.example !== undefined ? { example: verdict.example } : {};
  const isDoubtful = verdict.answer === "unknown" && (rule === "condition-widened") === (pair.direction === "response");
  pair.report(rule, placesOf(branches, "not"), `${pair.subject} ${words} now`, {
    ...example,
    ...(isDoubtful && { class: "unknown" }),
  });
}

/** Whether it is other members of a `oneOf` that exclude values. */
function isOverlap({ excluded }: Branch): boolean {
  return excluded.some(({ pointer }) => /\/oneOf\/\d+$/.test(pointer));
}

function conditionsHold(inclusion: Inclusion, inner: Branch, outer: Branch): Verdict {
  const excluded = every(outer.excluded, (node) => inclusion.isOutside(inner, node));
  const conditions = every(outer.conditions, (condition) => holdsCondition(inclusion, inner, condition));
  return every([excluded, conditions], (verdict) => verdict);
}
