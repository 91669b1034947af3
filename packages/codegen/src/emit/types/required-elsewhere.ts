import { isObject, type JsonObject, type SchemaUse } from "@facsimile/document";
import type { PropertyType, Type } from "../../print/index.js";
import { anything, hasObject, isUnknown, unknown } from "./combine.js";
import { bothOf, intersectionOf } from "./intersection.js";
import { additionalType, declaredOf, namesIn } from "./object-words.js";
import { placeOfProperty } from "./place.js";
import type { Part, Reading } from "./reading.js";

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
      { name, type: requiredType(reading, part, use, keywords), optional: false, readonly: false, comment: undefined },
    ];
  });
}

/** The compiler takes the type of a literal from where the name stands, and not from a map beside it. */
function requiredOfMap(reading: Reading, part: Part, keywords: JsonObject): readonly string[] {
  const values = additionalType(reading, part, keywords);
  if (values === undefined || isUnknown(values)) return [];
  const { required, properties } = reading.schemas.view(part.value);
  return [...required.keys()].filter((name) => !properties.has(name));
}

/** Its type is said once more, so that it can be read; one that takes several lines is not. */
function requiredType(reading: Reading, part: Part, use: SchemaUse, keywords: JsonObject): Type {
  if (use.length === 0) {
    const own = additionalType(reading, part, keywords);
    const all = typeOfOthers(reading, part);
    return own === undefined ? all : bothOf(own, all);
  }
  const type = intersectionOf(use.map((node) => reading.typeOf(node, placeOfProperty(part.place))));
  return hasObject(type) ? anything : type;
}

/**
 * What all schemas of a value say of a property that none declares. The compiler takes the type of a literal from where the name stands alone. An
 * alternative may declare it as optional: beside `unknown`, it could be undefined.
 */
function typeOfOthers(reading: Reading, part: Part): Type {
  const { additional, alternatives } = reading.schemas.view(part.value);
  const stated = additional.filter(({ value }) => value !== false);
  const types = stated.map((node) => reading.typeOf(node, placeOfProperty(part.place)));
  const type = types.reduce(bothOf, unknown);
  return isUnknown(type) && alternatives.length > 0 ? anything : type;
}
