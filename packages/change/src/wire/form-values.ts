import type { Direction, SchemaUse } from "@facsimile/document";
import type { Forms } from "./form.js";
import { partValues } from "./form-parts.js";
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
  // What is the same as a whole is the same in parts, and asking again shares no answer with other forms.
  return found.length === 0 ? found : all.withParts(partValues(forms), texts).compare(direction, was, is);
}
