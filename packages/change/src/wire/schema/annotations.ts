import type { Json, SchemaPart } from "@facsimile/document";
import { sameValue } from "../../sets/same-value.js";
import { inWords } from "../words.js";
import type { Pair } from "./pair.js";

/** What changes no set of values, and yet means something to who sends or reads them. */
export function compareAnnotations(pair: Pair, old: readonly SchemaPart[], next: readonly SchemaPart[]): void {
  compareDefaults(pair, old, next);
  compareDiscriminators(pair, old, next);
}

/** A default is what a server takes where callers leave a value out. */
function compareDefaults(pair: Pair, old: readonly SchemaPart[], next: readonly SchemaPart[]): void {
  const [was, is] = [statedBy(old, "default"), statedBy(next, "default")];
  if (sameValue(was.value, is.value)) return;
  const rule =
    was.value === undefined ? "default-added" : is.value === undefined ? "default-removed" : "default-changed";
  const words = `the default of ${pair.subject} is ${inWords(is.value)} now, it was ${inWords(was.value)}`;
  pair.report(rule, { old: was.pointer, new: is.pointer }, words);
}

function compareDiscriminators(pair: Pair, old: readonly SchemaPart[], next: readonly SchemaPart[]): void {
  const [was, is] = [statedBy(old, "discriminator"), statedBy(next, "discriminator")];
  if (sameValue(was.value, is.value)) return;
  pair.report(
    "discriminator-changed",
    { old: was.pointer, new: is.pointer },
    `the discriminator of ${pair.subject} is another one now`,
  );
}

function statedBy(
  parts: readonly SchemaPart[],
  keyword: string,
): { readonly value: Json | undefined; readonly pointer: string | undefined } {
  const part = parts.find(({ keywords }) => keywords[keyword] !== undefined);
  const at = part ?? parts[0];
  return { value: part?.keywords[keyword], pointer: part === undefined ? at?.pointer : `${part.pointer}/${keyword}` };
}
