import {
  type Direction,
  type Json,
  type JsonObject,
  type JsonType,
  resolveValue,
  type SchemaUse,
  type SchemaView,
  schemasOf,
} from "@facsimile/document";
import { flatten, itemUse } from "./flatten.js";
import { sampleText } from "./text.js";

export interface SampleOptions {
  readonly direction: Direction;
  /** `minimal` has what is required and nothing else; `maximal` has every property that is declared. */
  readonly size: "minimal" | "maximal";
}

/** Deep enough for any real document; what is optional and deeper is left out, so that recursive schemas come to an end. */
const deepest = 6;

/**
 * A value that fits a schema, the same one each time: the schema's own example, default, constant or first enumerated value, else one made up
 * from its type. It is not promised to fit where a schema uses `pattern`, `not` or conditions without an example, or requires itself: check it.
 */
export function sampleValue(document: JsonObject, use: SchemaUse, options: SampleOptions): Json {
  return new Sampler(document, options).sample(use, []);
}

/** The type of a value that a schema describes: the first one that is not `null`, and text where it says none. */
export function typeOf({ types }: SchemaView): JsonType {
  return types?.find((type) => type !== "null") ?? types?.[0] ?? "string";
}

class Sampler {
  constructor(
    private readonly document: JsonObject,
    private readonly options: SampleOptions,
  ) {}

  /** @param above - the schemas of the values around it */
  sample(use: SchemaUse, above: readonly unknown[]): Json {
    const schema = resolveValue(this.document, use[0]?.value);
    if (above.length >= deepest && above.includes(schema)) return null;
    const view = flatten(this.document, use);
    if (view.const !== undefined) return view.const;
    if (view.enum !== undefined) return view.enum.find((value) => value !== null || view.allowsNull) ?? null;
    const inside = [...above, schema];
    const type = typeOf(view);
    if (type === "object") return this.object(view, inside);
    if (type === "array") return this.array(view, inside);
    return view.stated.find((value) => value !== null) ?? sampleScalar(view, type);
  }

  private object(view: SchemaView, inside: readonly unknown[]): Json {
    const { direction, size } = this.options;
    const schemas = schemasOf(this.document);
    const wanted = [...view.properties].filter(([name, property]) => {
      if (schemas.isAbsent(property, direction)) return false;
      return view.required.has(name) || (size === "maximal" && inside.length <= deepest);
    });
    const others = view.additional.filter(({ value }) => typeof value === "object");
    const isMap = view.properties.size === 0 && others.length > 0 && size === "maximal";
    if (isMap) return { key: this.sample(others, inside) };
    return Object.fromEntries(wanted.map(([name, property]) => [name, this.sample(property, inside)]));
  }

  private array(view: SchemaView, inside: readonly unknown[]): Json {
    const least = view.minItems ?? 0;
    const count = inside.length <= deepest ? Math.max(least, this.options.size === "maximal" ? 1 : 0) : least;
    return Array.from({ length: count }, (_, index) => this.sample(itemUse(view, index), inside));
  }
}

function sampleScalar(view: SchemaView, type: JsonType): Json {
  if (type === "string") return sampleText(view);
  if (type === "integer" || type === "number") return sampleNumber(view);
  return type === "boolean" ? true : null;
}

/** The least number that a schema allows. */
export function sampleNumber({ multipleOf: step = 1, minimum, exclusiveMinimum, maximum = 1 }: SchemaView): number {
  const above = exclusiveMinimum === undefined ? undefined : exclusiveMinimum + step;
  const lowest = minimum ?? above ?? Math.min(1, maximum);
  return Math.ceil(lowest / step) * step;
}
