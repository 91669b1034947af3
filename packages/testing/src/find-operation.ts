import type { Operation } from "@facsimile/document";
import { byNearness, type Description } from "./description.js";
import { MockError } from "./mock-error.js";

/** An operation that a request is for. */
export interface Found {
  readonly operation: Operation;
  /** The text of each path parameter, still encoded. */
  readonly path: ReadonlyMap<string, string>;
}

/**
 * Finds the operation of a request, wherever the client goes: the path ends with that of the operation. Of several, the longest is meant, and of
 * those the one with the most that is no parameter (OpenAPI 3.1.1, 4.8.8.1).
 *
 * @throws MockError where there is none.
 */
export function findOperation({ api, document }: Description, method: string, pathname: string): Found {
  const given = pathname.split("/");
  const found = api.operations
    .filter((operation) => operation.method.toUpperCase() === method)
    .flatMap((operation) => {
      const path = readPath(operation.path.split("/"), given);
      return path ? [{ operation, path }] : [];
    })
    .sort((one, other) => weightOf(other.operation) - weightOf(one.operation))[0];
  if (found) return found;
  const all = api.operations.map((one) => `${one.method.toUpperCase()} ${one.path}`);
  const [nearest] = byNearness(all, `${method} ${pathname}`);
  throw new MockError(`${document.file} has no operation for ${method} ${pathname}; the nearest is ${nearest}`);
}

/** Segments count for more than what they are. */
function weightOf({ path }: Operation): number {
  const segments = path.split("/");
  return segments.length * 1_000 + segments.filter((segment) => !segment.includes("{")).length;
}

function readPath(wanted: readonly string[], given: readonly string[]): Found["path"] | undefined {
  // The template begins with a slash, so that its first segment is empty.
  const segments = wanted.slice(1);
  const ours = given.slice(given.length - segments.length);
  if (given.length <= segments.length) return undefined;
  const read = segments.map((segment, index) => readSegment(segment, ours[index] ?? ""));
  return read.includes(undefined) ? undefined : new Map(read.flatMap((one) => one ?? []));
}

function readSegment(template: string, text: string): readonly (readonly [string, string])[] | undefined {
  const names = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
  if (names.length === 0) return decoded(text) === decoded(template) ? [] : undefined;
  const literals = template.split(/\{[^{}]*\}/);
  // What stands between may be encoded where the template has it as it is.
  const values = split(text, literals) ?? split(decoded(text), literals.map(decoded))?.map(encodeURIComponent);
  return values && names.map((name, index) => [name, values[index] ?? ""]);
}

/** What stands between literals, each as short as it can be and none of them empty. */
function split(text: string, [first = "", ...literals]: readonly string[]): readonly string[] | undefined {
  if (!text.startsWith(first)) return undefined;
  let at = first.length;
  const values: string[] = [];
  for (const [index, literal] of literals.entries()) {
    const isLast = index === literals.length - 1;
    const end = isLast ? text.length - literal.length : text.indexOf(literal, at + 1);
    if (end <= at || !text.startsWith(literal, end)) return undefined;
    values.push(text.slice(at, end));
    at = end + literal.length;
  }
  return values;
}

/** A text that is not percent-encoded is what it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
