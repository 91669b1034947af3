import type { JsonObject } from "@facsimile/document";
import type { PropertyType } from "../../print/index.js";
import { listedInMap } from "./listed-by-maps.js";
import { isMap } from "./object-words.js";
import type { Part, Reading } from "./reading.js";

/**
 * The names that schemas around an alternative declare, with the values that it lists for them as a map. The compiler takes the type of a literal from
 * where the name stands alone, and each alternative has values of its own.
 */
export function declaredAround(
  reading: Reading,
  part: Part,
  keywords: JsonObject,
  known: ReadonlySet<string>,
): readonly PropertyType[] {
  const isAlternative = part.value.length > 1;
  if (!isAlternative || !isMap(keywords)) return [];
  const { properties, required } = reading.schemas.view(part.value);
  const own = { keywords, pointer: part.node.pointer };
  return [...properties].flatMap(([name, use]) => {
    if (known.has(name) || reading.schemas.isAbsent(use, reading.direction)) return [];
    const type = listedInMap(reading, part, own, name);
    const isOptional = !required.has(name);
    return type === undefined ? [] : [{ name, type, optional: isOptional, readonly: false, comment: undefined }];
  });
}
