import type { Direction, SchemaUse } from "@facsimile/document";
import { classOf } from "../change/rules.js";
import type { Forms } from "./form.js";
import { type Parts, partsOf, partValues } from "./form-parts.js";
import { hasOnlyTexts } from "./form-writings.js";
import type { Found } from "./found.js";
import type { Editions } from "./place.js";

/** Compares what the properties of a form may be. In those that are nothing but text a number is a text as well, also where others are JSON. */
export function compareFormValues(
  { schemas, texts }: Editions,
  direction: Direction,
  forms: Forms,
  was: SchemaUse,
  is: SchemaUse,
): readonly Found[] {
  const all = hasOnlyTexts(forms.old) && hasOnlyTexts(forms.new) ? texts : schemas;
  const found = all.compare(direction, was, is);
  if (found.length === 0) return found;
  const parts = partsOf(forms);
  // What is safe as a whole is safe in parts, and asking again shares no answer with other forms.
  return found.every(isSafe) && !haveFiles(parts)
    ? found
    : all.withParts(partValues(parts), texts).compare(direction, was, is);
}

function isSafe({ rule, direction, class: stated }: Found): boolean {
  return (stated ?? classOf(rule, direction)) === "safe";
}

/** Bytes in another spelling are no change at all. */
function haveFiles({ old, new: next }: Parts): boolean {
  return [old, next].every((parts) => parts.some(({ isBytes }) => isBytes));
}
