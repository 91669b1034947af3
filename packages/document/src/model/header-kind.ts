import type { JsonSchema } from "./api.js";

/** What the text of a header is read as. */
export type HeaderKind = "string" | "number" | "integer" | "boolean" | "array" | "object";

export function headerKind(schema: JsonSchema): HeaderKind {
  const types = typeof schema === "object" ? [schema.type].flat().filter((type) => type !== "null") : [];
  const [type] = types;
  return kinds.find((kind) => kind === type) ?? "string";
}

const kinds: readonly HeaderKind[] = ["number", "integer", "boolean", "array", "object"];
