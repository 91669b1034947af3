import type { Nodes } from "mdast";

/** Where the lines of a text begin. */
export class Lines {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
    this.#length = text.length;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** From the beginning of a line to the end of the one before another, both counted from 0. */
  position(first: number, next: number): Nodes["position"] {
    const start = this.#starts[first] ?? this.#length;
    const after = this.#starts[next];
    const end = Math.max(start, after === undefined ? this.#length : after - 1);
    return {
      start: { line: first + 1, column: 1, offset: start },
      end: { line: next, column: end - (this.#starts[next - 1] ?? 0) + 1, offset: end },
    };
  }
}
