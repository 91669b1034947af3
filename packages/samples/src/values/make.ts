import type { Json, JsonObject, Schema } from "@facsimile/document";
import type { SchemaError, Validator } from "../schema/validator.js";
import { showPath } from "./at.js";
import { useOf } from "./flatten.js";
import { pathOf, repaired } from "./repairs.js";
import { type SampleOptions, sampleValue } from "./sample.js";

/** A value that fits, or why there is none. */
export type MadeValue =
  | { readonly kind: "made"; readonly value: Json }
  | { readonly kind: "none"; readonly reason: string };

/** How often a value may be mended: what is not found by then is none. */
const mostSteps = 60;

/**
 * A value of a schema that our own validator takes, the same one each time. What is made up first and does not fit is mended where it does not, one
 * error after the other: a condition that asks for one more property, two alternatives that both fit, items that are the same.
 */
export function makeValue(
  document: JsonObject,
  validator: Validator,
  schema: Schema | undefined,
  options: SampleOptions,
): MadeValue {
  if (schema === undefined) return { kind: "made", value: sampleValue(document, [], options) };
  const known = made.get(validator) ?? new Map<string, MadeValue>();
  made.set(validator, known);
  const key = `${options.direction} ${options.size} ${schema.pointer}`;
  const found = known.get(key) ?? make(document, validator, schema, options);
  known.set(key, found);
  return found;
}

const made = new WeakMap<Validator, Map<string, MadeValue>>();

function make(document: JsonObject, validator: Validator, schema: Schema, options: SampleOptions): MadeValue {
  try {
    const check = (value: Json): readonly SchemaError[] => validator.check(schema.pointer, options.direction, value);
    const first = sampleValue(document, useOf(schema), options);
    const errors = check(first);
    if (errors.length === 0) return { kind: "made", value: first };
    const make = (part: Json): Json =>
      sampleValue(document, [{ value: part as JsonObject, pointer: schema.pointer }], options);
    return search({ value: first, errors }, check, make);
  } catch (error) {
    return {
      kind: "none",
      reason: `the schema cannot be compiled: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

interface Attempt {
  readonly value: Json;
  readonly errors: readonly SchemaError[];
}

/** Goes on from the attempt with the fewest errors. */
function search(
  first: Attempt,
  check: (value: Json) => readonly SchemaError[],
  make: (schema: Json) => Json,
): MadeValue {
  const seen = new Set([JSON.stringify(first.value)]);
  const pending = [first];
  let steps = 0;
  for (let best = pending.shift(); best !== undefined && steps < mostSteps; best = pending.shift()) {
    for (const value of repaired(best.value, best.errors, make)) {
      const text = JSON.stringify(value);
      if (seen.has(text)) continue;
      seen.add(text);
      steps += 1;
      const errors = check(value);
      if (errors.length === 0) return { kind: "made", value };
      pending.push({ value, errors });
      if (errors.length < best.errors.length || steps >= mostSteps) break;
    }
    pending.sort((left, right) => left.errors.length - right.errors.length);
  }
  return { kind: "none", reason: sentence(first.errors) };
}

function sentence(errors: readonly SchemaError[]): string {
  const error = errors.at(-1);
  if (error === undefined) return "no value fits";
  const place = showPath(pathOf(error.at));
  return `no value was found that fits: what was made up ${error.message}${place === "" ? "" : ` at ${place}`}`;
}
