import {
  componentOf,
  isNothing,
  isSchemaObject as isSchema,
  type JsonObject,
  mapSubschemas,
  referenceTo,
  type SchemaObject as Schema,
  type Schemas,
} from "@facsimile/document";
import type { Components } from "./components.js";

/**
 * Says in other words what openapi-typescript does not understand, or understands as something else. The meaning stays.
 */
export function mend(schema: unknown, keyword?: string): unknown {
  if (typeof schema === "boolean") return keyword === "additionalProperties" ? schema : withoutBoolean(schema);
  if (!isSchema(schema)) return schema;
  // The schemas of a document that was loaded are JSON.
  if (isNothing(schema as JsonObject)) return withoutBoolean(false);
  const mended = mapSubschemas(schema, mend);
  // It takes `const: null` for no constraint.
  if (mended.const === null) return { ...mended, const: undefined, type: "null" };
  return withoutSiblings(withoutMixedAnyOf(mended));
}

/** It looks for keywords in every schema, and a boolean has none. No value at all is one of an empty list. */
function withoutBoolean(schema: boolean): Schema {
  return schema ? {} : { enum: [] };
}

/** It takes `anyOf` for an alternative to the other keywords beside it, where it is a further constraint. `oneOf` is read right. */
function withoutMixedAnyOf(schema: Schema): Schema {
  const { anyOf, ...rest } = schema;
  const mixed = ["type", "properties", "additionalProperties", "allOf", "oneOf"].some(
    (keyword) => rest[keyword] !== undefined,
  );
  if (anyOf === undefined || !mixed) return schema;
  if (rest.oneOf === undefined) return { ...rest, oneOf: anyOf };
  return { ...rest, allOf: [...(Array.isArray(rest.allOf) ? rest.allOf : []), { anyOf }] };
}

const constraining = [
  "type",
  "properties",
  "required",
  "additionalProperties",
  "allOf",
  "anyOf",
  "oneOf",
  "enum",
  "const",
];

/** It drops what stands beside a `$ref`, which OpenAPI 3.1 allows. */
function withoutSiblings(schema: Schema): Schema {
  if (schema.$ref === undefined || !constraining.some((keyword) => schema[keyword] !== undefined)) return schema;
  const { $ref, description, ...rest } = schema;
  return { ...(description !== undefined && { description }), allOf: [{ $ref }, rest] };
}

const objectKeywords = ["type", "properties", "required", "additionalProperties", "patternProperties"] as const;

/**
 * It loses what a schema requires of a component that it is composed of, where that component has a discriminator. A composed schema therefore gets
 * a part of its own, which states every property that is required.
 */
export function stateRequired(schema: Schema, schemas: Schemas): void {
  const { allOf, required, properties } = schema;
  if (
    !Array.isArray(allOf) ||
    !Array.isArray(required) ||
    !allOf.some((part) => isSchema(part) && part.$ref !== undefined)
  )
    return;
  const own: Schema = { type: "object", properties: isSchema(properties) ? { ...properties } : {}, required: [] };
  for (const name of required.map(String)) requireProperty(name, own, allOf.filter(isSchema), schemas);
  for (const keyword of ["additionalProperties", "patternProperties"]) {
    if (schema[keyword] !== undefined) own[keyword] = schema[keyword];
  }
  for (const keyword of objectKeywords) delete schema[keyword];
  schema.allOf = [...allOf, own];
}

/** Requires a property where it is stated; a property of a component is stated once more. */
function requireProperty(name: string, own: Schema, parts: readonly Schema[], schemas: Schemas): void {
  const holder = [own, ...parts].find((part) => hasProperty(part, name));
  if (holder !== undefined) {
    holder.required = [...(Array.isArray(holder.required) ? holder.required : []), name];
    return;
  }
  // The schemas of a document that was loaded are JSON.
  const use = parts.map((part) => ({ value: part as JsonObject, pointer: "" }));
  const inherited = schemas.view(use).properties.get(name)?.[0]?.value;
  if (inherited === undefined) return;
  own.properties = { ...(isSchema(own.properties) && own.properties), [name]: structuredClone(inherited) };
  own.required = [...(Array.isArray(own.required) ? own.required : []), name];
}

function hasProperty(schema: Schema, name: string): boolean {
  return isSchema(schema.properties) && Object.hasOwn(schema.properties, name);
}

/**
 * It takes the last part of a reference for the value of a discriminator that the document does not map. Every value is therefore mapped, as
 * OpenAPI says (3.1.1, 4.8.25): by the document, else the name of the component.
 */
export function mapDiscriminators(components: Components, all: readonly Schema[]): void {
  for (const schema of all) {
    const { discriminator } = schema;
    if (!isSchema(discriminator)) continue;
    const own = [...components].find(([, component]) => component === schema)?.[0];
    const members = [...choices(schema), ...(own === undefined ? [] : extensions(own, components))];
    discriminator.mapping = fullMapping(isSchema(discriminator.mapping) ? discriminator.mapping : {}, members);
  }
}

function choices(schema: Schema): readonly string[] {
  const schemas = [schema.oneOf, schema.anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
  return schemas.flatMap((item: unknown) => (isSchema(item) ? (componentOf(item.$ref) ?? []) : []));
}

/** The components that are composed of a component: those that inherit its discriminator. */
function extensions(base: string, components: Components): readonly string[] {
  return [...components].flatMap(([name, schema]) => {
    if (!isSchema(schema) || !Array.isArray(schema.allOf)) return [];
    return schema.allOf.some((item: unknown) => isSchema(item) && componentOf(item.$ref) === base) ? name : [];
  });
}

function fullMapping(mapping: Schema, members: readonly string[]): Schema {
  const entries = Object.entries(mapping).map(([value, target]): [string, string] => {
    const text = String(target);
    return [value, text.startsWith("#") ? referenceTo(componentOf(text) ?? text) : referenceTo(text)];
  });
  const mapped = new Set(entries.map(([, target]) => target));
  const inferred = members.map((name): [string, string] => [name, referenceTo(name)]);
  return Object.fromEntries([...entries, ...inferred.filter(([, target]) => !mapped.has(target))]);
}
