import type { Json, JsonObject } from "../load/document.js";
import { isObject } from "../load/object.js";
import { valueAt } from "../load/pointer.js";
import { enumerationOf, type ListedValue } from "../schema/enumeration.js";
import { schemasOf } from "../schema/schemas.js";
import { forEachSubschema, isLeaf } from "../schema/walk.js";
import type { Api, Enumeration, Operation, Schema, SchemaType } from "./api.js";
import type { Context } from "./context.js";
import { capitalize, pascalCase } from "./names/spelling.js";

/** The way to a schema: few are ever asked for in words. */
type Way =
  | { readonly outer: undefined; readonly name: string; readonly path: string }
  | { readonly outer: Way; readonly key: string };

/** A schema, and the way to it. */
interface Place {
  readonly schema: Json;
  readonly way: Way;
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
export function findEnumerations({ document }: Context, having: Having): readonly Enumeration[] {
  return [...enumerationsOf(document.json, having).values()];
}

/** Those of the lists of a document that a part of it has, with the names that they have in the whole. */
export function enumerationsLeft(document: JsonObject, whole: Having, part: Having): readonly Enumeration[] {
  const left = enumerationsOf(document, part);
  return [...enumerationsOf(document, whole)].flatMap(([key, enumeration]) => (left.has(key) ? [enumeration] : []));
}

/** What has lists of values. */
type Having = Pick<Api, "schemaTypes" | "operations">;

/** The lists by what tells them apart, whatever names are taken: the name that each would have, and its values. */
function enumerationsOf(document: JsonObject, { schemaTypes, operations }: Having): ReadonlyMap<string, Enumeration> {
  const found = new Enumerations(schemaTypes.map(({ name }) => name));
  const schemas = schemasOf(document);
  const pending = [...componentPlaces(document, schemaTypes), ...operations.flatMap(placesOf)].reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const keywords = schemas.keywords(next.schema);
    const values = enumerationOf(keywords);
    const [, another] = values ?? [];
    // What has one value only is told by its type.
    if (values !== undefined && (another !== undefined || next.isComponent))
      found.add(next, describedBy(next, keywords), values);
    else pending.push(...placesBelow(next, keywords).reverse());
  }
  return found.all;
}

class Enumerations {
  readonly all = new Map<string, Enumeration>();
  private readonly taken = new Set<string>();
  private readonly components: ReadonlySet<string>;
  private readonly numbers = new Map<string, number>();

  /** @param components - names that only they have */
  constructor(components: readonly string[]) {
    this.components = new Set(components);
  }

  add({ way, isComponent }: Place, description: string | undefined, values: readonly ListedValue[]): void {
    const name = nameOf(way);
    const key = `${name} ${JSON.stringify(values.map(({ value }) => value))}`;
    if (this.all.has(key)) return;
    const free = this.isFree(name, isComponent) ? name : this.numbered(name);
    this.taken.add(free);
    this.all.set(key, { name: free, path: pathOf(way), description, values });
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
    const way = { outer: undefined, name, path: name };
    return { schema: schemas[component] ?? true, way, description: undefined, isComponent: true };
  });
}

function placesOf({ name, parameters, requestBody, responses }: Operation): readonly Place[] {
  const headers = responses.flatMap((response) => response.headers);
  const content = [requestBody, ...responses].flatMap((message) => message?.content ?? []);
  const outer = { outer: undefined, name: capitalize(name), path: name };
  return [
    ...[...parameters, ...headers].map(({ name: key, schema, description }) => {
      return { schema: jsonOf(schema), way: { outer, key }, description, isComponent: false };
    }),
    ...content
      .flatMap(({ schema, itemSchema }) => [schema, itemSchema])
      .map((schema) => {
        return { schema: jsonOf(schema), way: outer, description: undefined, isComponent: false };
      }),
  ];
}

/** `UserStatus`. */
function nameOf(way: Way): string {
  return way.outer === undefined ? way.name : `${nameOf(way.outer)}${pascalCase(way.key)}`;
}

/** `User.status`. */
function pathOf(way: Way): string {
  return way.outer === undefined ? way.path : `${pathOf(way.outer)}.${way.key}`;
}

function jsonOf(schema: Schema | undefined): Json {
  // The schemas of a document that was loaded are JSON.
  return schema === undefined ? true : (schema.json as Json);
}

function describedBy(place: Place, { description }: JsonObject): string | undefined {
  return typeof description === "string" ? description : place.description;
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

function placesBelow(place: Place, keywords: JsonObject): Place[] {
  const { way, isComponent } = place;
  const description = describedBy(place, keywords);
  const below: Place[] = [];
  forEachSubschema(keywords, (value, keyword, step) => {
    // The schemas of a document that was loaded are JSON.
    const schema = value as Json;
    if (!isObject(schema) || (schema.enum === undefined && isLeaf(schema))) return;
    if (keyword === "properties")
      below.push({ schema, way: { outer: way, key: String(step) }, description: undefined, isComponent: false });
    else if (transparent.has(keyword)) below.push({ schema, way, description, isComponent });
    else if (members.has(keyword)) below.push({ schema, way, description, isComponent: false });
  });
  return below;
}
