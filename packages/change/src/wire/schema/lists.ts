import type { Json } from "@facsimile/document";
import { isListed } from "../../sets/listed.js";
import { type Spelling, writtenAs } from "../../sets/spelling.js";
import { listInWords } from "../words.js";
import { type BranchPair, type Pair, type Places, placesOf } from "./pair.js";

/** Compares listed values. True where there was a list on one side at least. */
export function compareLists(pair: Pair, branches: BranchPair): boolean {
  const { old, new: next } = branches;
  const { subject } = pair;
  if (old.values === undefined && next.values === undefined) return false;
  const places = listPlaces(branches);
  if (next.values === undefined)
    pair.report("enum-removed", places, `${subject} may have other values now than ${listInWords(old.values ?? [])}`);
  else if (old.values === undefined)
    pair.report("enum-added", places, `${subject} may only be ${listInWords(next.values)} now`);
  else compareValues(pair, places, old.values, next.values);
  return true;
}

function listPlaces(branches: BranchPair): Places {
  const [listed, only] = [placesOf(branches, "enum"), placesOf(branches, "const")];
  const pick = (one: string | undefined, other: string | undefined): string | undefined =>
    one?.endsWith("/enum") ? one : other;
  return { old: pick(listed.old, only.old), new: pick(listed.new, only.new) };
}

export function compareValues(pair: Pair, places: Places, old: readonly Json[], next: readonly Json[]): void {
  const lacks = (list: readonly Json[]) => (value: Json) => !hasWritten(pair.old.spelling, list, value);
  const added = next.filter(lacks(old));
  const removed = old.filter(lacks(next));
  const { subject } = pair;
  if (removed.length === old.length && added.length === next.length) {
    pair.report("enum-replaced", places, `${subject} may only be ${listInWords(next)} now, it was ${listInWords(old)}`);
    return;
  }
  if (removed.length > 0)
    pair.report("enum-value-removed", places, `${subject} may no longer be ${listInWords(removed)}`, example(removed));
  if (added.length > 0)
    pair.report("enum-value-added", places, `${subject} may be ${listInWords(added)} now`, example(added));
}

/** Whether a list has a value that is written the same. */
function hasWritten(spelling: Spelling, list: readonly Json[], value: Json): boolean {
  const types = spelling === "text" ? (["string", "number", "boolean"] as const) : [];
  return isListed(list, value) || types.some((type) => isListed(list, writtenAs(value, type)));
}

function example([value]: readonly Json[]): { readonly example?: Json } {
  return value === undefined ? {} : { example: value };
}
