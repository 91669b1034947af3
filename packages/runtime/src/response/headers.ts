import type { HeaderType } from "../operation.js";
import { readJsonOrText } from "./json.js";

/** Decodes the headers that the document states, by its spelling. One whose text is not what the document states is left out. */
export function decodeHeaders(
  types: Readonly<Record<string, HeaderType>> | undefined,
  headers: Headers,
): Readonly<Record<string, unknown>> {
  const decoded: Record<string, unknown> = {};
  for (const name in types) {
    const text = headers.get(name);
    const value = text === null ? undefined : decode(types[name] as HeaderType, text);
    if (value !== undefined) decoded[name] = value;
  }
  return decoded;
}

function decode(type: HeaderType, text: string): unknown {
  if (type === "string") return text;
  const value = type === "array" || type === "object" ? text.split(/\s*,\s*/) : readJsonOrText(text);
  if (type === "object") return readObject(value as string[]);
  if (type === "json" || type === "array" || type === typeof value) return value;
  return type === "integer" && Number.isInteger(value) ? value : undefined;
}

/** Style `simple`: `R,100,G,200`, or exploded `R=100,G=200`. */
function readObject(members: readonly string[]): Readonly<Record<string, string>> {
  const pairs = members.flatMap((member) => (members[0]?.includes("=") ? [member.split("=", 2)] : []));
  if (pairs.length > 0) return Object.fromEntries(pairs);
  return Object.fromEntries(members.flatMap((name, i) => (i % 2 ? [] : [[name, members[i + 1] ?? ""]])));
}
