import { componentOf, type Document, valueAt } from "@facsimile/document";
import type { Schema } from "./schema.js";
import { forEachSchema, isSchema } from "./schema.js";

/** The component schemas by name, in the order of the document: clones that may be changed. Every reference to a schema leads to one. */
export type Components = Map<string, unknown>;

export function collectComponents(document: Document): Components {
  const schemas = valueAt(document.json, "/components/schemas");
  return new Map(isSchema(schemas) ? Object.entries(structuredClone(schemas)) : []);
}

/** `$defs` are no part of a value; whatever refers to them refers to a component (`load`). */
export function dropDefinitions(root: unknown): void {
  forEachSchema(root, (schema) => {
    delete schema.$defs;
    delete schema.definitions;
  });
}

/** The name, or the name with the smallest number from 2 that is not taken. */
export function freeName(name: string, taken: { has(name: string): boolean }): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}

/** The component a schema refers to, and the one that refers to in turn, until there is a schema with more to it. */
export function resolve(schema: unknown, components: Components): Schema | undefined {
  const seen = new Set<unknown>();
  let next = schema;
  while (isSchema(next) && next.$ref !== undefined && !seen.has(next)) {
    seen.add(next);
    next = components.get(componentOf(next.$ref) ?? "");
  }
  return isSchema(next) ? next : undefined;
}
