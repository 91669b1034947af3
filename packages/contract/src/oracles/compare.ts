import { isDeepStrictEqual } from "node:util";

/** The difference between what was expected and what is there, as a list of at most one message. Compared as JSON. */
export function differ(what: string, expected: unknown, actual: unknown): string[] {
  return sameJson(expected, actual) ? [] : [`${what}: expected ${show(expected)}, got ${show(actual)}`];
}

/** Whether two JSON values are the same; a property that is undefined is no property. */
function sameJson(left: unknown, right: unknown): boolean {
  return isDeepStrictEqual(plain(left), plain(right));
}

/** A value for a message: JSON, cut after 200 characters. */
export function show(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
