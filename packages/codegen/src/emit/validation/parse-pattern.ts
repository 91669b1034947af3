/** A regular expression taken apart, as far as one pass over a text decides it. */
export type PatternPart =
  /** One character: the source of a class or of a character. */
  | { readonly kind: "character"; readonly source: string }
  /** A place between two: `^`, `$`, `\b`, `\B`. */
  | { readonly kind: "place"; readonly source: string }
  | { readonly kind: "sequence"; readonly parts: readonly PatternPart[] }
  | { readonly kind: "alternatives"; readonly parts: readonly PatternPart[] }
  | { readonly kind: "repeated"; readonly part: PatternPart; readonly least: number; readonly most: number };

/**
 * Reads the source of a regular expression of ECMAScript with the flag `u`, which is one: whether it is, the platform has said. Undefined for what
 * cannot be decided in one pass: looking ahead and behind, and references to what has matched before.
 */
export function parsePattern(source: string): PatternPart | undefined {
  const reader = new PatternReader([...source]);
  const part = reader.readAlternatives();
  return reader.isBeyond ? undefined : part;
}

/** How deep groups may lie in groups. */
const depthLimit = 100;

class PatternReader {
  /** Whether something was met that is not decided in one pass. */
  isBeyond = false;
  private readonly characters: readonly string[];
  private at = 0;
  private depth = 0;

  constructor(characters: readonly string[]) {
    this.characters = characters;
  }

  readAlternatives(): PatternPart {
    const parts = [this.readSequence()];
    while (this.takes("|")) parts.push(this.readSequence());
    const [only, ...more] = parts;
    return only !== undefined && more.length === 0 ? only : { kind: "alternatives", parts };
  }

  private readSequence(): PatternPart {
    const parts: PatternPart[] = [];
    while (this.at < this.characters.length && !this.isNext("|") && !this.isNext(")")) parts.push(this.readTerm());
    return { kind: "sequence", parts };
  }

  private readTerm(): PatternPart {
    const part = this.readAtom();
    const bounds = this.readBounds();
    if (bounds === undefined) return part;
    // Whether it takes as much or as little as it can makes no difference to whether it matches.
    this.takes("?");
    const [least, most] = bounds;
    return { kind: "repeated", part, least, most };
  }

  private readAtom(): PatternPart {
    const first = this.next();
    if (first === "^" || first === "$") return { kind: "place", source: first };
    if (first === "(") return this.readGroup();
    if (first === "[") return { kind: "character", source: first + this.readClass() };
    return first === "\\" ? this.readEscape() : { kind: "character", source: first };
  }

  private readGroup(): PatternPart {
    this.depth += 1;
    // Deeper than anybody writes: the rest is not read.
    if (this.depth > depthLimit) this.giveUp();
    if (this.takes("?") && !this.takes(":") && !this.readName()) this.isBeyond = true;
    const part = this.readAlternatives();
    this.takes(")");
    this.depth -= 1;
    return part;
  }

  private giveUp(): void {
    this.isBeyond = true;
    this.at = this.characters.length;
  }

  /** The name of a group; false for what only begins like one. */
  private readName(): boolean {
    if (!this.takes("<") || this.isNext("=") || this.isNext("!")) return false;
    while (this.at < this.characters.length && !this.takes(">")) this.at += 1;
    return true;
  }

  private readClass(): string {
    let source = "";
    for (let character = this.next(); character !== ""; character = this.next()) {
      source += character;
      if (character === "]") break;
      if (character === "\\") source += this.next();
    }
    return source;
  }

  private readEscape(): PatternPart {
    const character = this.next();
    if (character === "b" || character === "B") return { kind: "place", source: `\\${character}` };
    if (/[1-9k]/.test(character)) this.isBeyond = true;
    return { kind: "character", source: `\\${character}${this.readRest(character)}` };
  }

  /** What belongs to an escape behind its first character: `{…}` of a code point or a property, digits, a letter. */
  private readRest(character: string): string {
    if (/[up]/i.test(character) && character !== "U" && this.isNext("{")) return this.readBraces();
    const length = character === "u" ? 4 : character === "x" ? 2 : character === "c" ? 1 : 0;
    let rest = "";
    while (rest.length < length) rest += this.next() || " ";
    return character === "u" ? rest + this.readLowSurrogate(rest) : rest;
  }

  /** Two escapes that stand for one character. */
  private readLowSurrogate(high: string): string {
    if (!/^d[89ab]/i.test(high) || !/^\\ud[c-f]/i.test(this.characters.slice(this.at, this.at + 4).join(""))) return "";
    let rest = "";
    while (rest.length < 6) rest += this.next() || " ";
    return rest;
  }

  private readBraces(): string {
    let source = "";
    for (let character = this.next(); character !== ""; character = this.next()) {
      source += character;
      if (character === "}") break;
    }
    return source;
  }

  private readBounds(): readonly [least: number, most: number] | undefined {
    if (this.takes("*")) return [0, Number.POSITIVE_INFINITY];
    if (this.takes("+")) return [1, Number.POSITIVE_INFINITY];
    if (this.takes("?")) return [0, 1];
    if (!this.isNext("{")) return undefined;
    const [, least = "", comma, most = ""] = /^\{(\d+)(?:(,)(\d*))?\}$/.exec(this.readBraces()) ?? [];
    if (comma === undefined) return [Number(least), Number(least)];
    return [Number(least), most === "" ? Number.POSITIVE_INFINITY : Number(most)];
  }

  private next(): string {
    const character = this.characters[this.at] ?? "";
    this.at += 1;
    return character;
  }

  private isNext(character: string): boolean {
    return this.characters[this.at] === character;
  }

  private takes(character: string): boolean {
    const isThere = this.isNext(character);
    if (isThere) this.at += 1;
    return isThere;
  }
}
