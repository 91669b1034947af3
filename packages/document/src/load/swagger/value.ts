import type { Json } from "../document.js";
import { isObject } from "../object.js";
import type { Conversion } from "./conversion.js";
import { inside, isObjectNode, memberOf, membersOf, type Node, textOf } from "./node.js";

/** What a parameter, an item or a header of Swagger 2.0 says of its value itself, and OpenAPI 3.0 in a schema (Swagger 2.0, Parameter Object). */
const words: ReadonlySet<string> = new Set([
  ...["type", "format", "items", "default", "enum", "multipleOf", "pattern"],
  ...["maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"],
  ...["maxLength", "minLength", "maxItems", "minItems", "uniqueItems"],
  ...["properties", "additionalProperties", "allOf", "$ref"],
]);

/** Whether a member of a parameter or header belongs to its schema. */
export function isValueWord(key: string): boolean {
  return words.has(key) || /^x-(?:nullable$|enum)/i.test(key);
}

/** How the items of an array are put together. */
export type CollectionFormat = "csv" | "ssv" | "tsv" | "pipes" | "multi";

const separators: Readonly<Record<CollectionFormat, string>> = {
  csv: "commas",
  ssv: "spaces",
  tsv: "tabs",
  pipes: "vertical bars",
  multi: "names",
};

/** `csv` where nothing is said (Swagger 2.0, Parameter Object); undefined for what is no array. */
export function collectionFormatOf(conversion: Conversion, node: Node): CollectionFormat | undefined {
  if (textOf(node, "type") !== "array") return undefined;
  const format = readFormat(conversion, node);
  const place = textOf(node, "in");
  if (format !== "multi" || place === "query" || place?.toLowerCase().startsWith("form")) return format;
  const { at } = memberOf(node, "collectionFormat") ?? node;
  const message = '"multi" is a collectionFormat of parameters in a query or a form; it is read as "csv"';
  conversion.findings.reportOnce("swagger-collection-format", at, message, "Write collectionFormat: csv.");
  return "csv";
}

function readFormat(conversion: Conversion, node: Node): CollectionFormat {
  const written = memberOf(node, "collectionFormat");
  if (written === undefined) return "csv";
  const format = Object.keys(separators).find((candidate) => candidate === written.value);
  // It is one of the keys.
  if (format !== undefined) return format as CollectionFormat;
  const message = `${JSON.stringify(written.value)} is no collectionFormat; it is read as "csv".`;
  conversion.findings.report(
    "structure-invalid",
    written.at,
    message,
    `Write one of ${Object.keys(separators).join(", ")}.`,
  );
  return "csv";
}

/** The schema of a parameter, an item or a header; undefined where it says nothing of its value. */
export function valueSchema(conversion: Conversion, node: Node): Json | undefined {
  const entries = membersOf(node).filter(([key]) => isValueWord(key) && key !== "items");
  const items = memberOf(node, "items");
  if (entries.length === 0 && items === undefined) return undefined;
  const written = Object.fromEntries(entries.map(([key, { value }]) => [key, value]));
  const schema = conversion.schema({ value: written, at: node.at });
  if (items === undefined || !isObject(schema)) return schema;
  const draft = conversion.draft();
  for (const [key, value] of Object.entries(schema)) draft.set(key, value, inside(node.at, key));
  return draft.set("items", itemSchema(conversion, items), items.at).json;
}

function itemSchema(conversion: Conversion, items: Node): Json {
  if (!isObjectNode(items) || textOf(items, "$ref") !== undefined) return conversion.schema(items);
  const format = collectionFormatOf(conversion, items);
  if (format !== undefined) return joinedText(conversion, items, format, "an item of another array");
  return valueSchema(conversion, items) ?? conversion.schema(items);
}

/** A text of which callers put the items together themselves: for an array that no style of OpenAPI 3.0 writes. */
export function joinedText(conversion: Conversion, node: Node, format: CollectionFormat, place: string): Json {
  const { at } = memberOf(node, "collectionFormat") ?? node;
  const message = `OpenAPI 3.0 has no style for an array with ${separators[format]} between its items in ${place}; the value is read as text that callers put together`;
  const fix = "Write a collectionFormat that there is a style for, where the API takes it.";
  conversion.findings.reportOnce("swagger-collection-format", at, message, fix);
  return conversion.draft().set("type", "string", at).json;
}
