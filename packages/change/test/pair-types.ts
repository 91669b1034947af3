import type { Document } from "@facsimile/document";
import { compareTypes } from "../src/index.js";
import type { Pair, TypesVerdict } from "./pairs.js";

/** What old callers' code sees of a generated package, both ways round. */
export async function typesVerdicts(old: Document, next: Document): Promise<readonly [TypesVerdict, TypesVerdict]> {
  return [await verdictOf(old, next), await verdictOf(next, old)];
}

async function verdictOf(old: Document, next: Document): Promise<TypesVerdict> {
  const { findings } = await compareTypes(old, next);
  const classes = new Set(findings.map((finding) => finding.class));
  if (classes.has("breaking")) return "breaking";
  return classes.has("warning") ? "warning" : "compatible";
}

/** Pairs whose verdict on the types is stated. */
export function withTypes(
  pairs: readonly Pair[],
): readonly (Pair & { readonly types: readonly [TypesVerdict, TypesVerdict] })[] {
  return pairs.flatMap((pair) => (pair.types === undefined ? [] : [{ ...pair, types: pair.types }]));
}
