/** A body as the value of its JSON, or as text. */
export function readBody(text: string): unknown {
  return parseJson(text) ?? text;
}

/** Undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
