import { isObject, type Json, type JsonObject } from "@facsimile/document";
import type { Schemas } from "./judging.js";
import { names, numbers, texts } from "./random-schemas.js";

const deepest = 5;

/** Makes values that schemas are likely to allow, or nearly. The same ones for one seed. */
export class RandomValues {
  private readonly components: Schemas;
  private state: number;

  constructor(components: Schemas, seed: number) {
    this.components = components;
    this.state = (seed ^ 0x9e3779b9) >>> 0;
  }

  /** A value that follows some of what a schema says. */
  of(schema: Json, depth = 0): Json {
    if (!isObject(schema) || depth > deepest || this.chance(12)) return this.anything(depth);
    const stated = this.stated(schema);
    if (stated !== undefined && !this.chance(8)) return stated;
    const beside = this.beside(schema);
    if (beside.length === 0) return this.ofType(schema, depth);
    const values = [...beside, withoutCompositions(schema)].map((each) => this.of(each, depth + 1));
    const objects = values.filter(isObject);
    return objects.length > 1 && !this.chance(4) ? Object.assign({}, ...objects) : this.pick(values);
  }

  private stated({ enum: listed, const: only }: JsonObject): Json | undefined {
    return only ?? (Array.isArray(listed) && listed.length > 0 ? this.pick(listed) : undefined);
  }

  /** Schemas that describe the same value: all of an `allOf`, one of the alternatives. */
  private beside({
    $ref,
    allOf,
    anyOf,
    oneOf,
    then,
    else: otherwise,
    if: condition,
    not,
    dependentSchemas,
  }: JsonObject): readonly Json[] {
    const reference = typeof $ref === "string" ? [this.components[$ref.slice($ref.lastIndexOf("/") + 1)]] : [];
    const chosen = [anyOf, oneOf].flatMap((list) => (Array.isArray(list) && list.length > 0 ? [this.pick(list)] : []));
    const conditional = [condition, then, otherwise].filter((each) => each !== undefined && this.chance(2));
    const excluded = not !== undefined && this.chance(4) ? [not] : [];
    const dependent = isObject(dependentSchemas) ? Object.values(dependentSchemas) : [];
    return [
      ...reference,
      ...(Array.isArray(allOf) ? allOf : []),
      ...chosen,
      ...conditional,
      ...excluded,
      ...dependent,
    ].filter((each) => each !== undefined);
  }

  private ofType(schema: JsonObject, depth: number): Json {
    const types = typesOf(schema);
    if (schema.nullable === true && this.chance(4)) return null;
    switch (types.length > 0 ? this.pick(types) : undefined) {
      case "null":
        return null;
      case "boolean":
        return this.chance(2);
      case "integer":
      case "number":
        return this.number(schema);
      case "string":
        return this.pick(texts);
      case "array":
        return this.array(schema, depth);
      case "object":
        return this.object(schema, depth);
      default:
        return this.anything(depth);
    }
  }

  private number(schema: JsonObject): number {
    const limits = Object.values(schema).filter((value) => typeof value === "number");
    const all = limits.length > 0 && this.chance(2) ? limits : numbers;
    return this.pick(all) + (this.chance(4) ? this.pick([1, -1, 0.5]) : 0);
  }

  private array({ items, prefixItems, contains, minItems }: JsonObject, depth: number): Json {
    const length = this.below(3) + (typeof minItems === "number" ? minItems : 0);
    const first = Array.isArray(prefixItems) ? prefixItems : [];
    return Array.from({ length }, (_, index) => {
      const own = contains !== undefined && this.chance(2) ? contains : (first[index] ?? items ?? true);
      return this.of(own, depth + 1);
    });
  }

  private object(schema: JsonObject, depth: number): Json {
    const properties = isObject(schema.properties) ? schema.properties : {};
    const required = Array.isArray(schema.required) ? (schema.required as string[]) : [];
    const others = Object.values(isObject(schema.patternProperties) ? schema.patternProperties : {});
    const more = schema.additionalProperties ?? (others.length > 0 ? this.pick(others) : true);
    const all = new Set([...names, ...Object.keys(properties), ...required]);
    const members = [...all].filter((name) =>
      required.includes(name) ? !this.chance(10) : this.chance(properties[name] === undefined ? 4 : 2),
    );
    return Object.fromEntries(members.map((name) => [name, this.of(properties[name] ?? more, depth + 1)]));
  }

  private anything(depth: number): Json {
    const kinds: readonly (() => Json)[] = [
      () => null,
      () => this.chance(2),
      () => this.pick(numbers),
      () => this.pick(texts),
      ...(depth > deepest ? [] : [() => this.array({}, depth + 2), () => this.object({}, depth + 2)]),
    ];
    return this.pick(kinds)();
  }

  /** One of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item {
    // Never asked of an empty list.
    return items[this.below(items.length)] as Item;
  }

  /** Once in so many times. */
  chance(times: number): boolean {
    return this.below(times) === 0;
  }

  /** Mulberry32. */
  private below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }
}

/** What is not looked at a second time. */
const composing: ReadonlySet<string> = new Set([
  "$ref",
  "allOf",
  "anyOf",
  "oneOf",
  "if",
  "then",
  "else",
  "not",
  "dependentSchemas",
]);

function withoutCompositions(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !composing.has(keyword)));
}

function typesOf({ type, ...keywords }: JsonObject): readonly Json[] {
  if (type !== undefined) return Array.isArray(type) ? type : [type];
  const has = (...list: readonly string[]): boolean => list.some((keyword) => keywords[keyword] !== undefined);
  if (has("properties", "required", "additionalProperties", "patternProperties", "minProperties")) return ["object"];
  if (has("items", "prefixItems", "minItems", "contains", "uniqueItems")) return ["array"];
  return has("minimum", "maximum", "multipleOf") ? ["number"] : has("minLength", "pattern") ? ["string"] : [];
}
