import {
  child,
  componentOf,
  isObject,
  type JsonObject,
  type Operation,
  referencesIn,
  splitPointer,
  valueAt,
} from "@facsimile/document";
import type { Draft } from "./document-copy.js";

/** How many components the answers of all operations lead to, each operation by itself. */
export function reachedByAnswers(document: JsonObject, operations: readonly Operation[]): number {
  const known = new Map<string, readonly string[]>();
  const next = (name: string): readonly string[] => {
    const found = known.get(name) ?? namesIn(valueAt(document, child("/components/schemas", name)));
    known.set(name, found);
    return found;
  };
  return operations.reduce((sum, { responses }) => {
    const schemas = responses.flatMap(({ content }) => content.flatMap(({ schema }) => schema ?? []));
    return (
      sum +
      reached(
        schemas.flatMap(({ json }) => namesIn(json)),
        next,
      ).size
    );
  }, 0);
}

function reached(from: readonly string[], next: (name: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [...from];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    pending.push(...next(name));
  }
  return found;
}

function namesIn(schema: unknown): readonly string[] {
  return referencesIn(schema).flatMap((reference) => componentOf(reference) ?? []);
}

/** Leaves those components that something refers to. */
export function dropUnreached(copy: Draft): void {
  const components = isObject(copy.components) ? copy.components : {};
  const schemas = isObject(components.schemas) ? components.schemas : {};
  const rest = { ...copy, components: { ...components, schemas: {} } };
  const needed = reached(referencesAnywhere(rest), (name) => referencesAnywhere(schemas[name]));
  copy.components = {
    ...components,
    schemas: Object.fromEntries(Object.entries(schemas).filter(([name]) => needed.has(name))),
  };
}

function referencesAnywhere(value: unknown): string[] {
  const found: string[] = [];
  const pending: unknown[] = [value];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    if (Array.isArray(one)) pending.push(...one);
    if (typeof one === "string" && one.startsWith("#/components/schemas/"))
      found.push(...splitPointer(one.slice(1)).slice(2, 3));
    if (isObject(one)) pending.push(...Object.values(one));
  }
  return found;
}
