import { fitsGlob } from "./glob.js";
import type { Selectable } from "./selectable.js";

/** Some of the operations of a document. */
export interface Selector {
  /** As it was given: `tag:Users`. */
  readonly text: string;
  readonly selects: (operation: Selectable) => boolean;
}

/**
 * Reads `tag:Users`, `path:/users/**`, `operation:list*` or `deprecated`. In a path `*` stays within a segment and `**` does not; elsewhere both stand for any characters. Undefined
 * for anything else.
 */
export function readSelector(text: string): Selector | undefined {
  if (text === "deprecated") return { text, selects: ({ deprecated }) => deprecated };
  const [kind, ...rest] = text.split(":");
  const pattern = rest.join(":");
  if (pattern === "") return undefined;
  if (kind === "path") return { text, selects: ({ path }) => path !== undefined && fitsGlob(path, pattern, "/") };
  if (kind === "tag") return { text, selects: ({ tags }) => tags.some((tag) => fitsGlob(tag, pattern)) };
  if (kind === "operation") return { text, selects: ({ names }) => names.some((name) => fitsGlob(name, pattern)) };
  return undefined;
}
