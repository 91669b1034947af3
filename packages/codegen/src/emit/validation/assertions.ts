import { isObject, type Json, type JsonObject, type JsonType } from "@facsimile/document";
import type { Code } from "../../print/index.js";
import { entry, literal } from "../../print/index.js";
import { jsonLiteral } from "./json-literal.js";
import { keywordsNode, nodeList } from "./node-list.js";
import { linearPattern, type PatternProgram } from "./pattern-program.js";

const numbers = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
const counts = [
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minContains",
  "maxContains",
  "minProperties",
  "maxProperties",
];

/** What a schema says of a value by itself. What no value could fit, and what is no keyword of JSON Schema, is left out. */
export function valueEntries(keywords: JsonObject, types: readonly JsonType[] | undefined): readonly Code[] {
  const { multipleOf, pattern, format, uniqueItems, required, dependentRequired } = keywords;
  return [
    types && entry("type", typesLiteral(types)),
    ...listedEntries(keywords),
    ...numbers.map((word) => numberEntry(word, keywords[word])),
    typeof multipleOf === "number" && multipleOf > 0 ? numberEntry("multipleOf", multipleOf) : undefined,
    ...counts.map((word) => numberEntry(word, keywords[word])),
    uniqueItems === true ? entry("uniqueItems", literal(true)) : undefined,
    typeof pattern === "string" ? patternEntry(pattern) : undefined,
    typeof format === "string" ? entry("format", literal(format)) : undefined,
    namesEntry("required", required),
    isObject(dependentRequired) ? dependentEntry(dependentRequired) : undefined,
  ].filter((one) => one !== undefined);
}

function typesLiteral(types: readonly JsonType[]): Code {
  const [only, ...more] = types;
  return only !== undefined && more.length === 0 ? literal(only) : nodeList(types.map(literal));
}

function listedEntries({ enum: listed, const: only }: JsonObject): readonly (Code | undefined)[] {
  const [values, value] = [
    Array.isArray(listed) ? jsonLiteral(listed) : undefined,
    only === undefined ? undefined : jsonLiteral(only),
  ];
  return [values && entry("enum", values), value && entry("const", value)];
}

function numberEntry(word: string, value: Json | undefined): Code | undefined {
  return typeof value === "number" && Number.isFinite(value) ? entry(word, literal(value)) : undefined;
}

/** One that is not known to take linear time is not checked. */
function patternEntry(source: string): Code | undefined {
  const pattern = linearPattern(source);
  return pattern === undefined ? undefined : entry("pattern", patternLiteral(pattern));
}

export function patternLiteral(pattern: string | PatternProgram): Code {
  if (typeof pattern === "string") return literal(pattern);
  return nodeList(pattern.map((step) => (typeof step === "object" ? nodeList(step.map(literal)) : literal(step))));
}

function namesEntry(word: string, value: Json | undefined): Code | undefined {
  const names = namesOf(value);
  return names.length === 0 ? undefined : entry(word, nodeList(names.map(literal)));
}

function namesOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? [...new Set(value.filter((name) => typeof name === "string"))] : [];
}

function dependentEntry(dependent: JsonObject): Code {
  const entries = Object.entries(dependent).map(([name, needed]) => namesEntry(name, needed));
  return entry("dependentRequired", keywordsNode(entries));
}
