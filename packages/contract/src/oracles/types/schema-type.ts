import { isObject } from "@facsimile/document";
import type { SchemaReader } from "./schema-reader.js";

/**
 * A JSON Schema as a TypeScript type, written without any of the generator's code so that it can be held against what the generator writes.
 * References to components become
 * members of one interface, `ExpectedInRequests["Name"]`, so that a schema may contain itself.
 */
export function schemaType(reader: SchemaReader, schema: unknown): string {
  if (schema === false) return "never";
  if (!isObject(schema)) return "unknown";
  if (typeof schema.$ref === "string") return referenceType(reader, schema.$ref);
  if (schema.const !== undefined) return literal(schema.const);
  if (Array.isArray(schema.enum)) return union(schema.enum.map(literal));
  const parts = [...ownType(reader, schema), ...compositions(reader, schema)];
  return parts.length === 0 ? "unknown" : parts.map((part) => `(${part})`).join(" & ");
}

function referenceType(reader: SchemaReader, reference: string): string {
  const name = reader.componentName(reference);
  if (name === undefined) return schemaType(reader, reader.follow({ $ref: reference }));
  reader.need(name);
  return `${reader.expected}[${JSON.stringify(name)}]`;
}

function compositions(reader: SchemaReader, schema: Readonly<Record<string, unknown>>): string[] {
  const all = Array.isArray(schema.allOf) ? schema.allOf.map((part) => schemaType(reader, part)) : [];
  const alternatives = [schema.oneOf, schema.anyOf].flatMap((parts) =>
    Array.isArray(parts) ? [union(parts.map((part) => schemaType(reader, part)))] : [],
  );
  return [...all, ...alternatives];
}

function ownType(reader: SchemaReader, schema: Readonly<Record<string, unknown>>): string[] {
  const types = Array.isArray(schema.type)
    ? schema.type
    : schema.type === undefined
      ? impliedTypes(schema)
      : [schema.type];
  return types.length === 0 ? [] : [union(types.map((type) => typeByName(reader, String(type), schema)))];
}

function impliedTypes(schema: Readonly<Record<string, unknown>>): string[] {
  if (isObject(schema.properties) || schema.additionalProperties !== undefined) return ["object"];
  return schema.items === undefined ? [] : ["array"];
}

function typeByName(reader: SchemaReader, type: string, schema: Readonly<Record<string, unknown>>): string {
  if (type === "integer" || type === "number") return "number";
  if (type === "array") return `(${schemaType(reader, schema.items)})[]`;
  if (type === "object") return objectType(reader, schema);
  return ["string", "boolean", "null"].includes(type) ? type : "unknown";
}

function objectType(
  reader: SchemaReader,
  { properties, required, additionalProperties }: Readonly<Record<string, unknown>>,
): string {
  const names = Array.isArray(required) ? required : [];
  const members = Object.entries(isObject(properties) ? properties : {}).map(
    ([name, property]) => `${JSON.stringify(name)}${names.includes(name) ? "" : "?"}: ${schemaType(reader, property)}`,
  );
  const declared = `{ ${members.join("; ")} }`;
  if (additionalProperties === undefined || additionalProperties === false)
    return members.length > 0 ? declared : "Record<string, unknown>";
  const map = `{ [key: string]: ${schemaType(reader, additionalProperties)} }`;
  return members.length > 0 ? `${declared} & ${map}` : map;
}

function literal(value: unknown): string {
  return typeof value === "object" && value !== null ? "unknown" : JSON.stringify(value);
}

function union(types: readonly string[]): string {
  return types.length === 0 ? "never" : [...new Set(types)].map((type) => `(${type})`).join(" | ");
}
