/**
 * Reads JSON. A member called `__proto__` is left out: whoever copies it into an object would change that object's prototype.
 * Numbers are doubles, so integers beyond 2^53 are rounded (RFC 8259 6).
 *
 * @throws SyntaxError
 */
export function readJson(text: string): unknown {
  const suspicious = text.includes("__proto__") || text.includes("\\u005f") || text.includes("\\u005F");
  return JSON.parse(text, suspicious ? (name, value) => (name === "__proto__" ? undefined : value) : undefined);
}

/** The JSON value of a text, or the text itself when it is not JSON. */
export function readJsonOrText(text: string): unknown {
  try {
    return readJson(text);
  } catch {
    return text;
  }
}
