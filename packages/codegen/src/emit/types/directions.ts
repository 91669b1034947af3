import {
  bindSchema,
  componentOf,
  type Direction,
  forEachSchema,
  isObject,
  referencesIn,
  referenceTo,
} from "@facsimile/document";
import { allSchemas, type Components, freeName, readComponents } from "./components.js";

/** Holds a schema of an operation. */
export type Root = { schema: unknown };

export type Roots = Readonly<Record<Direction, readonly Root[]>>;

/**
 * Takes required properties that a direction does not have out of `required`, in place. A component that is used in both directions, and needs
 * different words in them, gets a second component for requests.
 *
 * @returns the component for requests by the component that it was made of
 */
export function separateDirections(components: Components, roots: Roots): ReadonlyMap<string, string> {
  const sent = reachable(roots.request, components);
  const answered = reachable(roots.response, components);
  const bound = { request: boundComponents(components, "request"), response: boundComponents(components, "response") };
  const differing = differingComponents(components, bound);
  const variants = new Map<string, string>();
  for (const name of [...components.keys()]) {
    if (sent.has(name) && answered.has(name) && differing.has(name)) {
      const variant = freeName(`${name}Request`, components);
      variants.set(name, variant);
      components.set(variant, structuredClone(bound.request.get(name)));
    }
    components.set(name, bound[sent.has(name) && !answered.has(name) ? "request" : "response"].get(name));
  }
  bindRoots(components, roots);
  const requests = [...variants.values(), ...[...sent].filter((name) => !answered.has(name))];
  for (const schema of [...requests.map((name) => components.get(name)), ...schemasIn(roots.request)])
    redirect(schema, variants);
  return variants;
}

function schemasIn(roots: readonly Root[]): readonly unknown[] {
  return roots.map(({ schema }) => schema);
}

/** The components in the words of one direction. */
function boundComponents(components: Components, direction: Direction): ReadonlyMap<string, unknown> {
  const schemas = readComponents(components);
  return new Map([...components].map(([name, schema]) => [name, bindSchema(schemas, schema, direction)]));
}

function bindRoots(components: Components, roots: Roots): void {
  const schemas = readComponents(components);
  for (const direction of ["request", "response"] as const)
    for (const root of roots[direction]) root.schema = bindSchema(schemas, root.schema, direction);
}

/** The components that `roots` refer to, themselves or through others. */
function reachable(roots: readonly Root[], components: Components): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [...schemasIn(roots)];
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
  return referencesIn(root).flatMap((reference) => componentOf(reference) ?? []);
}

/** The components that a request and an answer need in different words, or that refer to such a one. */
function differingComponents(
  components: Components,
  bound: Readonly<Record<Direction, ReadonlyMap<string, unknown>>>,
): ReadonlySet<string> {
  const differing = new Set<string>();
  const users = new Map<string, string[]>();
  for (const [name, schema] of components) {
    const required = [schema, bound.request.get(name), bound.response.get(name)].map(countRequired);
    if (new Set(required).size > 1) differing.add(name);
    for (const used of referredTo(schema)) {
      const names = users.get(used) ?? [];
      names.push(name);
      users.set(used, names);
    }
  }
  for (const name of differing) for (const user of users.get(name) ?? []) differing.add(user);
  return differing;
}

/** Binding takes names away and adds none. */
function countRequired(root: unknown): number {
  const lists = allSchemas([root]).map(({ required }) => (Array.isArray(required) ? required.length : 0));
  return lists.reduce((sum, count) => sum + count, 0);
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
    if (!isObject(discriminator) || !isObject(discriminator.mapping)) return;
    const mapping = Object.entries(discriminator.mapping).map(([value, target]) => [
      value,
      referenceTo(rename(componentOf(target) ?? String(target))),
    ]);
    schema.discriminator = { ...discriminator, mapping: Object.fromEntries(mapping) };
  });
}
