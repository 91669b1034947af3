import { isObject, type JsonObject, type SchemaNode, type SchemaPart } from "@facsimile/document";
import type { Type } from "../../print/index.js";
import { hasObject, isUnknown } from "./combine.js";
import { bothOf } from "./intersection.js";
import { placeOfProperty } from "./place.js";
import type { Part, Reading } from "./reading.js";
import { saidOfName } from "./said-of-name.js";

/**
 * What maps demand of a property that a schema declares: those beside it, and the patterns of its own. The compiler takes the type of a literal from where
 * the name stands alone, so that it has to be said there.
 */
export function narrowedByMaps(reading: Reading, part: Part, own: JsonObject): (name: string, type: Type) => Type {
  const parts = reading.schemas.parts(part.value);
  const maps = parts.filter((one) => isMap(one, own));
  const known = new Map<string, Type>();
  const typeOf = (node: SchemaNode): Type => {
    const type = known.get(node.pointer) ?? reading.typeOf(node, placeOfProperty(part.place));
    known.set(node.pointer, type);
    return type;
  };
  return (name, type) =>
    maps
      .flatMap((map) => saidOfName(reading.schemas, map, name))
      .map(typeOf)
      .reduce(narrowed, type);
}

function isMap({ keywords }: SchemaPart, own: JsonObject): boolean {
  const { patternProperties, additionalProperties } = keywords;
  return isObject(patternProperties) || (keywords !== own && isObject(additionalProperties));
}

function narrowed(type: Type, values: Type): Type {
  return [type, values].some(hasObject) || isUnknown(values) ? type : bothOf(type, values);
}
