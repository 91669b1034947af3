import type { Json, JsonObject, SchemaObject, Schemas } from "@facsimile/document";
import type { Code, CommentBlock } from "../../print/index.js";
import { comment } from "../../print/index.js";

/** The documentation of a schema: what it says about itself, and the constraints that its type does not show. */
export function schemaComment(schemas: Schemas, schema: Json): Code | undefined {
  return comment(...schemaBlocks(schemas, schema));
}

function schemaBlocks(schemas: Schemas, schema: Json): readonly (CommentBlock | undefined)[] {
  const own = schemas.keywords(schema);
  const target = own.$ref === undefined ? own : targetOf(schemas, own);
  const facts = schemaFacts(target);
  return [
    text(own.description) ?? text(own.title) ?? text(target.description) ?? text(target.title),
    facts.length === 0 ? undefined : `${facts.join(". ")}.`,
    own.deprecated === true || target.deprecated === true ? { tag: "deprecated" } : undefined,
  ];
}

/** What a schema refers to in the end, or itself. References in a circle say nothing. */
function targetOf(schemas: Schemas, start: JsonObject): JsonObject {
  let keywords = start;
  const seen = new Set<JsonObject>();
  while (!seen.has(keywords)) {
    seen.add(keywords);
    const target = schemas.target(keywords);
    if (target === undefined) return keywords;
    keywords = schemas.keywords(target.value);
  }
  return start;
}

/** `Format: date-time`, `Default: 20`, `Minimum: 1`, … as far as the schema states them. */
export function schemaFacts(schema: SchemaObject): readonly string[] {
  // Most say nothing of the kind.
  if (!Object.keys(schema).some((keyword) => stating.has(keyword))) return [];
  const stated = labels.flatMap(([keyword, label]) => {
    const value = schema[keyword];
    return value === undefined || typeof value === "boolean" ? [] : [`${label}: ${shown(value)}`];
  });
  const fallback = schema.default === undefined ? [] : [`Default: ${shown(schema.default)}`];
  return [...fallback, ...stated];
}

const labels = [
  ["format", "Format"],
  ["minimum", "Minimum"],
  ["exclusiveMinimum", "Greater than"],
  ["maximum", "Maximum"],
  ["exclusiveMaximum", "Less than"],
  ["multipleOf", "Multiple of"],
  ["minLength", "Minimum length"],
  ["maxLength", "Maximum length"],
  ["pattern", "Pattern"],
  ["minItems", "Minimum number of items"],
  ["maxItems", "Maximum number of items"],
] as const;

const stating: ReadonlySet<string> = new Set(["default", ...labels.map(([keyword]) => keyword)]);

/** A value as code, in a mark longer than any row of backticks within it (CommonMark 0.31, 6.1). */
function shown(value: unknown): string {
  const source = typeof value === "string" ? value : JSON.stringify(value);
  const longest = Math.max(0, ...(source.match(/`+/g) ?? []).map((row) => row.length));
  const mark = "`".repeat(longest + 1);
  const padding = longest > 0 || source === "" ? " " : "";
  return `${mark}${padding}${source.replace(/\s+/g, " ")}${padding}${mark}`;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
