import type { JsonObject, Parameter } from "@facsimile/document";
import type { Id } from "@facsimile/mock/things";
import { flatten, typeOf, useOf, type Validator } from "@facsimile/samples";

/** An identifier of the right form that nothing has, as far as can be told. Undefined where none can be made. */
export function unknownId(
  document: JsonObject,
  { schema }: Parameter,
  known: Id,
  validator: Validator,
): Id | undefined {
  const type = typeOf(flatten(document, useOf(schema)));
  const candidates: readonly Id[] =
    type === "integer" || type === "number" || typeof known === "number"
      ? [2_147_483_646, 999_999_999, 999_999, 9_999]
      : [...turned(known), "no-such-thing"];
  return candidates.find((id) => id !== known && validator.check(schema.pointer, "request", id).length === 0);
}

/** The same text with other letters and digits at its end. Those that a UUID tells its version with stay. */
function turned(text: string): readonly string[] {
  const length = Math.min(8, Math.max(1, text.length - 2));
  const end = text
    .slice(-length)
    .replaceAll(/[\da-z]/gi, (one) => (/\d/.test(one) ? "0" : one.toLowerCase() === "a" ? "b" : "a"));
  return [`${text.slice(0, -length)}${end}`];
}
