import type { Document } from "../../load/document.js";
import { pointerOfFragment, splitPointer, valueAt } from "../../load/pointer.js";
import type { Schema } from "./schema.js";
import { componentOf, forEachSchema, isSchema, referenceTo } from "./schema.js";

/** The component schemas by name, in the order of the document: clones that may be changed. */
export type Components = Map<string, unknown>;

/**
 * The component schemas of a document. Whatever else in it is referred to as a schema, such as a property of another schema or a member of
 * `$defs`, becomes a component as well, so that every reference in `roots` and in the components leads to one.
 */
export function collectComponents(document: Document, roots: readonly unknown[]): Components {
  const schemas = valueAt(document.json, "/components/schemas");
  const components: Components = new Map(isSchema(schemas) ? Object.entries(structuredClone(schemas)) : []);
  const extracted = new Map<string, string>();
  const pending = [...components.values(), ...roots];
  for (let root = pending.pop(); root !== undefined; root = pending.pop()) {
    forEachSchema(root, (schema) => {
      if (typeof schema.$ref !== "string") return;
      const name = componentOf(schema.$ref);
      schema.$ref = referenceTo(name ?? extract(schema.$ref));
    });
  }
  dropDefinitions([...components.values(), ...roots]);
  return components;

  function extract(reference: string): string {
    const pointer = pointerOfFragment(reference.slice(1)) ?? "";
    const known = extracted.get(pointer);
    if (known !== undefined) return known;
    const name = freeName(tailOf(pointer), components);
    const schema = structuredClone(valueAt(document.json, pointer) ?? true) as unknown;
    extracted.set(pointer, name);
    components.set(name, schema);
    pending.push(schema);
    return name;
  }
}

/** The last key of a pointer that is a name and not a keyword or a position. */
function tailOf(pointer: string): string {
  const keys = splitPointer(pointer);
  const last = keys.at(-1) ?? "Schema";
  return /^(?:\d+|items|schema|additionalProperties|not)$/.test(last)
    ? `${keys.slice(0, -1).findLast(isName) ?? ""}-${last}`
    : last;
}

function isName(key: string): boolean {
  return !/^(?:\d+|items|schema|properties|additionalProperties|allOf|anyOf|oneOf|prefixItems|\$defs|content|not)$/.test(
    key,
  );
}

/** The name, or the name with the smallest number from 2 that is not taken. */
export function freeName(name: string, taken: { has(name: string): boolean }): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}

/** `$defs` are no part of a value; what refers to them has its own component now. */
function dropDefinitions(roots: readonly unknown[]): void {
  for (const root of roots) {
    forEachSchema(root, (schema) => {
      delete schema.$defs;
      delete schema.definitions;
    });
  }
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
