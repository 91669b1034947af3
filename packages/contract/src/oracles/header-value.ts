import type { JsonSchema } from "@facsimile/document";

/** What a header in the `simple` style says, by the type of its schema. Text that does not read as that type stays text. */
export function readHeaderValue(schema: JsonSchema, text: string): unknown {
  const type = typeof schema === "boolean" ? undefined : schema.type;
  if (type === "array") return text.split(",").map((item) => item.trim());
  if (type === "integer" || type === "number")
    return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  return text;
}
