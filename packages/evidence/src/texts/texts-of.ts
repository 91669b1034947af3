import type { Evidence } from "../facts/fact.js";
import { exactMark, textMark } from "../facts/text-mark.js";
import { child, isObject, type Json, type JsonObject } from "../spec/json.js";

/**
 * The marks of the texts of a documentation and of a spec. What a fact states is held against the spec by a program; whether a description says what
 * the page says, and an example is one, only a person can tell: a mark says that the text is still the one that was read.
 */
export interface Texts {
  /** By the id of the fact. */
  readonly documented: ReadonlyMap<string, string>;
  /** Of summaries, descriptions and examples, by JSON pointer. */
  readonly spec: ReadonlyMap<string, string>;
}

export function textsOf(spec: JsonObject, { facts }: Evidence): Texts {
  const documented = facts.flatMap(({ id, value }): [string, string][] =>
    typeof value === "string" && value.startsWith("text:") ? [[id, value]] : [],
  );
  return { documented: new Map(documented), spec: new Map(textsIn(spec, "", false)) };
}

/** Objects whose members have names that the document gives, and are no fields of OpenAPI. */
const maps = new Set(
  "$defs callbacks content definitions dependentSchemas encoding headers links mapping mediaTypes parameters pathItems paths patternProperties properties requestBodies responses schemas scopes securitySchemes variables webhooks".split(
    " ",
  ),
);

/** @param isMap - whether the names in the value are the document's own */
function textsIn(value: Json, pointer: string, isMap: boolean): [pointer: string, mark: string][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, child(pointer, String(index)), false));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]): [string, string][] => {
    const at = child(pointer, key);
    if (!isMap && isText(key, member)) return [[at, markOf(key, member)]];
    return textsIn(member, at, !isMap && maps.has(key));
  });
}

function isText(key: string, value: Json): boolean {
  if (key === "summary" || key === "description") return typeof value === "string";
  return key === "example" || key === "examples";
}

/** The order of members is of no matter in an example, and white space in its values is. */
function markOf(key: string, value: Json): string {
  if (typeof value === "string" && (key === "summary" || key === "description")) return textMark(value);
  return exactMark(JSON.stringify(sorted(value)));
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]));
}
