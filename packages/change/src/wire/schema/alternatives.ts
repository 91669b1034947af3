import type { Branch } from "../../sets/branch.js";
import { besides, isLed } from "../../sets/discriminator.js";
import { propertiesOf } from "../../sets/objects.js";
import type { Shapes } from "../../sets/shapes.js";
import { every, type Verdict } from "../../sets/verdict.js";
import { code } from "../words.js";
import { compareBranches } from "./branches.js";
import { nameOf } from "./labels.js";
import { isPlain, matchBranches } from "./match-branches.js";
import { type BranchPair, type Detail, detailOf, type Pair, type Places, stated } from "./pair.js";

/** Compares the branches that two schemas have for one type: alternatives, where there are several. */
export function compareAlternatives(pair: Pair, old: readonly Branch[], next: readonly Branch[]): void {
  const matches = matchBranches(pair.inclusion, old, next);
  const { pairs, removed, added } = matches;
  const isSingle = old.length === 1 && next.length === 1;
  for (const branches of pairs) {
    const own = { old: without(branches.old, removed), new: without(branches.new, added) };
    compareBranches(isSingle ? pair : pairFor(pair, branches, old, next), own);
  }
  if (removed.length + added.length === 0) return;
  if (isPlain(old) !== isPlain(next) && removed.length > 0 && added.length > 0) {
    compareWhole(pair, old, next);
    return;
  }
  for (const branch of removed) reportRemoved(pair, branch, old, next);
  for (const branch of added) reportAdded(pair, branch, old, next);
}

/** A branch without the members of its `oneOf` that are told of for themselves. */
function without(branch: Branch, told: readonly Branch[]): Branch {
  const places = new Set(told.map(({ chosen }) => chosen.at(-1)?.pointer));
  return { ...branch, excluded: branch.excluded.filter(({ pointer }) => !places.has(pointer)) };
}

/** Another alternative may allow what the one that corresponds refuses, unless a discriminator leads to this one alone. */
function pairFor(pair: Pair, branches: BranchPair, old: readonly Branch[], next: readonly Branch[]): Pair {
  const { direction, inclusion } = pair;
  const forth = (): Verdict => inclusion.branchHolds(branches.old, besides(branches.new, next));
  const back = (): Verdict => inclusion.reverse.branchHolds(branches.new, besides(branches.old, old));
  const { answer } = direction === "request" ? forth() : back();
  const capped = pair.capped(answer === "yes" ? "safe" : answer === "unknown" ? "unknown" : undefined);
  if (!isLed(branches.old) || !isLed(branches.new)) return capped;
  return capped.judgedBy({ forth: forth().answer === "yes", back: back().answer === "yes" });
}

/** Where alternatives take the place of a schema without any, only the whole can be compared. */
function compareWhole(pair: Pair, old: readonly Branch[], next: readonly Branch[]): void {
  const forth = every(old, (branch) => pair.inclusion.branchHolds(branch, next));
  const back = every(next, (branch) => pair.inclusion.reverse.branchHolds(branch, old));
  if (forth.answer === "yes" && back.answer === "yes") return;
  const places = { old: old[0]?.parts[0]?.pointer, new: next[0]?.parts[0]?.pointer };
  const { subject } = pair;
  if (forth.answer === "yes")
    pair.report(
      "schema-widened",
      places,
      `${subject} allows more values now`,
      detailOf(back, pair.direction === "response"),
    );
  else if (back.answer === "yes")
    pair.report(
      "schema-narrowed",
      places,
      `${subject} allows fewer values now`,
      detailOf(forth, pair.direction === "request"),
    );
  else {
    const isSure = forth.answer === "no" && back.answer === "no";
    pair.report("schema-changed", places, `${subject} allows other values now`, isSure ? { class: "breaking" } : {});
  }
}

function reportRemoved(pair: Pair, branch: Branch, old: readonly Branch[], next: readonly Branch[]): void {
  const lost = pair.inclusion.branchHolds(branch, next);
  const isCovered = lost.answer === "yes" && isDeclared([pair.old, branch], [pair.new, next]);
  const shared = overlap(pair.selfOld, branch, old);
  const places: Places = { old: placeOf(branch), new: next[0]?.parts[0]?.pointer };
  if (lost.answer === "yes" && isOfOwnFormat(branch, next)) {
    reportFormat(pair, places, branch, "no longer be", shared === undefined ? "request" : pair.direction);
    return;
  }
  const matters = pair.direction === "response" ? shared !== undefined : isCovered;
  if (matters && shared !== undefined) {
    const words = `${pair.subject} is no longer refused where ${nameOf(branch)} and another alternative would fit`;
    pair.report("overlap-removed", places, words, pair.direction === "response" ? shared : {});
  } else if (!isCovered) {
    pair.report(
      "branch-removed",
      places,
      `${pair.subject} may no longer be ${nameOf(branch)}`,
      detailOf(lost, pair.direction === "request"),
    );
  }
}

function reportAdded(pair: Pair, branch: Branch, old: readonly Branch[], next: readonly Branch[]): void {
  const gained = pair.inclusion.reverse.branchHolds(branch, old);
  const shared = overlap(pair.selfNew, branch, next);
  const places: Places = { old: old[0]?.parts[0]?.pointer, new: placeOf(branch) };
  if (gained.answer === "yes" && isOfOwnFormat(branch, old)) {
    reportFormat(pair, places, branch, "also be", shared === undefined ? "response" : pair.direction);
    return;
  }
  const isCovered = gained.answer === "yes" && isDeclared([pair.new, branch], [pair.old, old]);
  const matters = pair.direction === "request" || isCovered;
  if (matters && shared !== undefined) {
    const words = `${pair.subject} may be ${nameOf(branch)} now, and what fits another alternative as well is refused`;
    pair.report("branch-overlaps", places, words, pair.direction === "request" ? shared : {});
  } else if (!isCovered) {
    pair.report("branch-added", places, `${pair.subject} may be ${nameOf(branch)} now`);
  }
}

/** A format refuses no string, so that sets of values do not tell one from another: by convention another one is a warning. */
function reportFormat(pair: Pair, places: Places, branch: Branch, words: string, warned: Pair["direction"]): void {
  const more = pair.direction === warned ? {} : { class: "safe" as const };
  const format = code(String(stated(branch, "format")));
  pair.report("format-changed", places, `${pair.subject} may ${words} of the format ${format}`, more);
}

/** Whether a format is all that tells a branch from others. */
function isOfOwnFormat(branch: Branch, others: readonly Branch[]): boolean {
  const format = stated(branch, "format");
  if (branch.type !== "string" || branch.values !== undefined || format === undefined) return false;
  const formats = others.map((other) => stated(other, "format"));
  return formats.length > 0 && !formats.includes(undefined) && !formats.includes(format);
}

/** Whether values of other members of the same `oneOf` are values of a branch, too. */
function overlap(self: Pair["selfOld"], branch: Branch, siblings: readonly Branch[]): Detail | undefined {
  const node = branch.chosen.at(-1);
  if (node === undefined) return undefined;
  const others = siblings.filter(
    (other) => other !== branch && other.excluded.some(({ pointer }) => pointer === node.pointer),
  );
  const verdict = every(others, (other) => self.isOutside({ ...other, excluded: [] }, node));
  return verdict.answer === "yes" ? undefined : detailOf(verdict, true);
}

/** Whether a branch is one of the other edition too, by all that it declares: none that values of a discriminator of its own lead to is. */
function isDeclared(
  [own, branch]: readonly [Shapes, Branch],
  [around, others]: readonly [Shapes, readonly Branch[]],
): boolean {
  if (isLed(branch)) return false;
  if (branch.type !== "object") return true;
  const { declared } = propertiesOf(own, branch);
  return others.some((other) => {
    const names = propertiesOf(around, other).declared;
    return [...declared].every((name) => names.has(name));
  });
}

function placeOf({ chosen, parts }: Branch): string | undefined {
  return chosen.at(-1)?.pointer ?? parts[0]?.pointer;
}
