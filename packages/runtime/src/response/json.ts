import { depthLimit } from "../limits.js";

/** A JSON value, or why a text is none, or none that may be read: `is nested deeper than …`. */
export type Json =
  | { readonly value: unknown }
  | { readonly value?: undefined; readonly cause: unknown; readonly reason?: string };

/**
 * Reads JSON. A member called `__proto__` is left out: whoever copies it into an object would change that object's prototype.
 * Numbers are doubles, so integers beyond 2^53 are rounded (RFC 8259 6). What is nested deeper than {@link depthLimit} is refused (RFC 8259 9
 * allows that): most of what an application does with a value ends in a RangeError there.
 */
export function readJson(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    // Two brackets a level: whatever is shorter is not measured.
    if (text.length > 2 * depthLimit && isDeeper(value, depthLimit)) {
      return { reason: `is nested deeper than ${depthLimit}`, cause: undefined };
    }
    return {
      value: suspicious.test(text)
        ? JSON.parse(text, (name, member) => (name === "__proto__" ? undefined : member))
        : value,
    };
  } catch (cause) {
    return { cause };
  }
}

function isDeeper(value: unknown, limit: number): boolean {
  if (typeof value !== "object" || !value) return false;
  return !limit || Object.values(value).some((member) => isDeeper(member, limit - 1));
}

/** `__proto__`, or an underscore in disguise. */
const suspicious = /__proto__|\\u005f/i;
