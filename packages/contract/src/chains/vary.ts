import {
  isObject,
  type JsonObject,
  type JsonType,
  type SchemaUse,
  type SchemaView,
  schemasOf,
} from "@facsimile/document";
import { bareName, propertiesOf } from "@facsimile/mock/things";
import { flatten, typeOf } from "@facsimile/samples";

export interface Variation {
  /** Stands in every text that may be any: makes things of different runs different. */
  readonly mark: string;
  /** Whether a whole value is still valid. */
  readonly fits: (value: unknown) => boolean;
}

/**
 * Another valid value: each property that may have another one has it. Left as they are: what is put together, and what looks as if it named
 * another thing, which has to be there.
 */
export function varied(document: JsonObject, use: SchemaUse, value: unknown, variation: Variation): unknown {
  if (!isObject(value)) return value;
  let whole: JsonObject = value;
  for (const [name, property] of propertiesOf(document, use)) {
    const current = whole[name];
    if (current === undefined || current === null || namesThing(name)) continue;
    if (schemasOf(document).isAbsent(property, "request")) continue;
    for (const other of others(flatten(document, property), current, variation.mark)) {
      // A scalar that was made here is JSON.
      const changed = { ...whole, [name]: other } as JsonObject;
      if (!variation.fits(changed)) continue;
      whole = changed;
      break;
    }
  }
  return whole;
}

function namesThing(name: string): boolean {
  return (
    /(?:[a-z]I[Dd]s?|_ids?|^ids?|U[Uu][Ii][Dd]|[a-z]Ref)$/.test(name) || ["ref", "parent"].includes(bareName(name))
  );
}

/** Other values of the same kind, the boldest first. */
function others(view: SchemaView, current: unknown, mark: string): readonly unknown[] {
  if (view.const !== undefined) return [];
  if (view.enum !== undefined) return view.enum.filter((value) => value !== current && value !== null);
  const type: JsonType = typeOf(view);
  if (type === "boolean") return [current !== true];
  if (type === "integer" || type === "number") return numbers(Number(current), view.multipleOf ?? 1);
  return type === "string" && typeof current === "string" ? texts(view, current, mark) : [];
}

function numbers(current: number, step: number): readonly number[] {
  return [current + step, current - step, current + 2 * step];
}

function texts({ format, patterns }: SchemaView, current: string, mark: string): readonly string[] {
  if (patterns.length > 0) return [];
  if (format === "email" || format === "idn-email" || /^[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+$/.test(current))
    return [`${mark}.${current}`.replaceAll(/[^ -~]/g, "x").toLowerCase()];
  if (format === "date" || format === "date-time") return [nextDay(current)];
  if (format === "uri" || format === "url") return [`${current.replace(/\/$/, "")}/${encodeURIComponent(mark)}`];
  // What reads as a number or a phone number is left as it is: its form matters to somebody.
  if (format !== undefined || /^[\d+().\s-]+$/.test(current)) return [];
  // The first has letters outside ASCII.
  return [`Zoë ${current} ${mark}`, `${current} ${mark}`, `${current}-${mark}`, `${current}${mark}`, mark];
}

/** The same time a day later, in the same form. */
function nextDay(text: string): string {
  const later = new Date(Date.parse(text) + 86_400_000);
  return Number.isNaN(later.getTime()) ? text : `${later.toISOString().slice(0, 10)}${text.slice(10)}`;
}
