import type { Json } from "../../load/document.js";
import { essence, isJson } from "../../load/media-type.js";
import type { Schemas } from "../../schema/schemas.js";
import type { SchemaUse } from "../../schema/source.js";
import type { IncomingOperation, Mark, MarkValue, Schema } from "../api.js";

/** What may tell an operation apart. */
export interface FixedPlace extends Mark {
  readonly key: string;
  /** Whether each request has it. */
  readonly required: boolean;
}

/** How deep properties are looked at: `type`, `event.type`. */
const deepest = 2;

/** The properties and headers of which the document lists the values, by key, in its order. */
export function fixedPlaces(schemas: Schemas, operation: IncomingOperation): ReadonlyMap<string, FixedPlace> {
  const bodies = (operation.requestBody?.content ?? []).flatMap(({ name, schema }) =>
    schema === undefined || !hasProperties(name) ? [] : [placesOf(schemas, useOf(schema), [])],
  );
  // Which media type comes is not known before.
  const [first = new Map<string, FixedPlace>(), ...others] = bodies;
  const inBody = others.reduce((all, one) => inBoth(all, one), first);
  return new Map([...headersOf(schemas, operation), ...inBody]);
}

function hasProperties(mediaType: string): boolean {
  return isJson(mediaType) || ["application/x-www-form-urlencoded", "*/*"].includes(essence(mediaType));
}

function useOf({ json, pointer }: Schema): SchemaUse {
  // The schemas of a document that was loaded are JSON.
  return [{ value: json as Json, pointer }];
}

function headersOf(schemas: Schemas, { parameters }: IncomingOperation): readonly [string, FixedPlace][] {
  return parameters.flatMap(({ name, in: place, required, schema }): [string, FixedPlace][] => {
    const values = place === "header" ? valuesOf(schemas, useOf(schema)).filter((one) => typeof one === "string") : [];
    const [path, key] = [[name.toLowerCase()], `header ${name.toLowerCase()}`];
    return values.length === 0 ? [] : [[key, { in: "header", path, values, required, key }]];
  });
}

function placesOf(schemas: Schemas, use: SchemaUse, above: readonly string[]): Map<string, FixedPlace> {
  const found = ownPlacesOf(schemas, use, above);
  for (const members of schemas.view(use).alternatives) {
    const [first = new Map(), ...others] = members.map((member) => ownPlacesOf(schemas, [member], above));
    for (const [key, place] of others.reduce(inBoth, first)) if (!found.has(key)) found.set(key, place);
  }
  return found;
}

/** Without what its alternatives say. */
function ownPlacesOf(schemas: Schemas, use: SchemaUse, above: readonly string[]): Map<string, FixedPlace> {
  const { properties, required } = schemas.view(use);
  const found = new Map<string, FixedPlace>();
  for (const [name, property] of properties) {
    const path = [...above, name];
    const values = valuesOf(schemas, property);
    const key = `body ${JSON.stringify(path)}`;
    if (values.length > 0) found.set(key, { in: "body", path, values, required: required.has(name), key });
    else if (path.length < deepest) addBelow(found, placesOf(schemas, property, path), required.has(name));
  }
  return found;
}

function addBelow(found: Map<string, FixedPlace>, below: ReadonlyMap<string, FixedPlace>, required: boolean): void {
  for (const [key, place] of below) found.set(key, { ...place, required: place.required && required });
}

/** What two descriptions of one value both list: it is one or the other. */
function inBoth(one: ReadonlyMap<string, FixedPlace>, other: ReadonlyMap<string, FixedPlace>): Map<string, FixedPlace> {
  const both = [...one].flatMap(([key, place]): [string, FixedPlace][] => {
    const more = other.get(key);
    if (more === undefined) return [];
    const values = [...new Set([...place.values, ...more.values])];
    return [[key, { ...place, values, required: place.required && more.required }]];
  });
  return new Map(both);
}

/** More values than this tell nothing apart that anybody reads. */
const most = 500;

function valuesOf(schemas: Schemas, use: SchemaUse): readonly MarkValue[] {
  const { const: only, enum: listed } = schemas.view(use);
  const values: readonly Json[] = (only === undefined ? listed : [only]) ?? [];
  const plain = values.filter((value): value is MarkValue => typeof value !== "object" || value === null);
  return plain.length === values.length && plain.length <= most ? plain : [];
}
