import type { Location } from "@facsimile/document";
import { cut } from "../visible.js";

/** A line of a document around the place of a change. */
export interface Line {
  readonly number: number;
  readonly text: string;
  /** Whether the place is in it. */
  readonly marked: boolean;
}

/** Lines before the place, and after it, where what stands there goes on. */
const [before, after] = [2, 4];

/** Characters of a line that are shown at most, and those that stay before the place. */
const [width, lead] = [160, 60];

/** The lines around a place, without the indentation that they share. Long lines are cut: that of the place around it. */
export function linesAround(lines: readonly string[], { line, column }: Location): readonly Line[] {
  const first = Math.max(1, line - before);
  const shown = lines.slice(first - 1, line + after);
  const indentation = Math.min(...shown.filter((text) => /\S/.test(text)).map(indentationOf));
  return shown.map((text, index) => {
    const number = first + index;
    const marked = number === line;
    const start = marked && text.length > width && column > lead ? column - lead : 0;
    return { number, text: start > 0 ? `…${part(text, start)}` : part(text, indentation), marked };
  });
}

/** A line can be a whole document: no more of it is copied than is shown. */
function part(text: string, start: number): string {
  return cut(text.slice(start, start + width + 1).replace(/^[\uDC00-\uDFFF]/, ""), width);
}

function indentationOf(text: string): number {
  return text.length - text.trimStart().length;
}
