import { isSchemaObject, type JsonObject, resolveValue, type SchemaObject } from "@facsimile/document";
import type { Code } from "../../print/index.js";
import { comment } from "../../print/index.js";

/** The documentation of a schema: what it says about itself, and the constraints that its type does not show. */
export function schemaComment(schema: SchemaObject, document: JsonObject): Code | undefined {
  // The schemas of a document that was loaded are JSON.
  const resolved = resolveValue(document, schema as JsonObject);
  const target: SchemaObject = isSchemaObject(resolved) ? resolved : schema;
  const prose = text(schema.description) ?? text(schema.title) ?? text(target.description) ?? text(target.title);
  const facts = schemaFacts(target);
  const deprecated = schema.deprecated === true || target.deprecated === true;
  return comment(
    prose,
    facts.length === 0 ? undefined : `${facts.join(". ")}.`,
    deprecated ? { tag: "deprecated" } : undefined,
  );
}

/** `Format: date-time`, `Default: 20`, `Minimum: 1`, … as far as the schema states them. */
export function schemaFacts(schema: SchemaObject): readonly string[] {
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
