import { child, splitPointer } from "@facsimile/document";

/** The id of a fact from the names on the way to it: a JSON pointer (RFC 6901) without the first slash. */
export function factId(...names: readonly string[]): string {
  return names.reduce(child, "").slice(1);
}

/** The names on the way to a fact, from its id. */
export function factNames(id: string): string[] {
  return splitPointer(`/${id}`);
}
