import { type Direction, isJson, isObject, type Json, type Schema } from "@facsimile/document";
import { isForm, isMultipart } from "@facsimile/mock/wire";
import { examplesAt, type MadeValue, makeValue, type NamedExample } from "@facsimile/samples";
import type { ValueContext } from "./value-context.js";

/** A place of the document that gives examples: a parameter, a header, or the content of a body. */
export interface ExamplePlace {
  /** Where the examples stand. */
  readonly pointer: string;
  /** Undefined where the document says nothing about the value. */
  readonly schema: Schema | undefined;
  readonly direction: Direction;
  /** Of a body. */
  readonly mediaType?: string | undefined;
}

/** The examples of a place, told apart by whether its schema allows them. Properties that nobody declared are allowed, unless a schema forbids them. */
export interface JudgedExamples {
  readonly fitting: readonly NamedExample[];
  readonly faulty: readonly NamedExample[];
}

export function judgedExamples({ document, validator }: ValueContext, place: ExamplePlace): JudgedExamples {
  const known = judged.get(validator) ?? new Map<string, JudgedExamples>();
  judged.set(validator, known);
  const key = `${place.direction} ${place.pointer}`;
  const found = known.get(key) ?? judge({ document, validator }, place);
  known.set(key, found);
  return found;
}

const judged = new WeakMap<object, Map<string, JudgedExamples>>();

function judge(
  { document, validator }: ValueContext,
  { pointer, schema, direction, mediaType }: ExamplePlace,
): JudgedExamples {
  const all = examplesAt(document, pointer);
  if (schema === undefined || !hasJsonValue(mediaType)) return { fitting: all, faulty: [] };
  const fits = ({ value }: NamedExample): boolean =>
    !(direction === "response" && refersInside(value)) && isAllowed({ document, validator }, schema, direction, value);
  const fitting = all.filter(fits);
  return { fitting, faulty: all.filter((example) => !fitting.includes(example)) };
}

/** Whether a value has a `$ref` in it: there it is text, which Prism takes for a reference all the same. */
function refersInside(value: Json): boolean {
  if (Array.isArray(value)) return value.some(refersInside);
  return isObject(value) && (typeof value.$ref === "string" || Object.values(value).some(refersInside));
}

/** Whether a schema allows a value. One that cannot be compiled allows everything: that is a finding of its own. */
export function isAllowed({ validator }: ValueContext, schema: Schema, direction: Direction, value: unknown): boolean {
  try {
    return validator.allows(schema.pointer, direction, value).length === 0;
  } catch {
    return true;
  }
}

/** Whether the examples of a media type are values of its schema, and not a text that says them in another way. */
export function hasJsonValue(mediaType: string | undefined): boolean {
  return mediaType === undefined || isJson(mediaType) || isForm(mediaType) || isMultipart(mediaType);
}

/** A value for a place: its first example that fits, else one that is made. */
export function valueFor(
  context: ValueContext,
  place: ExamplePlace,
  size: "minimal" | "maximal",
  suits: (value: unknown) => boolean = () => true,
): MadeValue {
  const [example] =
    size === "maximal" ? judgedExamples(context, place).fitting.filter(({ value }) => suits(value)) : [];
  if (example !== undefined) return { kind: "made", value: example.value };
  return makeValue(context.document, context.validator, place.schema, { direction: place.direction, size });
}
