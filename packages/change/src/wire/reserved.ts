import type { Shape } from "../sets/branch.js";

/** Whether a value may hold characters that are percent-encoded unless `allowReserved` is set: numbers, truth values and null have none (RFC 3986, 2.2). */
export function mayHoldReserved(shape: Shape): boolean {
  if (shape.has("array") || shape.has("object")) return true;
  const texts = shape.get("string") ?? [];
  return texts.some(({ values }) => values === undefined || values.some((value) => reserved.test(String(value))));
}

const reserved = /[:/?#[\]@!$&'()*+,;=]/;
