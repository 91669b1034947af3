import type { Json, JsonObject } from "@facsimile/document";
import { componentOf, isObject } from "@facsimile/document";

/** Numbers from 0 to below 1, the same for a seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes values that a schema is likely to allow, with no properties but those that it declares or says something of. */
export class ValueMaker {
  private readonly components: JsonObject;
  private readonly random: () => number;

  constructor(components: JsonObject, random: () => number) {
    this.components = components;
    this.random = random;
  }

  /** @param depth - how deep in a value this one is: schemas that hold themselves may never end */
  make(schemas: readonly Json[], depth = 0): Json {
    if (depth > deepest) return null;
    const parts = schemas.flatMap((schema) => this.partsOf(schema));
    const listed = parts.flatMap(({ const: only, enum: values }) =>
      only === undefined ? ((values ?? []) as Json[]) : [only],
    );
    if (listed.length > 0) return this.pick(listed);
    const types = parts.flatMap(({ type }) => (type === undefined ? [] : [[type].flat() as string[]]));
    const common = types.reduce((left, right) => left.filter((type) => right.includes(type)), types[0] ?? kinds);
    return this.valueOfType(this.pick(common.length === 0 ? kinds : common), parts, depth);
  }

  /** A schema, what it refers to, and one of each of its alternatives. */
  private partsOf(schema: Json): readonly JsonObject[] {
    if (!isObject(schema)) return [];
    const target = this.components[componentOf(schema.$ref) ?? ""];
    const chosen = [schema.oneOf, schema.anyOf].flatMap((list) => (Array.isArray(list) ? [this.pick(list)] : []));
    const others = [...(target === undefined ? [] : [target]), ...((schema.allOf ?? []) as Json[]), ...chosen];
    return [schema, ...others.flatMap((other) => this.partsOf(other))];
  }

  private valueOfType(type: string, parts: readonly JsonObject[], depth: number): Json {
    switch (type) {
      case "null":
        return null;
      case "boolean":
        return this.random() < 0.5;
      case "number":
        return this.pick([0, 1.5, -2]);
      case "integer":
        return this.pick([0, 1, -7]);
      case "object":
        return this.object(parts, depth);
      case "array":
        return this.array(parts, depth);
      default:
        return this.pick(["red", "x", "", "it's"]);
    }
  }

  private object(parts: readonly JsonObject[], depth: number): Json {
    const required = new Set(parts.flatMap((part) => (part.required ?? []) as string[]));
    const named = parts.flatMap(({ propertyNames }) =>
      isObject(propertyNames) ? (propertyNames.enum as string[]) : [],
    );
    const declared = new Set([
      ...parts.flatMap(({ properties }) => Object.keys((properties ?? {}) as JsonObject)),
      ...named,
    ]);
    const other = isOpen(parts) && this.random() < 0.5 ? [this.pick(["more", "x-y", "b"])] : [];
    const names = [...declared].filter((name) => required.has(name) || this.random() < 0.6);
    const all = [...new Set([...names, ...required, ...other])];
    return Object.fromEntries(all.map((name) => [name, this.make(schemasOf(parts, name), depth + 1)]));
  }

  private array(parts: readonly JsonObject[], depth: number): Json {
    const least = Math.max(0, ...parts.map(({ minItems }) => Number(minItems ?? 0)));
    const most = Math.min(4, ...parts.map(({ maxItems }) => Number(maxItems ?? 4)));
    const length = Math.max(least, Math.floor(this.random() * (most + 1)));
    return Array.from({ length }, (_, index) =>
      this.make(
        parts.flatMap(({ prefixItems, items }) => ((prefixItems ?? []) as Json[])[index] ?? items ?? []),
        depth + 1,
      ),
    );
  }

  private pick<T>(values: readonly T[]): T {
    // There is at least one.
    return values[Math.floor(this.random() * values.length)] as T;
  }
}

const deepest = 8;
const kinds = ["string", "number", "boolean", "null", "object", "array"];

function isOpen(parts: readonly JsonObject[]): boolean {
  return parts.some(({ additionalProperties, unevaluatedProperties, patternProperties }) =>
    [additionalProperties, unevaluatedProperties, patternProperties].some((more) => isObject(more) || more === true),
  );
}

/** What parts say of a property. */
function schemasOf(parts: readonly JsonObject[], name: string): readonly Json[] {
  return parts.flatMap(({ properties, patternProperties, additionalProperties, unevaluatedProperties }) => {
    const own = isObject(properties) && Object.hasOwn(properties, name) ? [properties[name] ?? true] : [];
    const patterns = Object.entries((patternProperties ?? {}) as JsonObject);
    const stated = [
      ...own,
      ...patterns.flatMap(([pattern, schema]) => (new RegExp(pattern).test(name) ? [schema] : [])),
    ];
    return stated.length > 0 ? stated : [additionalProperties, unevaluatedProperties].filter(isObject).slice(0, 1);
  });
}
