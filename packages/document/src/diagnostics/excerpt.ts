import type { Position } from "./diagnostic.js";

/** Characters of a source line that are shown at most. */
const width = 100;

/** Characters that are kept before the place that is meant. */
const lead = 60;

/** The line that a position is in, and below it a caret under the column. Long lines are cut on both sides. */
export function excerpt(lines: readonly string[], { line, column }: Position): string[] {
  const source = lines[line - 1];
  if (source === undefined) return [];
  const start = source.length <= width || column <= lead ? 0 : column - lead;
  const shown = visible(
    `${start > 0 ? "…" : ""}${source.slice(start, start + width)}${source.length > start + width ? "…" : ""}`,
  );
  const gutter = `${line} | `;
  const before = column - 1 - start + (start > 0 ? 1 : 0);
  return [`${gutter}${shown}`, `${" ".repeat(gutter.length - 2)}| ${" ".repeat(before)}^`];
}

/** One column for every character: tabs and control characters, which could also move a terminal's cursor, become blanks. */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ");
}
