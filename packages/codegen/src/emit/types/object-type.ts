import { child, isObject, type Json, type JsonObject, type SchemaNode, type SchemaUse } from "@facsimile/document";
import type { ObjectType, PropertyType, Type } from "../../print/index.js";
import { keyword } from "../../print/index.js";
import { anything, hasObject, intersectionOf, isUnknown, never, unionOf, unknown } from "./combine.js";
import { schemaComment } from "./facts.js";
import { placeOfProperty } from "./place.js";
import type { Part, Reading } from "./reading.js";

/** The type of the objects that a schema describes. One that says nothing of its own is left to the schemas beside it. */
export function objectType(reading: Reading, part: Part, keywords: JsonObject, isAlone: boolean): Type {
  const properties = [...declaredProperties(reading, part, keywords), ...listedNames(reading, part, keywords)];
  const known = new Set(properties.map(({ name }) => name));
  const others = requiredElsewhere(reading, part, keywords, known);
  const all = [...properties, ...others];
  const index = indexType(reading, part, keywords, all, isAlone);
  if (all.length === 0 && index === undefined)
    return isAlone && !isDescribedElsewhere(reading, part, keywords) ? openObject : unknown;
  return { kind: "object", properties: all, index };
}

/** Whether another schema of the value says what is in the object, so that nothing has to be said twice. */
function isDescribedElsewhere(reading: Reading, part: Part, own: JsonObject): boolean {
  if (own.properties !== undefined) return false;
  const parts = reading.schemas.parts(part.value);
  return parts.some(({ keywords }) => {
    const isObjectOnly = keywords.type === undefined || String(keywords.type) === "object";
    return keywords !== own && isObjectOnly && isObject(keywords.properties);
  });
}

const openObject: ObjectType = { kind: "object", properties: [], index: unknown };

/** What the schemas of a value declare of its properties, read when it is asked for. */
function declaredOf(reading: Reading, part: Part): (name: string) => SchemaUse {
  let all: ReadonlyMap<string, SchemaUse> | undefined;
  return (name) => {
    all ??= reading.schemas.view(part.value).properties;
    return all.get(name) ?? [];
  };
}

function isComposed({ node, value }: Part, keywords: JsonObject): boolean {
  return value.length > 1 || value[0] !== node || keywords.$ref !== undefined || keywords.allOf !== undefined;
}

function declaredProperties(reading: Reading, part: Part, keywords: JsonObject): readonly PropertyType[] {
  const { properties } = keywords;
  if (!isObject(properties)) return [];
  const required = new Set(namesIn(keywords.required));
  const declared = isComposed(part, keywords) ? declaredOf(reading, part) : (): SchemaUse => [];
  const at = child(part.node.pointer, "properties");
  return Object.entries(properties).flatMap(([name, value]) => {
    const node = { value, pointer: child(at, name) };
    const use = [node, ...declared(name)];
    if (reading.schemas.isAbsent(use, reading.direction)) return [];
    return [
      property(reading, part, name, node, {
        isRequired: required.has(name),
        isReadOnly: reading.schemas.isAbsent(use, "request"),
      }),
    ];
  });
}

function property(
  reading: Reading,
  part: Part,
  name: string,
  node: SchemaNode,
  { isRequired, isReadOnly }: { readonly isRequired: boolean; readonly isReadOnly: boolean },
): PropertyType {
  return {
    name,
    type: reading.typeOf(node, placeOfProperty(part.place)),
    optional: !isRequired,
    readonly: isReadOnly,
    comment: schemaComment(reading.schemas, node.value),
  };
}

/** The properties whose names `propertyNames` lists. */
function listedNames(reading: Reading, part: Part, keywords: JsonObject): readonly PropertyType[] {
  const names = keywords.propertyNames === undefined ? undefined : nameList(reading, keywords.propertyNames);
  if (names === undefined || keywords.patternProperties !== undefined) return [];
  const declared = isObject(keywords.properties) ? keywords.properties : {};
  const required = new Set(namesIn(keywords.required));
  const type = additionalType(reading, part, keywords) ?? unknown;
  return names
    .filter((name) => !Object.hasOwn(declared, name))
    .map((name) => ({ name, type, optional: !required.has(name), readonly: false, comment: undefined }));
}

function nameList(reading: Reading, schema: Json): readonly string[] | undefined {
  const { const: only, enum: listed } = reading.schemas.view([{ value: schema, pointer: "" }]);
  if (typeof only === "string") return [only];
  return listed?.filter((name) => typeof name === "string");
}

/** What is required here and declared by another schema of the value, or by none. */
function requiredElsewhere(
  reading: Reading,
  part: Part,
  keywords: JsonObject,
  known: ReadonlySet<string>,
): readonly PropertyType[] {
  const declared = declaredOf(reading, part);
  const names = [...new Set(namesIn(keywords.required))].filter((name) => !known.has(name));
  const own = isObject(keywords.properties) ? keywords.properties : {};
  return names.flatMap((name) => {
    const use = Object.hasOwn(own, name) ? [] : declared(name);
    if (Object.hasOwn(own, name) || reading.schemas.isAbsent(use, reading.direction)) return [];
    return [
      { name, type: requiredType(reading, part, use, keywords), optional: false, readonly: false, comment: undefined },
    ];
  });
}

/** Its type is said once more, so that it can be read; one that takes several lines is not. */
function requiredType(reading: Reading, part: Part, use: SchemaUse, keywords: JsonObject): Type {
  if (use.length === 0) return additionalType(reading, part, keywords) ?? typeOfOthers(reading, part);
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
  const type = intersectionOf(stated.map((node) => reading.typeOf(node, placeOfProperty(part.place))));
  return isUnknown(type) && alternatives.length > 0 ? anything : type;
}

/** The type of the properties that are not declared; undefined where the schema says nothing of them, or that there are none. */
function additionalType(reading: Reading, part: Part, keywords: JsonObject): Type | undefined {
  for (const word of ["additionalProperties", "unevaluatedProperties"]) {
    const value = keywords[word];
    if (value === undefined || value === false) continue;
    return reading.typeOf({ value, pointer: child(part.node.pointer, word) }, placeOfProperty(part.place));
  }
  return undefined;
}

/** The type for every property that is not declared, and in TypeScript for the declared ones too. */
function indexType(
  reading: Reading,
  part: Part,
  keywords: JsonObject,
  properties: readonly PropertyType[],
  isAlone: boolean,
): Type | undefined {
  if (keywords.propertyNames !== undefined && nameList(reading, keywords.propertyNames) !== undefined) return undefined;
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

function namesIn(list: Json | undefined): readonly string[] {
  return Array.isArray(list) ? list.filter((name) => typeof name === "string") : [];
}
