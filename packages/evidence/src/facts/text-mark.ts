import { createHash } from "node:crypto";

/** What is kept of a text in its place: that there is one, and a mark that changes when it does. White space is of no matter. */
export function textMark(text: string): string {
  const words = text.replace(/\s+/g, " ").trim();
  return `text:${createHash("sha256").update(words).digest("hex").slice(0, 12)}`;
}
