import type { Json, JsonObject } from "../load/document.js";
import { isObject } from "../load/object.js";
import { child } from "../load/pointer.js";
import type { Rule } from "./evaluation.js";
import type { SchemaPart } from "./parts.js";
import { membersOf, type SchemaNode, type SchemaSource, type SchemaUse } from "./source.js";

/** What a schema's parts say of the properties of an object and of the items of an array. */
export interface Members {
  /** The declared properties: a schema for each part that declares one. */
  readonly properties: ReadonlyMap<string, SchemaUse>;
  /** The names of required properties, each with the pointer of the place that requires it. A name may be declared nowhere. */
  readonly required: ReadonlyMap<string, string>;
  /** What parts demand of the properties that they do not declare: their `additionalProperties` and `unevaluatedProperties`. */
  readonly additional: SchemaUse;
  /** No property is allowed that is not declared. */
  readonly isClosed: boolean;
  readonly items: SchemaUse;
  /** The first items by their place, where they differ from the others. */
  readonly prefixItems: readonly SchemaUse[];
}

export function membersOfParts(parts: readonly SchemaPart[]): Members {
  const additional = ["additionalProperties", "unevaluatedProperties"].flatMap((keyword) => inAll(parts, keyword));
  return {
    properties: propertiesOf(parts),
    required: requiredOf(parts),
    additional,
    isClosed: additional.some(({ value }) => value === false),
    items: inAll(parts, "items"),
    prefixItems: prefixOf(parts),
  };
}

/** Whether a value may have properties that the schema declares, in whatever part or alternative of it. */
export function declaringRule(source: SchemaSource): Rule<boolean> {
  const around = (keywords: JsonObject): readonly Json[] => {
    const target = source.target(keywords);
    const members = ["allOf", "oneOf", "anyOf"].flatMap((keyword) => membersOf(keywords, keyword));
    return [...(target === undefined ? [] : [target]), ...members].map(({ value }) => value);
  };
  return {
    before: around,
    result: (keywords, declares) => isObject(keywords.properties) || around(keywords).some(declares),
    inCircle: false,
  };
}

/** The schemas in a keyword that holds one. */
function inAll(parts: readonly SchemaPart[], keyword: string): SchemaUse {
  return parts.flatMap(({ keywords, pointer }) => {
    const value = keywords[keyword];
    return value === undefined ? [] : [{ value, pointer: child(pointer, keyword) }];
  });
}

function propertiesOf(parts: readonly SchemaPart[]): ReadonlyMap<string, SchemaUse> {
  const properties = new Map<string, SchemaNode[]>();
  for (const { keywords, pointer } of parts) {
    const declared = keywords.properties;
    if (!isObject(declared)) continue;
    const at = child(pointer, "properties");
    for (const [name, value] of Object.entries(declared)) add(properties, name, { value, pointer: child(at, name) });
  }
  return properties;
}

function requiredOf(parts: readonly SchemaPart[]): ReadonlyMap<string, string> {
  const required = new Map<string, string>();
  for (const { keywords, pointer } of parts) {
    const names = keywords.required;
    if (!Array.isArray(names)) continue;
    const at = child(pointer, "required");
    for (const [index, name] of names.entries())
      if (typeof name === "string" && !required.has(name)) required.set(name, child(at, index));
  }
  return required;
}

function prefixOf(parts: readonly SchemaPart[]): readonly SchemaUse[] {
  const places = new Map<number, SchemaNode[]>();
  for (const { keywords, pointer } of parts) {
    const items = keywords.prefixItems;
    if (!Array.isArray(items)) continue;
    const at = child(pointer, "prefixItems");
    for (const [index, value] of items.entries()) add(places, index, { value, pointer: child(at, index) });
  }
  return Array.from({ length: places.size }, (_, index) => places.get(index) ?? []);
}

function add<Key>(uses: Map<Key, SchemaNode[]>, key: Key, node: SchemaNode): void {
  const nodes = uses.get(key);
  if (nodes === undefined) uses.set(key, [node]);
  else nodes.push(node);
}
