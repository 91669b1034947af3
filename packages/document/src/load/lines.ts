import type { Position } from "../diagnostics/diagnostic.js";

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** The offsets at which the lines of a text begin. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) if (endsLine(text, at, text.charCodeAt(at))) starts.push(at + 1);
  return starts;
}

/**
 * Whether a line ends with the character at an offset, as it does with LF, CR LF or CR in YAML (YAML 1.2.2, section 5.4).
 *
 * @param code - of the character
 */
export function endsLine(text: string, at: number, code: number): boolean {
  return code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed);
}

/** Turns offsets in a text into lines and columns. */
export class Lines {
  private readonly starts: readonly number[];

  constructor(starts: readonly number[]) {
    this.starts = starts;
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }
}
