import { componentOf, referenceTo } from "@facsimile/document";
import type { Components } from "./components.js";
import { freeName, resolve } from "./components.js";
import type { Schema } from "./schema.js";
import { forEachSchema, isSchema, mapValues } from "./schema.js";

/** Where a value goes: into a request, or out of an answer. */
export type Direction = "request" | "response";

export interface Roots {
  readonly request: readonly unknown[];
  readonly response: readonly unknown[];
}

/** The mark of the properties that are not sent in a direction, so that they cannot be required there (OpenAPI 3.1.1, 4.8.24.2). */
const absent = { request: "readOnly", response: "writeOnly" } as const;

/**
 * Takes required properties that a direction does not have out of `required`, in place. A component that is used in both directions, and needs
 * different words in them, gets a second component for requests.
 *
 * @returns the component for requests by the component that it was made of
 */
export function separateDirections(components: Components, roots: Roots): ReadonlyMap<string, string> {
  const sent = reachable(roots.request, components);
  const answered = reachable(roots.response, components);
  const differing = differingComponents(components);
  const variants = new Map<string, string>();
  for (const name of [...components.keys()]) {
    if (!sent.has(name) || !answered.has(name) || !differing.has(name)) continue;
    const variant = freeName(`${name}Request`, components);
    variants.set(name, variant);
    components.set(variant, structuredClone(components.get(name)));
  }
  const copies = new Set(variants.values());
  const isForRequests = (name: string): boolean => copies.has(name) || (sent.has(name) && !answered.has(name));
  const requestSchemas = [...components].flatMap(([name, schema]) => (isForRequests(name) ? [schema] : []));
  const responseSchemas = [...components].flatMap(([name, schema]) => (isForRequests(name) ? [] : [schema]));
  for (const schema of [...requestSchemas, ...roots.request]) restrict(schema, "request", components);
  for (const schema of [...responseSchemas, ...roots.response]) restrict(schema, "response", components);
  for (const schema of [...requestSchemas, ...roots.request]) redirect(schema, variants);
  return variants;
}

/** The components that `roots` refer to, themselves or through others. */
function reachable(roots: readonly unknown[], components: Components): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [...roots];
  for (let root = pending.pop(); root !== undefined; root = pending.pop()) {
    for (const name of referredTo(root)) {
      if (found.has(name)) continue;
      found.add(name);
      pending.push(components.get(name));
    }
  }
  return found;
}

function referredTo(root: unknown): readonly string[] {
  const names: string[] = [];
  forEachSchema(root, (schema) => {
    const name = componentOf(schema.$ref);
    if (name !== undefined) names.push(name);
    if (isSchema(schema.discriminator) && isSchema(schema.discriminator.mapping)) {
      names.push(...Object.values(schema.discriminator.mapping).flatMap((target) => componentOf(target) ?? []));
    }
  });
  return names;
}

/** The components that a request and an answer need in different words, or that refer to such a one. */
function differingComponents(components: Components): ReadonlySet<string> {
  const differing = new Set<string>();
  const users = new Map<string, string[]>();
  for (const [name, schema] of components) {
    if (differs(schema, components)) differing.add(name);
    for (const used of referredTo(schema)) users.set(used, [...(users.get(used) ?? []), name]);
  }
  for (const name of differing) for (const user of users.get(name) ?? []) differing.add(user);
  return differing;
}

function differs(root: unknown, components: Components): boolean {
  let found = false;
  forEachSchema(root, (schema) => {
    const names = Array.isArray(schema.required) ? schema.required : [];
    found ||= names.some(
      (name) => isMarked(schema, name, "readOnly", components) || isMarked(schema, name, "writeOnly", components),
    );
  });
  return found;
}

function restrict(root: unknown, direction: Direction, components: Components): void {
  forEachSchema(root, (schema) => {
    if (!Array.isArray(schema.required)) return;
    schema.required = schema.required.filter((name: unknown) => !isMarked(schema, name, absent[direction], components));
  });
}

/** Whether a property of a schema, or of what it is composed of, has a mark. */
function isMarked(
  schema: Schema,
  name: unknown,
  mark: string,
  components: Components,
  seen: ReadonlySet<Schema> = new Set(),
): boolean {
  const property = isSchema(schema.properties) ? schema.properties[String(name)] : undefined;
  if (property !== undefined)
    return isSchema(property) && (property[mark] === true || resolve(property, components)?.[mark] === true);
  if (!Array.isArray(schema.allOf) || seen.has(schema)) return false;
  return schema.allOf.some((item: unknown) => {
    const part = resolve(item, components);
    return part !== undefined && isMarked(part, name, mark, components, new Set([...seen, schema]));
  });
}

/** Makes references to components with a variant refer to the variant. */
function redirect(root: unknown, variants: ReadonlyMap<string, string>): void {
  renameReferences(root, (name) => variants.get(name) ?? name);
}

/** Changes the component names in every reference of a schema, in place. */
export function renameReferences(root: unknown, rename: (component: string) => string): void {
  forEachSchema(root, (schema) => {
    const name = componentOf(schema.$ref);
    if (name !== undefined) schema.$ref = referenceTo(rename(name));
    const { discriminator } = schema;
    if (!isSchema(discriminator) || !isSchema(discriminator.mapping)) return;
    discriminator.mapping = mapValues(discriminator.mapping, (target) =>
      referenceTo(rename(componentOf(target) ?? String(target))),
    );
  });
}
