import { isObject, type Json, type JsonObject, splitPointer } from "@facsimile/document";
import type { SchemaError } from "../schema/validator.js";
import { type Path, partAt, withPart } from "./at.js";

/** What makes a value of a schema. */
type Make = (schema: Json) => Json;

/** What a part may become, so that one error about it goes away. */
type Repair = (part: unknown, error: SchemaError, make: Make) => readonly unknown[];

/** The values that differ from one in a part that does not fit, the likeliest to fit first. */
export function* repaired(value: Json, errors: readonly SchemaError[], make: Make): Generator<Json> {
  // What sums up comes last, and mends more than what it sums up.
  for (const error of errors.toReversed()) {
    const path = pathIn(value, error.at);
    const repair = repairs[error.keyword] ?? made;
    for (const part of repair(partAt(value, path), error, make)) yield withPart(value, path, part) as Json;
  }
}

/** The steps of a pointer in a value. */
export function pathOf(pointer: string): Path {
  return splitPointer(pointer);
}

function pathIn(value: unknown, pointer: string): Path {
  const steps: (string | number)[] = [];
  for (const step of splitPointer(pointer)) steps.push(Array.isArray(partAt(value, steps)) ? Number(step) : step);
  return steps;
}

const made: Repair = (part, { schema }, make) => {
  if (!isObject(schema)) return [];
  // What the schema says of itself is what does not fit.
  const { example: _example, examples: _examples, default: _default, ...rest } = schema as JsonObject;
  const other = make({ ...typeOfPart(part), ...rest });
  return isObject(part) && isObject(other) ? [{ ...part, ...other }, other] : [other];
};

const withMissing: Repair = (part, { params, schema }, make) => {
  const name = String(params.missingProperty ?? "");
  if (!isObject(part) || !isObject(schema)) return [];
  const declared = isObject(schema.properties) ? schema.properties[name] : undefined;
  const all = declared === undefined ? ["text", 1, true, {}, []] : [make(declared as Json)];
  return all.map((value) => ({ ...part, [name]: value }));
};

const withoutUndeclared: Repair = (part, { params }) => {
  const name = String(params.additionalProperty ?? params.unevaluatedProperty ?? "");
  return isObject(part) ? [without(part, name)] : [];
};

/** Another alternative, or the same with less in it. */
const alternative: Repair = (part, { schema, keyword }, make) => {
  const members = isObject(schema) ? schema[keyword] : undefined;
  const all = Array.isArray(members) ? members.slice(0, 12) : [];
  const whole = all.flatMap((member) => made(part, asError(member), make));
  return [...fewer(part), ...whole, ...whole.flatMap((one) => fewer(one))];
};

const repairs: Readonly<Record<string, Repair>> = {
  required: withMissing,
  dependentRequired: withMissing,
  additionalProperties: withoutUndeclared,
  unevaluatedProperties: withoutUndeclared,
  "false schema": () => [undefined],
  oneOf: alternative,
  anyOf: alternative,
  // Its `then` or `else` says what is wrong.
  if: (part) => fewer(part),
  not: (part, { schema }) => [...fewer(part, namesIn(schema)), ...others(part)],
  const: (_part, { schema }) => (isObject(schema) ? [schema.const] : []),
  enum: (_part, { schema }) => (isObject(schema) && Array.isArray(schema.enum) ? schema.enum : []),
  contains: (part, { schema }, make) => {
    if (!Array.isArray(part) || !isObject(schema)) return [];
    const least = typeof schema.minContains === "number" ? schema.minContains : 1;
    const items = Array.from({ length: Math.min(least, 100) }, () => make(schema.contains as Json));
    return [[...items, ...part], items, part.slice(0, Number(schema.maxContains ?? part.length))];
  },
  uniqueItems: (part) =>
    Array.isArray(part)
      ? [
          uniqueOf(part),
          ...part.map((_item, index) => part.map((item, at) => (at === index ? (others(item)[0] ?? item) : item))),
        ]
      : [],
  maxItems: (part, { params }) => (Array.isArray(part) ? [part.slice(0, Number(params.limit))] : []),
  unevaluatedItems: (part) => (Array.isArray(part) ? [part.slice(0, -1)] : []),
  maxProperties: (part) => fewer(part),
  propertyNames: (part, { params, schema }, make) => {
    if (!isObject(part) || !isObject(schema)) return [];
    const { [String(params.propertyName)]: value, ...rest } = part;
    return [{ ...rest, [String(make({ type: "string", ...(schema.propertyNames as object) } as Json))]: value }, rest];
  },
  dependentSchemas: (part) => fewer(part),
};

function asError(schema: unknown): SchemaError {
  return { at: "", keyword: "", message: "", params: {}, schema };
}

/** An object without one of its properties, for each of them. */
function fewer(part: unknown, first: readonly string[] = []): readonly unknown[] {
  if (!isObject(part)) return [];
  const names = Object.keys(part);
  const inOrder = [
    ...names.filter((name) => first.includes(name)),
    ...names.filter((name) => !first.includes(name)).reverse(),
  ];
  return inOrder.slice(0, 20).map((name) => without(part, name));
}

function without(part: object, name: string): object {
  return Object.fromEntries(Object.entries(part).filter(([key]) => key !== name));
}

function namesIn(schema: unknown): readonly string[] {
  const not = isObject(schema) ? schema.not : undefined;
  return isObject(not) && Array.isArray(not.required) ? not.required.map(String) : [];
}

/** Other values of the same kind. */
function others(part: unknown): readonly unknown[] {
  if (typeof part === "number") return [part + 1, part - 1, part * 2, 0];
  if (typeof part === "string") return [`${part}2`, `a${part}`, part.slice(0, -1), "other", "a", "1", ""];
  if (typeof part === "boolean") return [!part];
  if (Array.isArray(part)) return [part.slice(0, -1), []];
  return [];
}

function uniqueOf(items: readonly unknown[]): readonly unknown[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** The kind of a part, for a schema that says nothing of it. */
function typeOfPart(part: unknown): { readonly type?: string } {
  if (part === null || part === undefined) return {};
  return { type: Array.isArray(part) ? "array" : typeof part };
}
