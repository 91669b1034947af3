import type { Json, JsonObject } from "../load/document.js";
import type { Rule } from "./evaluation.js";
import { isNothing, membersOf, type SchemaSource } from "./source.js";

/** A type of JSON Schema. A `number` may be whole. */
export type JsonType = "null" | "boolean" | "integer" | "number" | "string" | "array" | "object";

/** In the order in which a schema names them; undefined where it says nothing about the type. */
export type JsonTypes = readonly JsonType[] | undefined;

const names: ReadonlySet<unknown> = new Set<JsonType>([
  "null",
  "boolean",
  "integer",
  "number",
  "string",
  "array",
  "object",
]);

/**
 * The types of the values that a schema is about: those that it states, else those of its `enum` or `const`, else those that its keywords are
 * about, such as object for `properties`. What it refers to and its `allOf` narrow them, and so do its alternatives, one of which has to fit.
 */
export function typesRule(source: SchemaSource): Rule<JsonTypes> {
  return {
    before(keywords) {
      const target = source.target(keywords);
      const members = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => membersOf(keywords, keyword));
      return [...(target === undefined ? [] : [target]), ...members].map(({ value }) => value);
    },
    result(keywords, typesOf) {
      if (isNothing(keywords)) return [];
      const target = source.target(keywords);
      const all = [...(target === undefined ? [] : [target]), ...membersOf(keywords, "allOf")];
      const alternatives = ["anyOf", "oneOf"].map((keyword) =>
        eitherOf(membersOf(keywords, keyword).map(({ value }) => typesOf(value))),
      );
      const own = statedTypes(keywords);
      const around = [...all.map(({ value }) => typesOf(value)), ...alternatives].reduce(narrowTypes, own);
      const types = around ?? impliedTypes(keywords);
      return keywords.nullable === true && types !== undefined ? [...new Set([...types, "null" as const])] : types;
    },
    inCircle: undefined,
  };
}

/** The types that a schema itself states, by name or by the values that it lists. */
export function statedTypes(keywords: JsonObject): JsonTypes {
  const values = keywords.const === undefined ? keywords.enum : [keywords.const];
  const ofValues = Array.isArray(values) ? [...new Set(values.map(typeOfValue))] : undefined;
  return narrowTypes(namedTypes(keywords), ofValues);
}

/** The types that the `type` of a schema names; undefined where it has none. */
export function namedTypes({ type }: JsonObject): JsonTypes {
  const named = (Array.isArray(type) ? type : [type]).filter((name): name is JsonType => names.has(name));
  return named.length === 0 ? undefined : named;
}

/** The types that both allow. */
export function narrowTypes(left: JsonTypes, right: JsonTypes): JsonTypes {
  if (left === undefined || right === undefined) return left ?? right;
  return left.flatMap((type): JsonType[] => {
    if (right.includes(type)) return [type];
    if (type === "number") return right.includes("integer") ? ["integer"] : [];
    return type === "integer" && right.includes("number") ? ["integer"] : [];
  });
}

/** What an alternative says nothing about, the others do. */
function eitherOf(members: readonly JsonTypes[]): JsonTypes {
  const known = members.flatMap((types) => (types === undefined ? [] : [types]));
  return known.length === 0 ? undefined : [...new Set(known.flat())];
}

const about: readonly (readonly [type: JsonType, keywords: readonly string[]])[] = [
  ["object", ["properties", "additionalProperties", "patternProperties"]],
  ["array", ["items", "prefixItems"]],
];

function impliedTypes(keywords: JsonObject): JsonTypes {
  const implied = about.filter(([, words]) => words.some((word) => keywords[word] !== undefined));
  return implied.length === 0 ? undefined : implied.map(([type]) => type);
}

/** The type of a value; a number without a fraction is an integer. */
export function typeOfValue(value: Json): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  // JSON has no other types.
  return typeof value as "boolean" | "object" | "string";
}
