import type { Position } from "../diagnostics/diagnostic.js";

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Turns offsets in a text into lines and columns. A line ends with LF, CR LF or CR, as YAML has it (YAML 1.2.2, section 5.4). */
export class Lines {
  private readonly starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const isEnd = code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed);
      if (isEnd) starts.push(at + 1);
    }
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
