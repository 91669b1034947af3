import { isPlaceholder } from "./placeholder.js";

/** A text as JSON. Undefined where it is none: recordings cut texts, and write variables into them. */
export function parsedJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

export function isJsonType(type: string): boolean {
  return /^application\/([a-z0-9.+-]+\+)?json$/.test(type);
}

/** The media type without parameters, in lower case. */
export function essenceOf(type: string): string {
  return type.split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/** The value at a pointer of a value. */
export function valueIn(value: unknown, pointer: string): unknown {
  let inner = value;
  for (const step of pointer.split("/").slice(1)) {
    if (typeof inner !== "object" || inner === null) return undefined;
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    inner = Object.hasOwn(inner, key) ? (inner as Readonly<Record<string, unknown>>)[key] : undefined; // an object or a list has values by keys
  }
  return inner;
}

/** True where a placeholder stands anywhere in a value: what the whole would be is not known. */
export function hasPlaceholder(value: unknown): boolean {
  const pending = [value];
  for (let count = pending.length; count > 0; count = pending.length) {
    const next = pending.pop();
    if (typeof next === "string" && isPlaceholder(next)) return true;
    if (typeof next === "object" && next !== null) for (const part of Object.values(next)) pending.push(part);
  }
  return false;
}
