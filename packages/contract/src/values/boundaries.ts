import type { Json, JsonObject } from "@facsimile/document";
import { isObject } from "../document/pointer.js";
import { type Path, partAt, withPart } from "./at.js";
import { partsOf } from "./parts.js";
import { typeOf } from "./sample.js";

/** A valid value that is extreme in one of its parts. */
export interface Boundary {
  readonly path: Path;
  /** What is extreme: `minimum`, `enum "asc"`, `null`. */
  readonly what: string;
  readonly value: unknown;
}

/**
 * The extremes that the schema of a value names: limits, each enumerated value, both booleans, null, the shortest
 * and the longest, and each object with what it has to have alone.
 */
export function boundariesOf(document: JsonObject, schema: unknown, value: unknown): readonly Boundary[] {
  return partsOf(document, schema, value).flatMap(({ path, schema: flat }) => {
    const current = partAt(value, path);
    return extremes(flat, current)
      .filter(([, extreme]) => JSON.stringify(extreme) !== JSON.stringify(current))
      .map(([what, extreme]) => ({ path, what, value: withPart(value, path, extreme) }));
  });
}

function extremes(flat: JsonObject, current: unknown): readonly (readonly [what: string, value: unknown])[] {
  const nullable = flat.nullable === true || (Array.isArray(flat.type) && flat.type.includes("null"));
  const some = Array.isArray(flat.enum)
    ? flat.enum.map((value: Json) => [`enum ${JSON.stringify(value)}`, value] as const)
    : byType(flat, current);
  return nullable ? [...some, ["null", null]] : some;
}

function byType(flat: JsonObject, current: unknown): readonly (readonly [string, unknown])[] {
  const type = typeOf(flat);
  if (type === "boolean")
    return [
      ["true", true],
      ["false", false],
    ];
  if (type === "integer" || type === "number") return limits(flat);
  if (type === "string" && flat.format === undefined && flat.pattern === undefined)
    return lengths(flat, String(current));
  if (type === "object" && isObject(current)) return withoutOptional(flat, current);
  return type === "array" && Array.isArray(current) ? sizes(flat, current) : [];
}

/** An object of several optional properties has them all at once, or none. */
function withoutOptional(flat: JsonObject, current: JsonObject): [string, unknown][] {
  const required = Array.isArray(flat.required) ? flat.required : [];
  return [
    ["nothing optional", Object.fromEntries(Object.entries(current).filter(([name]) => required.includes(name)))],
  ];
}

function limits(flat: JsonObject): [string, unknown][] {
  const step = flat.type === "integer" ? 1 : 0.5;
  return [
    ...numberOf(flat.minimum, (limit) => ["minimum", flat.exclusiveMinimum === true ? limit + step : limit]),
    ...numberOf(flat.maximum, (limit) => ["maximum", flat.exclusiveMaximum === true ? limit - step : limit]),
    ...numberOf(flat.exclusiveMinimum, (limit) => ["exclusiveMinimum", limit + step]),
    ...numberOf(flat.exclusiveMaximum, (limit) => ["exclusiveMaximum", limit - step]),
  ];
}

function lengths(flat: JsonObject, current: string): [string, unknown][] {
  return [
    ...numberOf(flat.minLength, (length) => ["minLength", current.slice(0, length).padEnd(length, "x")]),
    ...numberOf(flat.maxLength, (length) => ["maxLength", current.slice(0, length).padEnd(length, "x")]),
  ];
}

function sizes(flat: JsonObject, current: readonly unknown[]): [string, unknown][] {
  const repeat = (length: number): unknown[] => Array.from({ length }, (_, index) => current[index] ?? current[0]);
  return [
    ...numberOf(flat.minItems, (length) => ["minItems", repeat(length)]),
    ...numberOf(flat.maxItems, (length) => ["maxItems", repeat(length)]),
    ...(flat.minItems === undefined ? [["no items", []] as [string, unknown]] : []),
  ];
}

function numberOf(limit: Json | undefined, make: (limit: number) => [string, unknown]): [string, unknown][] {
  return typeof limit === "number" ? [make(limit)] : [];
}
