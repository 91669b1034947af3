import type { Branch } from "../../sets/branch.js";
import { dependentNamesOf } from "../../sets/dependent-names.js";
import { propertiesOf } from "../../sets/objects.js";
import { spellingOf } from "../../sets/property-names.js";
import { code } from "../words.js";
import { type BranchPair, type Pair, placesOf } from "./pair.js";

/** Which names properties may have, and which properties need which other ones. */
export function compareNames(pair: Pair, branches: BranchPair): void {
  compareSpelling(pair, branches);
  compareDependent(pair, branches);
}

function compareSpelling(pair: Pair, branches: BranchPair): void {
  const [old, next] = [spellingOf(pair.old, branches.old), spellingOf(pair.new, branches.new)];
  if (old.length === 0 && next.length === 0) return;
  const [forth, back] = [pair.inclusion.holds(old, next).answer, pair.inclusion.reverse.holds(next, old).answer];
  if (forth === "yes" && back === "yes") return;
  const rule =
    forth === "yes" ? "property-names-widened" : back === "yes" ? "property-names-narrowed" : "property-names-changed";
  const isUnsure = rule === "property-names-changed" && (forth === "unknown" || back === "unknown");
  pair.report(
    rule,
    placesOf(branches, "propertyNames"),
    `other names of properties are allowed in ${pair.subject} now`,
    isUnsure ? { class: "unknown" } : {},
  );
}

function compareDependent(pair: Pair, branches: BranchPair): void {
  const [old, next] = [needsOf(pair.old, branches.old), needsOf(pair.new, branches.new)];
  const places = placesOf(branches, "dependentRequired");
  const added = [...next].filter((need) => !old.has(need));
  const removed = [...old].filter((need) => !next.has(need));
  if (added.length > 0)
    pair.report("dependent-required-narrowed", places, `in ${pair.subject}, ${added.join(", ")} now`);
  if (removed.length > 0)
    pair.report("dependent-required-widened", places, `in ${pair.subject}, no longer ${removed.join(", ")}`);
}

/** What is required in any case needs no condition. */
function needsOf(reader: Pair["old"], branch: Branch): ReadonlySet<string> {
  const { required } = propertiesOf(reader, branch);
  const needs = [...dependentNamesOf(branch)].flatMap(([name, names]) =>
    names.filter((needed) => !required.has(needed)).map((needed) => `${code(name)} requires ${code(needed)}`),
  );
  return new Set(needs);
}
