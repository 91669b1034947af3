import { isJson } from "../load/media-type.js";
import type { Header } from "./api/message.js";

/** What the text of a header is read as: a value in style `simple`, JSON where its `content` is such, or else itself. */
export type HeaderKind = "string" | "number" | "integer" | "boolean" | "array" | "object" | "json";

export function headerKind({ schema: { json: schema }, mediaType }: Pick<Header, "schema" | "mediaType">): HeaderKind {
  if (mediaType !== undefined) return isJson(mediaType) ? "json" : "string";
  const types = typeof schema === "object" ? [schema.type].flat().filter((type) => type !== "null") : [];
  const [type] = types;
  return kinds.find((kind) => kind === type) ?? "string";
}

const kinds: readonly HeaderKind[] = ["number", "integer", "boolean", "array", "object"];
