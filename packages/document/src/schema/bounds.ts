import type { Json } from "../load/document.js";
import { commonMultiple } from "./common-multiple.js";
import type { SchemaPart } from "./parts.js";

/** What the keywords of a schema's parts demand of a value together: of several limits the tightest. */
export interface Bounds {
  readonly const: Json | undefined;
  /** The values that every `enum` lists. */
  readonly enum: readonly Json[] | undefined;
  /** The one of the part that comes first. */
  readonly format: string | undefined;
  /** At most one of the two lower limits, and of the two upper ones: the other would not bind. */
  readonly minimum: number | undefined;
  readonly exclusiveMinimum: number | undefined;
  readonly maximum: number | undefined;
  readonly exclusiveMaximum: number | undefined;
  /** The least number that is a multiple of them all. */
  readonly multipleOf: number | undefined;
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  /** A text has to match all of them. */
  readonly patterns: readonly string[];
  readonly minItems: number | undefined;
  readonly maxItems: number | undefined;
  readonly uniqueItems: boolean;
  readonly minProperties: number | undefined;
  readonly maxProperties: number | undefined;
}

export function boundsOf(parts: readonly SchemaPart[]): Bounds {
  const largest = (keyword: string): number | undefined => tightest(numbers(parts, keyword), Math.max);
  const smallest = (keyword: string): number | undefined => tightest(numbers(parts, keyword), Math.min);
  return {
    const: values(parts, "const")[0],
    enum: commonValues(values(parts, "enum").filter((list) => Array.isArray(list))),
    format: texts(parts, "format")[0],
    ...lowerLimit(largest("minimum"), largest("exclusiveMinimum")),
    ...upperLimit(smallest("maximum"), smallest("exclusiveMaximum")),
    multipleOf: tightest(
      numbers(parts, "multipleOf").filter((step) => step > 0),
      commonMultiple,
    ),
    minLength: largest("minLength"),
    maxLength: smallest("maxLength"),
    patterns: [...new Set(texts(parts, "pattern"))],
    minItems: largest("minItems"),
    maxItems: smallest("maxItems"),
    uniqueItems: values(parts, "uniqueItems").includes(true),
    minProperties: largest("minProperties"),
    maxProperties: smallest("maxProperties"),
  };
}

/** What the parts say in a keyword, in their order. */
export function values(parts: readonly SchemaPart[], keyword: string): readonly Json[] {
  return parts.flatMap(({ keywords }) => {
    const value = keywords[keyword];
    // A list is one value.
    return value === undefined ? [] : [value];
  });
}

function numbers(parts: readonly SchemaPart[], keyword: string): readonly number[] {
  return values(parts, keyword).filter((value) => typeof value === "number");
}

function texts(parts: readonly SchemaPart[], keyword: string): readonly string[] {
  return values(parts, keyword).filter((value) => typeof value === "string");
}

function tightest(limits: readonly number[], tighter: (left: number, right: number) => number): number | undefined {
  return limits.length === 0 ? undefined : limits.reduce((left, right) => tighter(left, right));
}

function lowerLimit(
  minimum: number | undefined,
  exclusive: number | undefined,
): Pick<Bounds, "minimum" | "exclusiveMinimum"> {
  const binds = exclusive !== undefined && (minimum === undefined || exclusive >= minimum);
  return { minimum: binds ? undefined : minimum, exclusiveMinimum: binds ? exclusive : undefined };
}

function upperLimit(
  maximum: number | undefined,
  exclusive: number | undefined,
): Pick<Bounds, "maximum" | "exclusiveMaximum"> {
  const binds = exclusive !== undefined && (maximum === undefined || exclusive <= maximum);
  return { maximum: binds ? undefined : maximum, exclusiveMaximum: binds ? exclusive : undefined };
}

/** The values of the first list that are in all others. */
function commonValues(lists: readonly (readonly Json[])[]): readonly Json[] | undefined {
  const [first, ...others] = lists;
  const sets = others.map((list) => new Set(list.map((value) => JSON.stringify(value))));
  return first?.filter((value) => {
    const text = JSON.stringify(value);
    return sets.every((set) => set.has(text));
  });
}
