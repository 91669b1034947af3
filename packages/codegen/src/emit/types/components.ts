import {
  type Document,
  forEachSchema,
  isObject,
  type JsonObject,
  modernSchema,
  type SchemaObject,
  Schemas,
  valueAt,
} from "@facsimile/document";

/**
 * The component schemas by name, in the order of the document: clones that may be changed, in the words of JSON Schema 2020-12. Every reference to
 * a schema leads to one.
 */
export type Components = Map<string, unknown>;

export function collectComponents(document: Document): Components {
  const schemas = valueAt(document.json, "/components/schemas");
  const entries = isObject(schemas) ? Object.entries(structuredClone(schemas)) : [];
  return new Map(entries.map(([name, schema]) => [name, modernSchema(schema, document.dialect)]));
}

/** A document of nothing but the components, for references to lead into. */
export function asDocument(components: Components): JsonObject {
  // What was made of JSON is JSON.
  return { components: { schemas: Object.fromEntries(components) as JsonObject } };
}

/** The schemas of the components as they are now. */
export function readComponents(components: Components): Schemas {
  return new Schemas(asDocument(components), "3.1");
}

/** `$defs` are no part of a value; whatever refers to them refers to a component (`load`). */
export function dropDefinitions(root: unknown): void {
  forEachSchema(root, (schema) => {
    delete schema.$defs;
    delete schema.definitions;
  });
}

/** Every schema in some others, those included. */
export function allSchemas(roots: readonly unknown[]): readonly SchemaObject[] {
  const schemas: SchemaObject[] = [];
  for (const root of roots) forEachSchema(root, (schema) => schemas.push(schema));
  return schemas;
}

/** The name, or the name with the smallest number from 2 that is not taken. */
export function freeName(name: string, taken: { has(name: string): boolean }): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}
