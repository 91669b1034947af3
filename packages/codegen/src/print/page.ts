/** Text that is written line by line. No line ends in white space. */
export class Page {
  /** How many columns the current line has so far. */
  column = 0;
  /** What is written, but for the last lines. */
  readonly #chunks: string[] = [];
  #parts: string[] = [];
  /** Where the parts of the current line begin. */
  #lineStart = 0;
  /** The spaces that are written once there is something to be indented. */
  #indentation = 0;

  /** Adds a text to the line. */
  write(text: string, width: number): void {
    if (this.#indentation > 0 && text !== "") {
      this.#parts.push(spaces(this.#indentation));
      this.#indentation = 0;
    }
    this.#parts.push(text);
    this.column += width;
  }

  /** Adds lines, none of which ends in white space, and each of which is indented. */
  writeLines(text: string, indentation: number): void {
    this.write(indentation === 0 ? text : text.replaceAll("\n", `\n${spaces(indentation)}`), 0);
    this.column = indentation + text.length - text.lastIndexOf("\n") - 1;
  }

  /** Ends the line; what follows is indented. */
  break(indentation: number): void {
    this.#trim();
    this.#parts.push("\n");
    if (this.#parts.length > 2_000) this.#closeChunk();
    this.#lineStart = this.#parts.length;
    this.#indentation = indentation;
    this.column = indentation;
  }

  /** All that was written. Nothing more can be. */
  finish(): string {
    this.#trim();
    this.#closeChunk();
    return this.#chunks.join("");
  }

  /** Many short texts become few long ones early, as long as the memory that holds them is cheap to clean. */
  #closeChunk(): void {
    this.#chunks.push(this.#parts.join(""));
    this.#parts = [];
  }

  #trim(): void {
    while (this.#parts.length > this.#lineStart) {
      const last = this.#parts.at(-1) ?? "";
      if (endsVisibly(last)) return;
      this.#parts.pop();
      const kept = last.trimEnd();
      if (kept === "") continue;
      this.#parts.push(kept);
      return;
    }
  }
}

/** Whether a text ends in a character of ASCII that can be seen, as nearly all do. */
function endsVisibly(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last > 0x20 && last < 0x7f;
}

const indentations = Array.from({ length: 64 }, (_, count) => " ".repeat(count));

function spaces(count: number): string {
  return indentations[count] ?? " ".repeat(count);
}
