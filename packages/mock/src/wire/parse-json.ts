import type { Json } from "@facsimile/document";

/** No deeper are bodies of requests looked into: it takes a step into the depth for each value, and there are only so many. */
const deepest = 500;

/** JSON that somebody sent. Throws SyntaxError where it is none, or where values are in values in values without end. */
export function parseJson(text: string): Json {
  // What was parsed is JSON.
  const value = JSON.parse(text) as Json;
  let level: readonly Json[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw new SyntaxError(`the JSON is nested deeper than ${deepest} levels`);
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return value;
}
