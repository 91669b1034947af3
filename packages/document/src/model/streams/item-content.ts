import type { Json } from "../../load/document.js";
import { isJson } from "../../load/media-type.js";
import { child } from "../../load/pointer.js";
import type { Schemas } from "../../schema/schemas.js";
import type { SchemaUse } from "../../schema/source.js";
import type { StreamItem } from "../api.js";
import { buildSchema } from "../schema.js";

type Data = Pick<StreamItem, "content" | "schema">;

/** How deep alternatives of the data are looked into. */
const deepest = 4;

/** What the data of an event is that these schemas describe together, and the schema of what it is read as. */
export function dataOf(schemas: Schemas, use: SchemaUse, depth = 0): Data {
  if (use.length === 0) return { content: "text", schema: undefined };
  const { parts, alternatives } = schemas.view(use);
  const encoded = parts.find(({ keywords }) => holdsJson(keywords.contentMediaType, keywords.contentSchema));
  if (encoded !== undefined) {
    const { contentSchema } = encoded.keywords;
    const pointer = child(encoded.pointer, "contentSchema");
    return {
      content: "json",
      schema: schemaOf(contentSchema === undefined ? [] : [{ value: contentSchema, pointer }]),
    };
  }
  const kinds = depth === deepest ? [] : (alternatives[0] ?? []).map((one) => dataOf(schemas, [one], depth + 1));
  if (isText(schemas, use) && kinds.some(({ content }) => content === "json")) return eitherOf(kinds);
  const mayBeText = schemas.typesOf(use)?.includes("string") ?? true;
  return { content: isText(schemas, use) ? "text" : mayBeText ? "either" : "json", schema: schemaOf(use) };
}

function isText(schemas: Schemas, use: SchemaUse): boolean {
  return schemas.typesOf(use)?.every((type) => type === "string") ?? false;
}

/** Texts of which some are JSON. */
function eitherOf(kinds: readonly Data[]): Data {
  const isJson = kinds.every(({ content }) => content === "json");
  const known = kinds.flatMap(({ schema }) => schema ?? []);
  const schema =
    known.length < kinds.length
      ? undefined
      : { pointer: "", component: undefined, json: { anyOf: known.map(({ json }) => json) } };
  return { content: isJson ? "json" : "either", schema };
}

function holdsJson(mediaType: Json | undefined, contentSchema: Json | undefined): boolean {
  return typeof mediaType === "string" ? isJson(mediaType) : contentSchema !== undefined;
}

/** Schemas that hold together, as one. */
export function schemaOf(use: SchemaUse): StreamItem["schema"] {
  const [first, ...others] = use;
  if (first === undefined) return undefined;
  // Loading has checked that what stands in the place of a schema is one.
  if (others.length === 0) return buildSchema(first.value as Parameters<typeof buildSchema>[0], first.pointer);
  return buildSchema({ allOf: use.map(({ value }) => value) }, first.pointer);
}
