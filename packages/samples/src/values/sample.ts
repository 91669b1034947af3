import {
  type Direction,
  isObject,
  type Json,
  type JsonObject,
  type JsonType,
  resolveValue,
  type SchemaUse,
  type SchemaView,
  schemasOf,
} from "@facsimile/document";
import { linearPattern } from "../schema/linear-pattern.js";
import { flatten, itemUse } from "./flatten.js";
import { likelyNumber, likelyText } from "./likely.js";
import { namesFor, undeclaredUse } from "./names.js";
import { isWithin, sampleNumber, sampleNumbers } from "./number.js";
import { sampleText, sampleTexts } from "./text.js";

export interface SampleOptions {
  readonly direction: Direction;
  /** `minimal` has what is required and nothing else; `maximal` has every property that is declared. */
  readonly size: "minimal" | "maximal";
}

/** Deep enough for any real document; what is optional and deeper is left out, so that recursive schemas come to an end. */
const deepest = 6;

/** How many values a value may have in it. What is optional and would be more is left out, from the inside on. */
const mostValues = 2000;

/** More items make nothing clearer, and no real list needs more. */
const mostItems = 200;

/**
 * A value that fits a schema, the same one each time: the schema's own example, default, constant or first enumerated value, else one made up
 * from its type, format and pattern. It is not promised to fit where a schema has conditions, or requires itself: `makeValue` mends and checks it.
 */
export function sampleValue(document: JsonObject, use: SchemaUse, options: SampleOptions): Json {
  return new Sampler(document, options).sample(use, [], mostValues);
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

  /**
   * @param above - the schemas of the values around it
   * @param room - how many values it may have in it
   * @param name - of the property whose value it is
   */
  sample(use: SchemaUse, above: readonly unknown[], room: number, name = ""): Json {
    const schema = resolveValue(this.document, use[0]?.value);
    if (above.length >= deepest && above.includes(schema)) return null;
    const view = flatten(this.document, use);
    if (view.const !== undefined) return view.const;
    if (view.enum !== undefined) return view.enum.find((value) => value !== null || view.allowsNull) ?? null;
    const inside = [...above, schema];
    const type = typeOf(view);
    if (type === "object") return this.object(view, inside, room);
    if (type === "array") return this.array(view, inside, room);
    return (
      view.stated.find((value) => value !== null && isPlausible(view, value)) ??
      likelyScalar(view, type, name) ??
      sampleScalar(view, type)
    );
  }

  private object(view: SchemaView, inside: readonly unknown[], room: number): Json {
    const { direction, size } = this.options;
    const schemas = schemasOf(this.document);
    const isAbsent = (use: SchemaUse): boolean => schemas.isAbsent(use, direction);
    const others = view.additional.filter(({ value }) => typeof value === "object");
    const isWhole = size === "maximal" && inside.length <= deepest && view.properties.size <= room;
    const wanted = [...view.properties].filter(
      ([name, property]) => !isAbsent(property) && (view.required.has(name) || isWhole),
    );
    const undeclared = [...view.required.keys()].filter((name) => !view.properties.has(name));
    const isMap = view.properties.size === 0 && others.length > 0 && size === "maximal";
    const missing = (view.minProperties ?? 0) - wanted.length - undeclared.length;
    const spare = [...view.properties]
      .filter(([name, property]) => !isAbsent(property) && !wanted.some(([one]) => one === name))
      .slice(0, Math.max(0, missing));
    const extra = Math.max(isMap && undeclared.length === 0 ? 1 : 0, missing - spare.length, 0);
    const all: (readonly [string, SchemaUse])[] = [
      ...wanted,
      ...spare,
      ...[...undeclared, ...namesFor(this.document, view, extra)].map(
        (name) => [name, undeclaredUse(view, name)] as const,
      ),
    ];
    const share = Math.floor((room - all.length) / Math.max(1, all.length));
    return Object.fromEntries(all.map(([name, use]) => [name, this.sample(use, inside, share, name)]));
  }

  private array(view: SchemaView, inside: readonly unknown[], room: number): Json {
    const least = view.minItems ?? 0;
    const isFilled = this.options.size === "maximal" && inside.length <= deepest && room > 0;
    const count = Math.min(Math.max(least, isFilled ? 1 : 0), view.maxItems ?? mostItems, mostItems);
    if (view.uniqueItems && count > 1) return this.distinct(view, count, inside, room);
    return Array.from({ length: count }, (_, index) =>
      this.sample(itemUse(view, index), inside, Math.floor(room / count)),
    );
  }

  /** Items that differ, as far as their schema has some. */
  private distinct(view: SchemaView, count: number, inside: readonly unknown[], room: number): Json[] {
    const use = itemUse(view, view.prefixItems.length);
    const item = flatten(this.document, use);
    const listed = item.enum ?? variants(item, count);
    const all = [...view.prefixItems.map((one) => this.sample(one, inside, room)), ...listed];
    const different = [...new Map(all.map((value) => [JSON.stringify(value), value])).values()].slice(0, count);
    if (different.length >= count) return different;
    const made = this.sample(use, inside, Math.floor(room / count));
    return [
      ...different,
      ...Array.from({ length: count - different.length }, (_, index) => this.variantOf(made, item, index)),
    ];
  }

  /** An object with another value in the first of its properties that can have one. */
  private variantOf(value: Json, view: SchemaView, index: number): Json {
    if (!isObject(value)) return value;
    for (const [name, use] of view.properties) {
      const other = variants(flatten(this.document, use), index + 1)[index];
      if (Object.hasOwn(value, name) && other !== undefined) return { ...value, [name]: other };
    }
    return value;
  }
}

/** What the name of a property leads to expect, where the schema allows it and does not say more by a format. */
function likelyScalar(view: SchemaView, type: JsonType, name: string): Json | undefined {
  const isNumber = type === "integer" || type === "number";
  const value = isNumber ? likelyNumber(name) : type === "string" && !view.format ? likelyText(name) : undefined;
  if (value === undefined || !isPlausible(view, value)) return undefined;
  return isNumber && !isWithin(view, type, Number(value)) ? undefined : value;
}

function sampleScalar(view: SchemaView, type: JsonType): Json {
  if (type === "string") return sampleText(view);
  if (type === "integer" || type === "number") return sampleNumber(view, type);
  return type === "boolean" ? true : null;
}

/** Different values of a schema of texts, numbers or booleans; none of any other. */
function variants(view: SchemaView, count: number): readonly Json[] {
  const type = typeOf(view);
  if (view.const !== undefined) return [view.const];
  if (view.enum !== undefined) return view.enum;
  if (type === "string") return sampleTexts(view, count);
  if (type === "integer" || type === "number") return sampleNumbers(view, type, count);
  return type === "boolean" ? [true, false] : [];
}

/** Whether a value that a schema states for itself, a scalar, is one of those that it allows. */
function isPlausible(view: SchemaView, value: Json): boolean {
  const { minLength = 0, maxLength = Infinity, patterns, types } = view;
  if (typeof value === "number")
    return types === undefined || isWithin(view, types.includes("number") ? "number" : "integer", value);
  if (typeof value !== "string") return true;
  return value.length >= minLength && value.length <= maxLength && patterns.every((pattern) => matches(pattern, value));
}

function matches(pattern: string, text: string): boolean {
  try {
    return linearPattern(pattern).test(text);
  } catch {
    return true;
  }
}
