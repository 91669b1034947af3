import { createHash } from "node:crypto";

/** What is kept of a text in its place: that there is one, and a mark that changes when it does. White space is of no matter. */
export function textMark(text: string): string {
  return exactMark(text.replace(/\s+/g, " ").trim());
}

/** The same of a text in which white space says something. */
export function exactMark(text: string): string {
  return `text:${createHash("sha256").update(text).digest("hex").slice(0, 12)}`;
}
