import type { Branch } from "../../sets/branch.js";
import { haveSameLead } from "../../sets/discriminator.js";
import type { Inclusions } from "../../sets/inclusions.js";
import { labelOf, markOf } from "./labels.js";
import type { BranchPair } from "./pair.js";

export interface BranchMatches {
  readonly pairs: readonly BranchPair[];
  readonly removed: readonly Branch[];
  readonly added: readonly Branch[];
}

/** Branches that correspond: of the same name, else those that the same value of a discriminator leads to, else with the same values, else with the same mark; else the only two that are left, where they have no name. */
export function matchBranches(inclusion: Inclusions, old: readonly Branch[], next: readonly Branch[]): BranchMatches {
  const pairs: BranchPair[] = [];
  const rest = new Set(next);
  const take = (branch: Branch, fits: (other: Branch) => boolean): boolean => {
    const found = [...rest].find(fits);
    if (found === undefined) return false;
    rest.delete(found);
    return pairs.push({ old: branch, new: found }) > 0;
  };
  const unnamed = old.filter((branch) => {
    const label = labelOf(branch);
    return label === undefined || !take(branch, (other) => labelOf(other) === label);
  });
  const unled = unnamed.filter((branch) => !take(branch, (other) => haveSameLead(branch, other)));
  const others = unled.filter((branch) => !take(branch, (other) => isSame(inclusion, branch, other)));
  const removed = others.filter((branch) => {
    const mark = markOf(branch);
    return mark === undefined || !take(branch, (other) => markOf(other) === mark);
  });
  const last = onlyTwo(removed, [...rest]);
  return last === undefined
    ? { pairs, removed, added: [...rest] }
    : { pairs: [...pairs, last], removed: [], added: [] };
}

function onlyTwo(
  [lost, ...moreLost]: readonly Branch[],
  [found, ...moreFound]: readonly Branch[],
): BranchPair | undefined {
  if (lost === undefined || found === undefined || moreLost.length + moreFound.length > 0) return undefined;
  const areNamed = labelOf(lost) !== undefined && labelOf(found) !== undefined;
  return areNamed ? undefined : { old: lost, new: found };
}

/** What their `oneOf` excludes is another matter. */
function isSame(inclusion: Inclusions, old: Branch, next: Branch): boolean {
  return inclusion.ownHolds(old, next).answer === "yes" && inclusion.reverse.ownHolds(next, old).answer === "yes";
}

/** Whether a schema has no alternatives. */
export function isPlain(branches: readonly Branch[]): boolean {
  return branches.length === 1 && branches[0]?.chosen.length === 0;
}
