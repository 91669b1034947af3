import { child, isObject, type JsonObject } from "@facsimile/document";
import type { PropertyType, Type } from "../../print/index.js";
import { keyword } from "../../print/index.js";
import { hasObject, isUnknown, never, unionOf, unknown } from "./combine.js";
import { intersectionOf } from "./intersection.js";
import { additionalType, listedNamesOf } from "./object-words.js";
import { isMapBesideOthers } from "./patterns-beside.js";
import { placeOfProperty } from "./place.js";
import type { Part, Reading } from "./reading.js";

/** The type for every property that is not declared, and in TypeScript for the declared ones too. */
export function indexType(
  reading: Reading,
  part: Part,
  keywords: JsonObject,
  properties: readonly PropertyType[],
  isAlone: boolean,
): Type | undefined {
  if (listedNamesOf(reading, keywords) !== undefined) return undefined;
  if (isMapBesideOthers(reading, part, keywords)) return unknown;
  const patterns = patternTypes(reading, part, keywords);
  const additional = additionalType(reading, part, keywords);
  const stated = [...patterns, ...(additional === undefined ? [] : [additional])];
  if (stated.length === 0) {
    const isClosed = keywords.additionalProperties === false && properties.length === 0 && isAlone;
    return isClosed ? never : undefined;
  }
  return widened(reading, part, unionOf(stated), properties, isAlone);
}

function patternTypes(reading: Reading, part: Part, { patternProperties }: JsonObject): readonly Type[] {
  if (!isObject(patternProperties)) return [];
  const at = child(part.node.pointer, "patternProperties");
  return Object.entries(patternProperties).map(([pattern, value]) =>
    reading.typeOf({ value, pointer: child(at, pattern) }, placeOfProperty(part.place)),
  );
}

/** An index covers the declared properties as well, those of the schemas beside it included: what both say could not be written. */
function widened(
  reading: Reading,
  part: Part,
  index: Type,
  properties: readonly PropertyType[],
  isAlone: boolean,
): Type {
  if (isUnknown(index)) return index;
  const around = isAlone ? [] : declaredAround(reading, part);
  // What the whole allows of a property may be less than what is said of it here.
  const declared = around && [...properties, ...around];
  if (declared === undefined || declared.some(({ type }) => hasObject(type))) return unknown;
  const mayMiss = declared.some(({ optional }) => optional);
  return unionOf([index, ...declared.map(({ type }) => type), ...(mayMiss ? [keyword("undefined")] : [])]);
}

/** Undefined where not all of them are known. */
function declaredAround(reading: Reading, part: Part): readonly Pick<PropertyType, "type" | "optional">[] | undefined {
  const view = reading.schemas.view(part.value);
  if (view.alternatives.length > 0) return undefined;
  return [...view.properties].map(([name, use]) => ({
    type: intersectionOf(use.map((node) => reading.typeOf(node, placeOfProperty(part.place)))),
    optional: !view.required.has(name),
  }));
}
