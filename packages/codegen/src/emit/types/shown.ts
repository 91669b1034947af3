import type { Json, JsonObject } from "@facsimile/document";
import { type Place, placeOfItem, placeOfProperty } from "./place.js";

/** A schema below another one, where its values travel. */
export interface Shown {
  readonly value: Json;
  readonly place: Place;
  readonly isProperty: boolean;
}

/** The schemas below a schema that its type shows. */
export function shownSchemas(keywords: JsonObject, place: Place): readonly Shown[] {
  const shown: Shown[] = [];
  for (const [keyword, value] of Object.entries(keywords)) {
    const below = belowKeyword.get(keyword);
    if (below === undefined || value === undefined) continue;
    const values = Array.isArray(value)
      ? (value as readonly Json[])
      : isMap(keyword)
        ? Object.values(value ?? {})
        : [value];
    for (const one of values) shown.push({ value: one, place: below(place), isProperty: keyword === "properties" });
  }
  return shown;
}

function isMap(keyword: string): boolean {
  return keyword === "properties" || keyword === "patternProperties";
}

const same = (place: Place): Place => place;

const belowKeyword: ReadonlyMap<string, (place: Place) => Place> = new Map([
  ["allOf", same],
  ["oneOf", same],
  ["anyOf", same],
  ["properties", placeOfProperty],
  ["patternProperties", placeOfProperty],
  ["additionalProperties", placeOfProperty],
  ["unevaluatedProperties", placeOfProperty],
  ["items", placeOfItem],
  ["prefixItems", placeOfItem],
]);
