import type { Branch } from "../../sets/branch.js";
import { holdsCondition } from "../../sets/include-conditions.js";
import type { Inclusions } from "../../sets/inclusions.js";
import { every, together, type Verdict } from "../../sets/verdict.js";
import { compareArrays } from "./arrays.js";
import { compareLists } from "./lists.js";
import { compareObjects } from "./objects.js";
import { type BranchPair, detailOf, type Pair, type Places, placesOf } from "./pair.js";
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

/** What a branch says beside its own type: what it excludes, and what depends on the value. */
function compareConditions(pair: Pair, branches: BranchPair): void {
  const { old, new: next } = branches;
  if (![old, next].some(({ excluded, conditions }) => excluded.length + conditions.length > 0)) return;
  const forth = conditionsHold(pair.inclusion, old, next);
  const back = conditionsHold(pair.inclusion.reverse, next, old);
  if (forth.answer === "yes" && back.answer === "yes") return;
  const overlaps = isOverlap(next) || isOverlap(old);
  const places = overlaps ? listPlaces(branches) : placesOf(branches, "not");
  if (forth.answer === "yes") reportWidened(pair, places, overlaps, back);
  else if (back.answer === "yes") reportNarrowed(pair, places, overlaps, forth);
  else {
    const isUnsure = forth.answer === "unknown" || back.answer === "unknown";
    pair.report(
      "condition-changed",
      places,
      `what ${pair.subject} excludes is another thing now`,
      isUnsure ? {} : { class: "breaking" },
    );
  }
}

function reportWidened(pair: Pair, places: Places, overlaps: boolean, verdict: Verdict): void {
  const words = overlaps ? "may fit several alternatives now" : "excludes less now";
  const detail = detailOf(verdict, pair.direction === "response");
  pair.report(overlaps ? "overlap-removed" : "condition-widened", places, `${pair.subject} ${words}`, detail);
}

function reportNarrowed(pair: Pair, places: Places, overlaps: boolean, verdict: Verdict): void {
  const words = overlaps ? "may fit one alternative only now" : "excludes more now";
  const detail = detailOf(verdict, pair.direction === "request");
  pair.report(overlaps ? "branch-overlaps" : "condition-narrowed", places, `${pair.subject} ${words}`, detail);
}

const member = /\/oneOf\/\d+$/;

/** Whether it is other members of a `oneOf` that exclude values. */
function isOverlap({ excluded }: Branch): boolean {
  return excluded.length > 0 && excluded.every(({ pointer }) => member.test(pointer));
}

/** The list of alternatives: that its members overlap is one change of it. */
function listPlaces({ old, new: next }: BranchPair): Places {
  const list = ({ chosen, parts }: Branch): string | undefined =>
    chosen.at(-1)?.pointer.replace(/\/\d+$/, "") ?? parts[0]?.pointer;
  return { old: list(old), new: list(next) };
}

/** Whether what one branch allows is all that another one demands beside its own type. */
function conditionsHold(inclusion: Inclusions, inner: Branch, outer: Branch): Verdict {
  return every(inclusion.inner.cases(inner), (branch) => {
    const excluded = every(outer.excluded, (node) => inclusion.isOutside(branch, node));
    const conditions = every(outer.conditions, (condition) => holdsCondition(inclusion, branch, condition));
    return together(excluded, conditions);
  });
}
