import { dictionary } from "../dictionary.js";
import type { HeaderReader, HeaderType } from "../operation.js";
import { readJson } from "./json.js";

/** Decodes the headers that the document states, by its spelling. One whose text is not what the document states is left out. */
export const readHeaders: HeaderReader = (types, headers) => {
  const decoded = dictionary<unknown>();
  for (const name in types) {
    const text = headers.get(name);
    const type = types[name] as HeaderType;
    const value =
      text === null ? undefined : type === "array" && isSetCookie(name) ? headers.getSetCookie() : decode(type, text);
    if (value !== undefined) decoded[name] = value;
  }
  return decoded;
};

/** A cookie may hold a comma, so that each has a line of its own (RFC 6265 3). */
function isSetCookie(name: string): boolean {
  return name.toLowerCase() === "set-cookie";
}

function decode(type: HeaderType, text: string): unknown {
  if (type === "string") return text;
  if (type === "array") return splitList(text);
  if (type === "object") return readObject(splitList(text));
  const json = readJson(text);
  const value = "value" in json ? json.value : undefined;
  if (type === "integer") return Number.isInteger(value) ? value : undefined;
  return type === "json" || type === typeof value ? value : undefined;
}

function splitList(text: string): readonly string[] {
  return text.split(",").map((item) => item.trim());
}

/** Style `simple`: `R,100,G,200`, or exploded `R=100,G=200`. */
function readObject(members: readonly string[]): Readonly<Record<string, string>> {
  const exploded = members.every((member) => member.includes("="));
  const pairs = members.map((member, i) => (exploded ? member.split(/=(.*)/s, 2) : [member, members[i + 1] ?? ""]));
  return Object.fromEntries(exploded ? pairs : pairs.filter((_, i) => i % 2 === 0));
}
