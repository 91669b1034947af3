import type { Position } from "../diagnostics/diagnostic.js";

/** Turns offsets in a text into lines and columns. A line ends with LF, CR LF or CR, as YAML has it (YAML 1.2.2, section 5.4). */
export class Lines {
  private readonly starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
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
