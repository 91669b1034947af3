import { child, isObject, type JsonObject } from "@facsimile/document";
import type { Type } from "../../print/index.js";
import { hasObject, isUnknown } from "./combine.js";
import { bothOf } from "./intersection.js";
import { placeOfProperty } from "./place.js";
import type { Part, Reading } from "./reading.js";

/**
 * What maps beside a schema demand of a property that it declares and they do not. The compiler takes the type of a literal from where the name stands
 * alone, so that it has to be said there.
 */
export function narrowedByMaps(reading: Reading, part: Part, own: JsonObject): (name: string, type: Type) => Type {
  const maps = reading.schemas.parts(part.value).flatMap(({ keywords, pointer }) => {
    const { additionalProperties: value, patternProperties } = keywords;
    if (keywords === own || patternProperties !== undefined || !isObject(value)) return [];
    const values = reading.typeOf(
      { value, pointer: child(pointer, "additionalProperties") },
      placeOfProperty(part.place),
    );
    const declared = isObject(keywords.properties) ? keywords.properties : {};
    return isUnknown(values) || hasObject(values) ? [] : [{ values, declared }];
  });
  return (name, type) =>
    maps.reduce((all, { values, declared }) => (Object.hasOwn(declared, name) ? all : narrowed(all, values)), type);
}

function narrowed(type: Type, values: Type): Type {
  return hasObject(type) ? type : bothOf(type, values);
}
