import type { JsonObject } from "@facsimile/document";
import { typeOf } from "./sample.js";

/** A value that breaks one keyword and, as far as can be, no other. */
type Breaker = (schema: JsonObject, value: unknown) => readonly unknown[];

/** Texts that no format allows. */
const formless = "no such format!";

/** Formats that Prism and our validator know. Others are remarks for people. */
const heldFormats = new Set([
  "date-time",
  "date",
  "time",
  "duration",
  "email",
  "hostname",
  "ipv4",
  "ipv6",
  "uri",
  "uri-reference",
  "uri-template",
  "uuid",
  "json-pointer",
  "relative-json-pointer",
  "regex",
  "byte",
]);

/** By keyword, what breaks it; the first candidate that really does is taken. `required` breaks once for each name. */
export const breakers: Readonly<Record<string, Breaker>> = {
  type: (schema) => wrongTypes(schema),
  enum: (schema) => (typeOf(schema) === "string" ? ["none of these"] : [987654321]),
  const: () => ["not the constant", 987654321],
  format: ({ format }) => (heldFormats.has(String(format)) ? [formless] : []),
  minimum: ({ minimum }) => [Number(minimum) - 1],
  maximum: ({ maximum }) => [Number(maximum) + 1],
  exclusiveMinimum: ({ exclusiveMinimum, minimum }) => [Number(exclusiveMinimum === true ? minimum : exclusiveMinimum)],
  exclusiveMaximum: ({ exclusiveMaximum, maximum }) => [Number(exclusiveMaximum === true ? maximum : exclusiveMaximum)],
  multipleOf: ({ multipleOf }, value) => [Number(value) + Number(multipleOf) / 2],
  minLength: ({ minLength }, value) => (Number(minLength) > 0 ? [String(value).slice(0, Number(minLength) - 1)] : []),
  maxLength: ({ maxLength }, value) => [String(value).padEnd(Number(maxLength) + 1, "x")],
  // What is empty comes last: as a parameter it may be taken for none.
  pattern: () => ["0", "x", "no such pattern!", "§", " ", ""],
  minItems: ({ minItems }, value) => (Number(minItems) > 0 ? [listOf(value).slice(0, Number(minItems) - 1)] : []),
  maxItems: ({ maxItems }, value) => [
    Array.from({ length: Number(maxItems) + 1 }, (_, index) => listOf(value)[index] ?? listOf(value)[0]),
  ],
  uniqueItems: ({ uniqueItems }, value) => (uniqueItems === true ? [[listOf(value)[0], listOf(value)[0]]] : []),
  minProperties: ({ minProperties }, value) =>
    Number(minProperties) > 0
      ? [Object.fromEntries(Object.entries(value as object).slice(0, Number(minProperties) - 1))]
      : [],
  maxProperties: ({ maxProperties }, value) => [
    {
      ...(value as object),
      ...Object.fromEntries(Array.from({ length: Number(maxProperties) + 1 }, (_, index) => [`extra${index}`, "x"])),
    },
  ],
  additionalProperties: ({ additionalProperties }, value) =>
    additionalProperties === false ? [{ ...(value as object), undeclared: "x" }] : [],
};

/** The keywords of a schema that a value can break, in the order of the schema; with a boolean of 3.0 the limit itself does not count. */
export function breakableKeywords(schema: JsonObject): readonly string[] {
  const named = Object.keys(schema).filter(
    (keyword) => Object.hasOwn(breakers, keyword) && schema[keyword] !== undefined,
  );
  return named.filter((keyword) => isBreakable(schema, keyword));
}

function isBreakable(schema: JsonObject, keyword: string): boolean {
  const value = schema[keyword];
  if (keyword === "additionalProperties") return value === false;
  if (keyword === "uniqueItems") return value === true;
  if (keyword === "format") return heldFormats.has(String(value));
  if (keyword === "exclusiveMinimum" || keyword === "exclusiveMaximum") return value !== false;
  return !(["minLength", "minItems", "minProperties"].includes(keyword) && value === 0);
}

function wrongTypes(schema: JsonObject): readonly unknown[] {
  const allowed = new Set([schema.type].flat());
  const candidates: [string[], unknown][] = [
    [["string"], "text"],
    [["number"], 1.5],
    [["integer", "number"], 1],
    [["boolean"], true],
    [["array"], []],
    [["object"], {}],
    [["null"], null],
  ];
  return candidates.filter(([types]) => !types.some((type) => allowed.has(type))).map(([, value]) => value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
