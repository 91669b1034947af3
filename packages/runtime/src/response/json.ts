/** A JSON value, or why a text is none. */
export type Json = { readonly value: unknown } | { readonly cause: unknown };

/**
 * Reads JSON. A member called `__proto__` is left out: whoever copies it into an object would change that object's prototype.
 * Numbers are doubles, so integers beyond 2^53 are rounded (RFC 8259 6).
 */
export function readJson(text: string): Json {
  try {
    return { value: JSON.parse(text, isSuspicious(text) ? dropPrototype : undefined) };
  } catch (cause) {
    return { cause };
  }
}

/** Whether it holds `__proto__`, or an underscore in disguise. */
function isSuspicious(text: string): boolean {
  return text.includes("__proto__") || (text.includes("\\u") && /\\u005f/i.test(text));
}

function dropPrototype(name: string, value: unknown): unknown {
  return name === "__proto__" ? undefined : value;
}
