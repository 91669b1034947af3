import { createHash } from "node:crypto";

/**
 * The mark of a passage: how long its text is with white space collapsed, and the beginning of that text's SHA-256: `58-d4c00859134f`. It tells
 * whether a passage still says the same without repeating other people's words, and its length lets the passage be found elsewhere.
 */
export function markOf(collapsed: string): string {
  return `${collapsed.length}-${createHash("sha256").update(collapsed).digest("hex").slice(0, 12)}`;
}

/** The length that a mark begins with. Undefined where a text is no mark. */
export function markedLength(mark: string): number | undefined {
  const length = /^([1-9]\d{0,8})-[0-9a-f]{12}$/.exec(mark)?.[1];
  return length === undefined ? undefined : Number(length);
}
