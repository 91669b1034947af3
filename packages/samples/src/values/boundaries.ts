import type { JsonObject, SchemaUse, SchemaView } from "@facsimile/document";
import { isObject } from "@facsimile/document";
import { type Path, partAt, withPart } from "./at.js";
import { type Part, partsOf } from "./parts.js";
import { typeOf } from "./sample.js";

/** A valid value that is extreme in one of its parts. */
export interface Boundary {
  readonly path: Path;
  /** What is extreme: `minimum`, `enum "asc"`, `null`. */
  readonly what: string;
  /** {@link Part.schema} */
  readonly schema: string;
  readonly value: unknown;
}

type Extreme = readonly [what: string, value: unknown];

/**
 * The extremes that the schema of a value names: limits, each enumerated value, both booleans, null, the shortest
 * and the longest, and each object with what it has to have alone.
 *
 * @param wants - whether a part is looked at
 */
export function boundariesOf(
  document: JsonObject,
  use: SchemaUse,
  value: unknown,
  wants: (part: Part) => boolean = () => true,
): readonly Boundary[] {
  return partsOf(document, use, value).flatMap((part) => {
    if (!wants(part)) return [];
    const current = partAt(value, part.path);
    return extremes(part, current)
      .filter(([, extreme]) => JSON.stringify(extreme) !== JSON.stringify(current))
      .map(([what, extreme]) => ({
        path: part.path,
        schema: part.schema,
        what,
        value: withPart(value, part.path, extreme),
      }));
  });
}

function extremes({ view, takesNull }: Part, current: unknown): readonly Extreme[] {
  const listed = view.enum?.filter((value) => value !== null || takesNull);
  const some = listed?.map((value): Extreme => [`enum ${JSON.stringify(value)}`, value]) ?? byType(view, current);
  return takesNull ? [...some, ["null", null]] : some;
}

function byType(view: SchemaView, current: unknown): readonly Extreme[] {
  const type = typeOf(view);
  if (type === "boolean")
    return [
      ["true", true],
      ["false", false],
    ];
  if (type === "integer" || type === "number") return limits(view, type);
  if (type === "string" && view.format === undefined && view.patterns.length === 0)
    return lengths(view, String(current));
  if (type === "object" && isObject(current)) return withoutOptional(view, current);
  return type === "array" && Array.isArray(current) ? sizes(view, current) : [];
}

/** An object of several optional properties has them all at once, or none. */
function withoutOptional({ required }: SchemaView, current: JsonObject): readonly Extreme[] {
  return [["nothing optional", Object.fromEntries(Object.entries(current).filter(([name]) => required.has(name)))]];
}

function limits(view: SchemaView, type: "integer" | "number"): readonly Extreme[] {
  const step = type === "integer" ? 1 : 0.5;
  return [
    ...extreme("minimum", view.minimum, (limit) => limit),
    ...extreme("maximum", view.maximum, (limit) => limit),
    ...extreme("exclusiveMinimum", view.exclusiveMinimum, (limit) => limit + step),
    ...extreme("exclusiveMaximum", view.exclusiveMaximum, (limit) => limit - step),
  ];
}

function lengths({ minLength, maxLength }: SchemaView, current: string): readonly Extreme[] {
  const ofLength = (length: number): string => current.slice(0, length).padEnd(length, "x");
  return [...extreme("minLength", minLength, ofLength), ...extreme("maxLength", maxLength, ofLength)];
}

function sizes({ minItems, maxItems }: SchemaView, current: readonly unknown[]): readonly Extreme[] {
  const repeat = (length: number): unknown[] => Array.from({ length }, (_, index) => current[index] ?? current[0]);
  return [
    ...extreme("minItems", minItems, repeat),
    ...extreme("maxItems", maxItems, repeat),
    ...(minItems === undefined ? [["no items", []] as const] : []),
  ];
}

function extreme(what: string, limit: number | undefined, make: (limit: number) => unknown): readonly Extreme[] {
  return limit === undefined ? [] : [[what, make(limit)]];
}
