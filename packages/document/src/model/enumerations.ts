import type { Json, JsonObject } from "../load/document.js";
import { isObject } from "../load/object.js";
import { valueAt } from "../load/pointer.js";
import { enumerationOf, type ListedValue } from "../schema/enumeration.js";
import { schemasOf } from "../schema/schemas.js";
import { subschemasOf } from "../schema/walk.js";
import type { Enumeration, Operation, Schema, SchemaType } from "./api.js";
import type { Context } from "./context.js";
import { capitalize, pascalCase } from "./names/spelling.js";

/** A schema, and the way to it in words. */
interface Place {
  readonly schema: Json;
  readonly name: string;
  /** `User.status`. */
  readonly path: string;
  /** What is said around it about its values. */
  readonly description: string | undefined;
  /** Whether it is what a component says of its own values. */
  readonly isComponent: boolean;
}

/**
 * The lists of values in the component schemas and the operations, in the order of the document. A component's has the name of its type; others
 * are called by the way to them: `UserStatus`, `ListUsersSort`. What finds its name taken has a number from 2, but lists of the same values that
 * would have one name are one.
 */
export function findEnumerations(
  { document }: Context,
  types: readonly SchemaType[],
  operations: readonly Operation[],
): readonly Enumeration[] {
  const found = new Enumerations(types.map(({ name }) => name));
  const schemas = schemasOf(document.json);
  const pending = [...componentPlaces(document.json, types), ...operations.flatMap(placesOf)].reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const keywords = schemas.keywords(next.schema);
    const values = enumerationOf(keywords);
    const [, another] = values ?? [];
    // What has one value only is told by its type.
    if (values !== undefined && (another !== undefined || next.isComponent))
      found.add(describedBy(next, keywords), values);
    else pending.push(...placesBelow(next, keywords).toReversed());
  }
  return found.all;
}

class Enumerations {
  readonly all: Enumeration[] = [];
  private readonly taken = new Set<string>();
  private readonly components: ReadonlySet<string>;
  private readonly numbers = new Map<string, number>();
  private readonly known = new Set<string>();

  /** @param components - names that only they have */
  constructor(components: readonly string[]) {
    this.components = new Set(components);
  }

  add({ name, path, description, isComponent }: Place, values: readonly ListedValue[]): void {
    const key = `${name} ${JSON.stringify(values.map(({ value }) => value))}`;
    if (this.known.has(key)) return;
    this.known.add(key);
    const free = this.isFree(name, isComponent) ? name : this.numbered(name);
    this.taken.add(free);
    this.all.push({ name: free, path, description, values });
  }

  private isFree(name: string, isComponent = false): boolean {
    return !this.taken.has(name) && (isComponent || !this.components.has(name));
  }

  private numbered(name: string): string {
    let number = this.numbers.get(name) ?? 2;
    while (!this.isFree(`${name}${number}`)) number += 1;
    this.numbers.set(name, number + 1);
    return `${name}${number}`;
  }
}

function componentPlaces(document: Json, types: readonly SchemaType[]): readonly Place[] {
  const components = valueAt(document, "/components/schemas");
  const schemas = isObject(components) ? components : {};
  return types.map(({ component, name }) => {
    return { schema: schemas[component] ?? true, name, path: name, description: undefined, isComponent: true };
  });
}

function placesOf({ name, parameters, requestBody, responses }: Operation): readonly Place[] {
  const headers = responses.flatMap((response) => response.headers);
  const content = [requestBody, ...responses].flatMap((message) => message?.content ?? []);
  const own = { schema: true, name: capitalize(name), path: name, description: undefined, isComponent: false };
  return [
    ...[...parameters, ...headers].map((one) => ({
      ...member(own, one.name, jsonOf(one.schema)),
      description: one.description,
    })),
    ...content.map(({ schema }) => ({ ...own, schema: jsonOf(schema) })),
  ];
}

function member({ name, path }: Place, key: string, schema: Json): Place {
  return {
    schema,
    name: `${name}${pascalCase(key)}`,
    path: `${path}.${key}`,
    description: undefined,
    isComponent: false,
  };
}

function jsonOf(schema: Schema | undefined): Json {
  // The schemas of a document that was loaded are JSON.
  return schema === undefined ? true : (schema.json as Json);
}

function describedBy(place: Place, { description }: JsonObject): Place {
  return typeof description === "string" ? { ...place, description } : place;
}

/** What describes the values of a schema, or their members. */
const transparent: ReadonlySet<string> = new Set(["allOf", "oneOf", "anyOf"]);
const members: ReadonlySet<string> = new Set([
  "items",
  "prefixItems",
  "additionalProperties",
  "patternProperties",
  "unevaluatedProperties",
]);

function placesBelow(place: Place, keywords: JsonObject): readonly Place[] {
  const described = describedBy(place, keywords);
  return subschemasOf(keywords).flatMap(({ keyword, steps: [step], value }): readonly Place[] => {
    // The schemas of a document that was loaded are JSON.
    const schema = value as Json;
    if (keyword === "properties") return [member(place, String(step), schema)];
    if (transparent.has(keyword)) return [{ ...described, schema }];
    return members.has(keyword) ? [{ ...described, schema, isComponent: false }] : [];
  });
}
