import { decodeForm, type Pair, splitPairs } from "@facsimile/samples/wire";
import { differ } from "./compare.js";

/** The differences between two lists of names and values. The order counts among the values of one name and not among names. */
export function differPairs(what: string, expected: readonly Pair[], actual: readonly Pair[]): string[] {
  const names = new Set([...expected, ...actual].map(([name]) => name));
  return [...names].flatMap((name) => differ(`${what} ${name}`, oneOrAll(expected, name), oneOrAll(actual, name)));
}

function oneOrAll(pairs: readonly Pair[], name: string): string | readonly string[] | undefined {
  const values = pairs.filter(([candidate]) => candidate === name).map(([, value]) => value);
  return values.length > 1 ? values : values[0];
}

/** The names and values of a query string, decoded once. Throws URIError where it is not percent-encoded. */
export function readQuery(query: string): Pair[] {
  return splitPairs(query, "&").map(([name, value]) => [decodeForm(name), decodeForm(value)]);
}

/** The cookies of a `Cookie` header, decoded once (RFC 6265, 4.2.1). */
export function readCookies(header: string | undefined): Pair[] {
  return splitPairs(header ?? "", ";").map(([name, value]) => [decodeURIComponent(name), decodeURIComponent(value)]);
}
