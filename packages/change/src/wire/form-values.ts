import type { Direction, SchemaUse } from "@facsimile/document";
import { classOf } from "../change/rules.js";
import type { Forms } from "./form.js";
import { hasOnlyTexts, textsIn } from "./form-writings.js";
import type { Found } from "./found.js";
import type { Editions } from "./place.js";

/** Compares what the properties of a form may be. In those that are nothing but text a number is a text as well, also where others are JSON. */
export function compareFormValues(
  { schemas, texts }: Editions,
  direction: Direction,
  { old, new: next }: Forms,
  was: SchemaUse,
  is: SchemaUse,
): readonly Found[] {
  if (hasOnlyTexts(old) && hasOnlyTexts(next)) return texts.compare(direction, was, is);
  const found = schemas.compare(direction, was, is);
  const uses = new Set([...textsIn(old), ...textsIn(next)]);
  // What is safe as JSON is safe as text, and asking again shares no answer with other forms.
  return uses.size === 0 || found.every(isSafe) ? found : schemas.withTexts(uses, texts).compare(direction, was, is);
}

function isSafe({ rule, direction, class: stated }: Found): boolean {
  return (stated ?? classOf(rule, direction)) === "safe";
}
