/** A text that comes in pieces, which are put together once. */
export class TextPieces {
  private pieces: string[] = [];
  length = 0;

  add(text: string): void {
    if (!text) return;
    this.pieces.push(text);
    this.length += text.length;
  }

  /** The text so far; from here on it is empty. */
  take(): string {
    const text = this.pieces.join("");
    this.pieces = [];
    this.length = 0;
    return text;
  }
}
