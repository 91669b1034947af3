import { isObject } from "@facsimile/document";
import type { SchemaReader } from "./schema-reader.js";
import { schemaType } from "./schema-type.js";

type ObjectSchema = Readonly<Record<string, unknown>>;

/**
 * The checks that hold a type of a package against a schema: the type as a whole, then each property below it, down to components that were
 * held before. Each check has a twin that is wrong in one detail and must not compile, so that `any` is found out.
 *
 * @param actual The type, as an expression.
 * @param held Names of the components that are held already. It grows.
 */
export function schemaChecks(reader: SchemaReader, actual: string, schema: unknown, held: Set<string>): string[] {
  const name = isObject(schema) && typeof schema.$ref === "string" ? reader.componentName(schema.$ref) : undefined;
  const followed = reader.follow(schema);
  const whole = wholeChecks(reader, actual, schema, followed);
  if (name !== undefined && held.has(name)) return whole;
  if (name !== undefined) held.add(name);
  return [...whole, ...insideChecks(reader, actual, followed, held)];
}

function wholeChecks(reader: SchemaReader, actual: string, schema: unknown, followed: unknown): string[] {
  const expected = schemaType(reader, schema);
  if (expected === "unknown") return [];
  if (expected === "Record<string, unknown>") return [`type _ = Check<Fits<{ key: string }, ${actual}>>;`];
  return [
    `type _ = Check<Same<${actual}, ${expected}>>;`,
    ...twin(`Same<${actual}, ${wrongTwin(followed, expected)}>`),
  ];
}

/** A type that differs from the expected one: an enumeration lacks its last value, anything else is something that no JSON value is. */
function wrongTwin(followed: unknown, expected: string): string {
  const values = isObject(followed) && Array.isArray(followed.enum) ? followed.enum : [];
  return values.length > 1 ? `Exclude<${expected}, ${JSON.stringify(values.at(-1))}>` : "symbol";
}

function insideChecks(reader: SchemaReader, actual: string, schema: unknown, held: Set<string>): string[] {
  if (!isObject(schema)) return [];
  const parts = Array.isArray(schema.allOf)
    ? schema.allOf.flatMap((part) => insideChecks(reader, actual, reader.follow(part), held))
    : [];
  if (schema.items !== undefined) return [...parts, ...schemaChecks(reader, `Item<${actual}>`, schema.items, held)];
  if (!isObject(schema.properties)) return parts;
  return [...parts, ...keyChecks(actual, schema, reader), ...propertyChecks(reader, actual, schema.properties, held)];
}

function propertyChecks(reader: SchemaReader, actual: string, properties: ObjectSchema, held: Set<string>): string[] {
  return Object.entries(properties)
    .filter(([, property]) => !isHidden(reader, property))
    .flatMap(([name, property]) =>
      schemaChecks(reader, `Property<${actual}, ${JSON.stringify(name)}>`, property, held),
    );
}

/** Which properties there are, and which of them may be left out. Not for one part of several, or where any name is allowed. */
function keyChecks(actual: string, schema: ObjectSchema, reader: SchemaReader): string[] {
  if (schema.allOf !== undefined || schema.oneOf !== undefined || schema.anyOf !== undefined) return [];
  if (schema.additionalProperties !== undefined && schema.additionalProperties !== false) return [];
  const properties = Object.entries(schema.properties as ObjectSchema);
  const hidden = properties.filter(([, property]) => isHidden(reader, property)).map(([name]) => name);
  const visible = properties.map(([name]) => name).filter((name) => !hidden.includes(name));
  const required = (Array.isArray(schema.required) ? schema.required : []).filter(
    (name) => !hidden.includes(String(name)),
  );
  const keys = `Exclude<keyof NonNullable<${actual}>, ${names(hidden)}>`;
  return [
    `type _ = Check<Same<${keys}, ${names(visible)}>>;`,
    ...twin(`Same<${keys}, ${names([...visible, "no such property"])}>`),
    `type _ = Check<Same<Exclude<RequiredKeys<${actual}>, ${names(hidden)}>, ${names(required)}>>;`,
  ];
}

/** A property that does not travel in this direction may be in the type or not. */
function isHidden(reader: SchemaReader, property: unknown): boolean {
  const keyword = reader.direction === "request" ? "readOnly" : "writeOnly";
  const followed = reader.follow(property);
  return (isObject(property) && property[keyword] === true) || (isObject(followed) && followed[keyword] === true);
}

function names(all: readonly unknown[]): string {
  return all.length === 0 ? "never" : all.map((name) => JSON.stringify(name)).join(" | ");
}

/** A check that has to fail. */
export function twin(comparison: string): string[] {
  return ["// @ts-expect-error", `type _ = Check<${comparison}>;`];
}
