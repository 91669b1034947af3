import type { SchemaError } from "@facsimile/samples";
import { isObject, splitPointer } from "../spec/json.js";
import type { Shown } from "./shown.js";

/** Where in a value something is wrong, in a way that is the same for every item of a list, and shows no key that could be a value. */
export function shownPath(pointer: string, shown: Shown): readonly string[] {
  return splitPointer(pointer).map((step) => (/^\d+$/.test(step) ? "*" : shown.name(step)));
}

/** A property that no schema declares; undefined for any other error. */
export function undeclared({ keyword, params }: SchemaError): string | undefined {
  const name = params.unevaluatedProperty ?? params.additionalProperty;
  return (keyword === "unevaluatedProperties" || keyword === "additionalProperties") && typeof name === "string"
    ? name
    : undefined;
}

/** Keywords whose value says what is wrong, and comes from the schema. */
const told = new Set(
  "type format pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength minItems maxItems minProperties maxProperties".split(
    " ",
  ),
);

/** What a schema asks of a value that does not fit, in words of the schema alone: the value itself is never shown. */
export function schemaWords({ keyword, params, schema }: SchemaError, value: unknown): string {
  if (keyword === "required" && typeof params.missingProperty === "string")
    return `requires ${params.missingProperty}, which is not there`;
  if (keyword === "type") return `allows ${typesOf(params.type)}, and it is ${kindOf(value)}`;
  if (keyword === "enum") return "does not list the value";
  if (keyword === "const") return "allows another value only";
  const asked = isObject(schema) ? schema[keyword] : undefined;
  if (told.has(keyword) && asked !== undefined)
    return `has the ${keyword} ${JSON.stringify(asked)}, which the value does not meet`;
  return `does not allow the value (${keyword})`;
}

function typesOf(types: unknown): string {
  return Array.isArray(types) ? types.join(" or ") : String(types);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return Number.isInteger(value) ? "an integer" : typeof value === "object" ? "an object" : `a ${typeof value}`;
}
