import { type Header, headerKind, type JsonSchema } from "@facsimile/document";
import { type HeaderLine, joinedHeader } from "@facsimile/mock/wire";

/** What a header of an answer says; undefined where the answer has none. */
export function headerValue(lines: readonly HeaderLine[], header: Header): unknown {
  const text = joinedHeader(lines, header.name);
  if (text === undefined) return undefined;
  if (headerKind(header) === "json") return jsonOf(text);
  // A cookie may hold a comma: each has a line of its own (RFC 6265 3).
  if (header.name.toLowerCase() === "set-cookie" && headerKind(header) === "array")
    return lines.filter(([name]) => name.toLowerCase() === "set-cookie").map(([, value]) => value);
  return readHeaderValue(header.schema.json, text);
}

/** A text that is no JSON stays text, which no schema of an object takes. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What a header in the `simple` style says, by the type of its schema. Text that does not read as that type stays text. */
function readHeaderValue(schema: JsonSchema, text: string): unknown {
  const type = typeof schema === "boolean" ? undefined : schema.type;
  if (type === "array") return text.split(",").map((item) => item.trim());
  if (type === "integer" || type === "number")
    return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  return text;
}
