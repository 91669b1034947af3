/**
 * Lines as one text with single spaces for all white space, in which passages are marked and looked for: where lines are broken does not matter.
 */
export interface CollapsedText {
  readonly text: string;
  /** The lines that have any text, in their order; where a passage may begin and end within a line, the words. */
  readonly lines: readonly CollapsedLine[];
}

export interface CollapsedLine {
  /** From 1. */
  readonly line: number;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/** From the first to the last line, both of them included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

export function collapseLines(lines: readonly string[]): CollapsedText {
  const parts: string[] = [];
  const places: CollapsedLine[] = [];
  let start = 0;
  for (const [index, line] of lines.entries()) {
    const part = line.replace(/\s+/g, " ").trim();
    if (part === "") continue;
    parts.push(part);
    places.push({ line: index + 1, start, end: start + part.length });
    start += part.length + 1;
  }
  return { text: parts.join(" "), lines: places };
}

/** The collapsed text of some lines; empty where they have none. */
export function textOfRange({ text, lines }: CollapsedText, { from, to }: LineRange): string {
  const first = lines[firstIndex(lines, from)];
  const last = lines[firstIndex(lines, to + 1) - 1];
  return first === undefined || last === undefined || last.line < from ? "" : text.slice(first.start, last.end);
}

/** The index of the first line with text at or below a line. */
export function firstIndex(lines: readonly CollapsedLine[], line: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
