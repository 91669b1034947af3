import { child, isObject, type Json, type JsonObject, type SchemaUse } from "@facsimile/document";
import type { Type } from "../../print/index.js";
import { unknown } from "./combine.js";
import { bothOf } from "./intersection.js";
import { placeOfProperty } from "./place.js";
import type { Part, Reading } from "./reading.js";
import { wordForOthers } from "./said-of-name.js";

/** What the schemas of a value declare of its properties, read when it is asked for. */
export function declaredOf(reading: Reading, part: Part): (name: string) => SchemaUse {
  let all: ReadonlyMap<string, SchemaUse> | undefined;
  return (name) => {
    all ??= reading.schemas.view(part.value).properties;
    return all.get(name) ?? [];
  };
}

/** The names that an object may have, where `propertyNames` lists them. */
export function listedNamesOf(reading: Reading, { propertyNames }: JsonObject): readonly string[] | undefined {
  if (propertyNames === undefined) return undefined;
  const { const: only, enum: listed } = reading.schemas.view([{ value: propertyNames, pointer: "" }]);
  if (typeof only === "string") return [only];
  return listed?.filter((name) => typeof name === "string");
}

/** The type of several schemas of a property. */
export function typeOfUse(reading: Reading, { place }: Part, use: SchemaUse): Type {
  return use.map((node) => reading.typeOf(node, placeOfProperty(place))).reduce(bothOf, unknown);
}

/** The type of the properties that are not declared; undefined where the schema says nothing of them, or that there are none. */
export function additionalType(reading: Reading, part: Part, keywords: JsonObject): Type | undefined {
  const word = wordForOthers(reading.schemas, keywords);
  if (word === undefined && isOpen(keywords.unevaluatedProperties)) return unknown;
  const value = word && keywords[word];
  if (word === undefined || value === undefined || !isOpen(value)) return undefined;
  return reading.typeOf({ value, pointer: child(part.node.pointer, word) }, placeOfProperty(part.place));
}

/** Whether a schema says what properties are that it does not name. */
export function isMap({ additionalProperties, patternProperties, unevaluatedProperties }: JsonObject): boolean {
  return [additionalProperties, patternProperties, unevaluatedProperties].some(isObject);
}

function isOpen(others: Json | undefined): boolean {
  return others !== undefined && others !== false;
}
