import { isObject, type JsonObject, type SchemaUse } from "@facsimile/document";
import type { PropertyType, Type } from "../../print/index.js";
import { anything, hasObject, isUnknown } from "./combine.js";
import { intersectionOf } from "./intersection.js";
import { namesIn } from "./names-in.js";
import { declaredOf, isMap, typeOfUse } from "./object-words.js";
import { placeOfProperty } from "./place.js";
import type { Part, Reading } from "./reading.js";
import { saidOfName } from "./said-of-name.js";

/** What is required here and declared by another schema of the value, or by none; and where this one is a map, what others require and none declares. */
export function requiredElsewhere(
  reading: Reading,
  part: Part,
  keywords: JsonObject,
  known: ReadonlySet<string>,
): readonly PropertyType[] {
  const declared = declaredOf(reading, part);
  const required = [...namesIn(keywords.required), ...requiredOfMap(reading, part, keywords)];
  const names = [...new Set(required)].filter((name) => !known.has(name));
  const own = isObject(keywords.properties) ? keywords.properties : {};
  return names.flatMap((name) => {
    const use = Object.hasOwn(own, name) ? [] : declared(name);
    if (Object.hasOwn(own, name) || reading.schemas.isAbsent(use, reading.direction)) return [];
    return [
      { name, type: requiredType(reading, part, use, name), optional: false, readonly: false, comment: undefined },
    ];
  });
}

/** The compiler takes the type of a literal from where the name stands, and not from a map beside it. */
function requiredOfMap(reading: Reading, part: Part, keywords: JsonObject): readonly string[] {
  if (!isMap(keywords)) return [];
  const { required, properties } = reading.schemas.view(part.value);
  const own = { keywords, pointer: part.node.pointer };
  return [...required.keys()].filter((name) => {
    return !properties.has(name) && !isUnknown(typeOfUse(reading, part, saidOfName(reading.schemas, own, name)));
  });
}

/** Its type is said once more, so that it can be read; one that takes several lines is not. */
function requiredType(reading: Reading, part: Part, use: SchemaUse, name: string): Type {
  if (use.length === 0) return typeOfOthers(reading, part, name);
  const type = intersectionOf(use.map((node) => reading.typeOf(node, placeOfProperty(part.place))));
  return hasObject(type) ? anything : type;
}

/**
 * What all schemas of a value say of a property that none declares. The compiler takes the type of a literal from where the name stands alone. An
 * alternative may declare it as optional: beside `unknown`, it could be undefined.
 */
function typeOfOthers(reading: Reading, part: Part, name: string): Type {
  const { parts, alternatives } = reading.schemas.view(part.value);
  const stated = parts.flatMap((one) => saidOfName(reading.schemas, one, name));
  const type = typeOfUse(reading, part, stated);
  return isUnknown(type) && alternatives.length > 0 ? anything : type;
}
