import { endsLine } from "../lines.js";
import { OpenMembers } from "./members.js";

/** Deeper texts are rare, and the YAML parser says exactly which of them are too deep. */
const maxDepth = 150;

/** Where the lines of a JSON text begin, and where its objects and arrays stand, in the order in which they begin. */
export interface Layout {
  readonly lines: readonly number[];
  /** The offsets of their opening brackets. */
  readonly starts: readonly number[];
  /** The offsets behind their closing ones. */
  readonly ends: readonly number[];
}

/**
 * Undefined where there is something to be said of a text, or more than JSON says: a key that is given twice, a number that is too large, deep
 * nesting.
 *
 * @param text - which `JSON.parse` takes
 */
export function readLayout(text: string): Layout | undefined {
  const scanner = new Scanner(text);
  return scanner.scan() ? scanner : undefined;
}

class Scanner implements Layout {
  readonly lines: number[] = [0];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  private readonly text: string;
  private readonly members: OpenMembers;
  /** The open containers, and of each the index of its first key. */
  private readonly open: number[] = [];
  private readonly firstMembers: number[] = [];
  private isPlain = true;

  constructor(text: string) {
    this.text = text;
    this.members = new OpenMembers(text);
  }

  /** Whether there is nothing to be said. */
  scan(): boolean {
    const { text } = this;
    for (let at = 0; at < text.length && this.isPlain; ) {
      const code = text.charCodeAt(at);
      if (code <= space) this.passSpace(code, at++);
      else if (code === comma) at++;
      else if (code === quote) at = this.passString(at + 1);
      else if (isDigit(code)) at = this.passNumber(at);
      else this.passMark(code, at++);
    }
    return this.isPlain;
  }

  /** In JSON, lines end between values alone. */
  private passSpace(code: number, at: number): void {
    if (code < space && endsLine(this.text, at, code)) this.lines.push(at + 1);
  }

  private passMark(code: number, at: number): void {
    if (code === 0x7b || code === 0x5b) this.enter(at);
    else if (code === 0x7d || code === 0x5d) this.leave(at + 1);
  }

  private enter(start: number): void {
    this.open.push(this.starts.length);
    this.firstMembers.push(this.members.count);
    this.starts.push(start);
    this.ends.push(start);
    if (this.open.length > maxDepth) this.isPlain = false;
  }

  private leave(end: number): void {
    this.ends[this.open.pop() ?? 0] = end;
    if (this.members.close(this.firstMembers.pop() ?? 0)) this.isPlain = false;
  }

  private passString(start: number): number {
    const end = endOfString(this.text, start);
    // Only keys have a colon after them.
    if (this.text.charCodeAt(skipSpace(this.text, end + 1)) === colon) this.members.add(start, end);
    return end + 1;
  }

  private passNumber(start: number): number {
    const end = endOfNumber(this.text, start);
    // An exponent needs three characters, and many more digits than that are too large without one.
    if (end - start > 2 && !Number.isFinite(Number(this.text.slice(start, end)))) this.isPlain = false;
    return end;
  }
}

const space = 0x20;
const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;

/** The offset of the closing quote of a string. */
export function endOfString(text: string, start: number): number {
  let end = start;
  for (let code = text.charCodeAt(end); code !== quote; code = text.charCodeAt(end)) end += code === backslash ? 2 : 1;
  return end;
}

/** The offset of the next character that is no space. */
export function skipSpace(text: string, start: number): number {
  let next = start;
  while (text.charCodeAt(next) <= space) next++;
  return next;
}

function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  for (let code = text.charCodeAt(end); isNumeric(code); code = text.charCodeAt(end)) end++;
  return end;
}

/** Digits, signs, the point and the exponent. */
function isNumeric(code: number): boolean {
  return isDigit(code) || code === 0x2b || code === 0x2d || code === 0x2e || (code | 0x20) === 0x65;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
