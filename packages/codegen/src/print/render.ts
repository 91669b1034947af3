import { columns } from "./columns.js";
import { Page } from "./page.js";
import { type Code, type Group, type Hanging, type Imported, unlimited } from "./piece.js";

/** The local name of what is imported. */
export type ResolveName = (imported: Imported) => string;

/** Prints a piece to lines of at most `width` columns where that is possible. Without `resolve` every import keeps its name. */
export function render(piece: Code, width: number, resolve?: ResolveName): string {
  return new Renderer(width, resolve).render(piece);
}

class Renderer {
  readonly #width: number;
  readonly #resolve: ResolveName | undefined;
  readonly #page = new Page();
  /** What is still to be printed, the next at the end; of each its indentation, twice, and one more where it is flat. */
  readonly #pieces: Code[] = [];
  readonly #modes: number[] = [];

  constructor(width: number, resolve: ResolveName | undefined) {
    this.#width = width;
    this.#resolve = resolve;
  }

  render(piece: Code): string {
    this.#push(piece, 0, false);
    for (let next = this.#pieces.pop(); next !== undefined; next = this.#pieces.pop()) {
      const mode = this.#modes.pop() ?? 0;
      this.#print(next, mode >> 1, mode % 2 === 1);
    }
    return this.#page.finish();
  }

  #push(piece: Code, indentation: number, flat: boolean): void {
    this.#pieces.push(piece);
    this.#modes.push(indentation * 2 + (flat ? 1 : 0));
  }

  #print(piece: Code, indentation: number, flat: boolean): void {
    if (piece.kind === "text") this.#page.write(piece.text, piece.width);
    else if (piece.kind === "line") this.#printLine(piece.flat, indentation, flat);
    else if (piece.kind === "sequence") this.#pushAll(piece.items, indentation, flat);
    else if (piece.kind === "group") this.#push(piece.content, indentation, this.#isFlat(piece, flat));
    else if (piece.kind === "indent") this.#push(piece.content, indentation + piece.by, flat);
    else if (piece.kind === "choice") this.#push(flat ? piece.flat : piece.broken, indentation, flat);
    else if (piece.kind === "hanging") this.#printHanging(piece, indentation, flat);
    else if (piece.kind === "import") this.#printImport(piece.content);
    else this.#page.writeLines(piece.text, indentation);
  }

  #printLine(instead: string | undefined, indentation: number, flat: boolean): void {
    if (flat && instead !== undefined) this.#page.write(instead, instead.length);
    else this.#page.break(indentation);
  }

  #pushAll(items: readonly Code[], indentation: number, flat: boolean): void {
    for (let index = items.length - 1; index >= 0; index -= 1) {
      const item = items[index];
      if (item !== undefined) this.#push(item, indentation, flat);
    }
  }

  #printHanging({ content }: Hanging, indentation: number, flat: boolean): void {
    const follows = flat || this.#fits(this.#roomAfter(content, false, this.#width - this.#page.column - 1));
    if (follows) this.#page.write(" ", 1);
    else this.#page.break(indentation + 2);
    this.#push(content, follows ? indentation : indentation + 2, flat);
  }

  #printImport(imported: Imported): void {
    const local = this.#resolve?.(imported) ?? imported.name;
    this.#page.write(local, columns(local));
  }

  #isFlat({ content, width }: Group, within: boolean): boolean {
    if (width === unlimited) return false;
    return within || this.#fits(this.#roomAfter(content, true, this.#width - this.#page.column));
  }

  /** Whether what follows, up to the next possible line break, fits into the room that is left. */
  #fits(left: number): boolean {
    let room = left;
    for (let index = this.#pieces.length - 1; index >= 0 && isLimited(room); index -= 1) {
      const piece = this.#pieces[index];
      if (piece !== undefined) room = this.#roomAfter(piece, (this.#modes[index] ?? 0) % 2 === 1, room);
    }
    return room >= 0;
  }

  /** The room that a piece leaves on its line: none below zero; unlimited where the line can end within the piece. */
  #roomAfter(piece: Code, flat: boolean, room: number): number {
    if (flat && !(piece.imports && this.#resolve !== undefined)) return room - piece.width;
    if (piece.kind === "text") return room - piece.width;
    if (piece.kind === "line") return flat ? room - piece.width : Number.POSITIVE_INFINITY;
    if (piece.kind === "import") return room - columns(this.#resolve?.(piece.content) ?? piece.content.name);
    if (piece.kind === "sequence") return this.#roomAfterAll(piece.items, flat, room);
    if (piece.kind === "choice") return this.#roomAfter(flat ? piece.flat : piece.broken, flat, room);
    if (piece.kind === "rows") return room < piece.text.indexOf("\n") ? -1 : Number.POSITIVE_INFINITY;
    if (piece.kind === "hanging")
      return flat ? this.#roomAfter(piece.content, true, room - 1) : Number.POSITIVE_INFINITY;
    return this.#roomAfter(piece.content, flat && piece.width !== unlimited, room);
  }

  #roomAfterAll(items: readonly Code[], flat: boolean, given: number): number {
    let room = given;
    for (const item of items) {
      if (!isLimited(room)) return room;
      room = this.#roomAfter(item, flat, room);
    }
    return room;
  }
}

function isLimited(room: number): boolean {
  return room >= 0 && room !== Number.POSITIVE_INFINITY;
}
