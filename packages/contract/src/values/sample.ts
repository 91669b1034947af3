import type { Json, JsonObject } from "@facsimile/document";
import { isObject, resolve } from "../document/pointer.js";
import type { Direction } from "../schema/direction.js";
import { flatten } from "./flatten.js";
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
 * from its type. It is not promised to fit where a schema uses `pattern`, `not` or conditions without an example: check it.
 */
export function sampleValue(document: JsonObject, schema: unknown, options: SampleOptions, depth = 0): Json {
  const flat = flatten(document, schema);
  if (flat.const !== undefined) return flat.const;
  if (Array.isArray(flat.enum)) return flat.enum[0] ?? null;
  const type = typeOf(flat);
  if (type === "object") return sampleObject(document, flat, options, depth);
  if (type === "array") return sampleArray(document, flat, options, depth);
  const stated = firstOf(flat.examples) ?? flat.example ?? flat.default;
  if (stated !== undefined && stated !== null) return stated;
  if (type === "string") return sampleText(flat);
  if (type === "integer" || type === "number") return sampleNumber(flat);
  return type === "boolean" ? true : null;
}

/** The type of a value that a flat schema describes; the first one that is not `null` where it names several. */
export function typeOf(flat: JsonObject): string {
  const types = Array.isArray(flat.type) ? flat.type : [flat.type];
  const named = types.find((type) => type !== "null" && type !== undefined);
  if (typeof named === "string") return named;
  if (types[0] === "null") return "null";
  if (isObject(flat.properties) || flat.additionalProperties !== undefined) return "object";
  return flat.items === undefined ? "string" : "array";
}

function sampleObject(document: JsonObject, flat: JsonObject, options: SampleOptions, depth: number): Json {
  const required = Array.isArray(flat.required) ? flat.required : [];
  const properties = isObject(flat.properties) ? Object.entries(flat.properties) : [];
  const hidden = options.direction === "request" ? "readOnly" : "writeOnly";
  const wanted = properties.filter(([name, property]) => {
    const resolved = resolve(document, property);
    if (isObject(resolved) && resolved[hidden] === true) return false;
    return required.includes(name) || (options.size === "maximal" && depth < deepest);
  });
  const entries = wanted.map(
    ([name, property]) => [name, sampleValue(document, property, options, depth + 1)] as const,
  );
  const isMap = properties.length === 0 && isObject(flat.additionalProperties) && options.size === "maximal";
  return Object.fromEntries(
    isMap ? [["key", sampleValue(document, flat.additionalProperties, options, depth + 1)]] : entries,
  );
}

function sampleArray(document: JsonObject, flat: JsonObject, options: SampleOptions, depth: number): Json {
  const least = typeof flat.minItems === "number" ? flat.minItems : 0;
  const count = depth < deepest ? Math.max(least, options.size === "maximal" ? 1 : 0) : least;
  return Array.from({ length: count }, () => sampleValue(document, flat.items, options, depth + 1));
}

function sampleNumber(flat: JsonObject): number {
  const step = typeof flat.multipleOf === "number" ? flat.multipleOf : 1;
  const lowest =
    numberOf(flat.minimum) ?? above(flat.exclusiveMinimum, step) ?? Math.min(1, numberOf(flat.maximum) ?? 1);
  return Math.ceil(lowest / step) * step;
}

function above(limit: Json | undefined, step: number): number | undefined {
  return typeof limit === "number" ? limit + step : undefined;
}

function numberOf(value: Json | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function firstOf(value: Json | undefined): Json | undefined {
  return Array.isArray(value) ? value[0] : undefined;
}
