import { componentOf, isObject, type Json } from "@facsimile/document";
import type { Branch } from "../../sets/branch.js";
import type { Inclusion } from "../../sets/inclusion.js";
import { code } from "../words.js";
import { compareBranches } from "./branches.js";
import type { BranchPair, Cap, Pair } from "./pair.js";

/** Compares the branches that two schemas have for one type: alternatives, where there are several. */
export function compareAlternatives(pair: Pair, old: readonly Branch[], next: readonly Branch[]): void {
  const { pairs, removed, added } = matchBranches(pair.inclusion, old, next);
  const isPlain = old.length === 1 && next.length === 1;
  for (const branches of pairs)
    compareBranches(isPlain ? pair : pair.capped(capOf(pair, branches, old, next)), branches);
  for (const branch of removed) reportRemoved(pair, branch, next);
  for (const branch of added) reportAdded(pair, branch, old);
}

/** Another alternative may allow what the one that corresponds refuses. */
function capOf(
  { direction, inclusion }: Pair,
  branches: BranchPair,
  old: readonly Branch[],
  next: readonly Branch[],
): Cap {
  const { answer } =
    direction === "request"
      ? inclusion.branchHolds(branches.old, next)
      : inclusion.reverse.branchHolds(branches.new, old);
  return answer === "yes" ? "safe" : answer === "unknown" ? "unknown" : undefined;
}

function reportRemoved(pair: Pair, branch: Branch, next: readonly Branch[]): void {
  const verdict = pair.inclusion.branchHolds(branch, next);
  if (verdict.answer === "yes") return;
  const example = "example" in verdict && verdict.example !== undefined ? { example: verdict.example } : {};
  const isDoubtful = verdict.answer === "unknown" && pair.direction === "request";
  const places = { old: placeOfBranch(branch), new: next[0]?.parts[0]?.pointer };
  pair.report("branch-removed", places, `${pair.subject} may no longer be ${nameOf(branch)}`, {
    ...example,
    ...(isDoubtful && { class: "unknown" }),
  });
}

function reportAdded(pair: Pair, branch: Branch, old: readonly Branch[]): void {
  if (pair.inclusion.reverse.branchHolds(branch, old).answer === "yes") return;
  const places = { old: old[0]?.parts[0]?.pointer, new: placeOfBranch(branch) };
  pair.report("branch-added", places, `${pair.subject} may be ${nameOf(branch)} now`);
}

function placeOfBranch({ chosen, parts }: Branch): string | undefined {
  return chosen.at(-1)?.pointer ?? parts[0]?.pointer;
}

interface Matches {
  readonly pairs: readonly BranchPair[];
  readonly removed: readonly Branch[];
  readonly added: readonly Branch[];
}

/** Branches that correspond: of the same name, else with the same values; else the only two that have no name. */
function matchBranches(inclusion: Inclusion, old: readonly Branch[], next: readonly Branch[]): Matches {
  const pairs: BranchPair[] = [];
  const rest = new Set(next);
  const take = (branch: Branch, found: Branch | undefined): boolean => {
    if (found === undefined) return false;
    rest.delete(found);
    return pairs.push({ old: branch, new: found }) > 0;
  };
  const unnamed = old.filter((branch) => {
    const label = labelOf(branch);
    return (
      label === undefined ||
      !take(
        branch,
        [...rest].find((other) => labelOf(other) === label),
      )
    );
  });
  const removed = unnamed.filter(
    (branch) =>
      !take(
        branch,
        [...rest].find((other) => isSame(inclusion, branch, other)),
      ),
  );
  const [lost, ...moreLost] = removed;
  const [found, ...moreFound] = rest;
  const isOnlyPair = lost !== undefined && found !== undefined && moreLost.length + moreFound.length === 0;
  if (!isOnlyPair || (labelOf(lost) !== undefined && labelOf(found) !== undefined))
    return { pairs, removed, added: [...rest] };
  return { pairs: [...pairs, { old: lost, new: found }], removed: [], added: [] };
}

function isSame(inclusion: Inclusion, old: Branch, next: Branch): boolean {
  return (
    inclusion.branchHolds(old, [next]).answer === "yes" && inclusion.reverse.branchHolds(next, [old]).answer === "yes"
  );
}

/** The name that people know an alternative by: its component, its title, or the value that a required property always has. */
function labelOf({ chosen, parts }: Branch): string | undefined {
  const names = chosen.flatMap(({ value }) => labelOfSchema(value));
  if (names.length > 0) return names.join(" ");
  return chosen.length === 0 ? undefined : parts.flatMap(({ keywords }) => markOf(keywords)).at(0);
}

function labelOfSchema(value: Json): readonly string[] {
  if (!isObject(value)) return [];
  const component = componentOf(value.$ref);
  if (component !== undefined) return [component];
  return typeof value.title === "string" ? [value.title] : [];
}

function markOf({ properties, required }: { readonly [keyword: string]: Json }): readonly string[] {
  if (!isObject(properties) || !Array.isArray(required)) return [];
  return required.flatMap((name) => {
    const schema = typeof name === "string" ? properties[name] : undefined;
    if (!isObject(schema)) return [];
    const only = schema.const ?? (Array.isArray(schema.enum) && schema.enum.length === 1 ? schema.enum[0] : undefined);
    return typeof only === "string" ? [`${name}=${only}`] : [];
  });
}

export function nameOf(branch: Branch): string {
  const label = labelOf(branch);
  return label === undefined ? `another ${branch.type}` : code(label);
}
