import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import type { PageHeading, PageText } from "./page-text.js";

/** Tags inside a line of text. All others stand between words. */
const inline = new Set(
  "a abbr b bdi bdo big cite code dfn em font i ins kbd mark q samp small span strong sub sup tt u var wbr".split(" "),
);

/** What is struck out no longer holds: its text gets marks around it, since it would read the same without. */
const struck = new Set(["del", "s", "strike"]);

/** What is in them is not on the page. */
const hidden = new Set(["script", "style", "title"]);

/** In pieces of text. A heading that is never closed would be the rest of the page. */
const longestHeading = 100;

/**
 * The text of an HTML page by the lines of its file, without tags and with entities decoded. Attributes, scripts, styles and the title of the
 * window are no text of the page.
 *
 * Only the tokens are read and no tree is built: text and its line are all that is needed, tags that are never closed cost nothing, and the time
 * grows with the length of the page.
 */
export function readHtml(text: string): PageText {
  const reader = new HtmlReader(text);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, reader);
  tokenizer.write(text);
  tokenizer.end();
  return reader.page();
}

class HtmlReader implements TokenizerCallbacks {
  readonly #text: string;
  readonly #lines: string[] = [""];
  readonly #headings: PageHeading[] = [];
  /** The offset up to which line ends were counted. */
  #counted = 0;
  #nextEnd: number;
  /** Where a tag began that has not ended yet. */
  #tagStart: number | undefined;
  #hidden: { readonly tag: string; readonly line: number } | undefined;
  #heading: { readonly line: number; readonly depth: number; readonly parts: string[] } | undefined;
  #unread: PageText["unread"];

  constructor(text: string) {
    this.#text = text;
    this.#nextEnd = this.#lineEnd(0);
  }

  page(): PageText {
    return { lines: this.#lines, headings: this.#headings, unread: this.#unread };
  }

  ontext(start: number, end: number): void {
    this.#moveTo(start);
    const parts = this.#text.slice(start, end).split("\n");
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.#lines.push("");
      this.#say(part);
    }
    this.#counted = end;
  }

  ontextentity(codepoint: number, end: number): void {
    this.#moveTo(end);
    this.#say(String.fromCodePoint(codepoint));
  }

  onopentagname(start: number, end: number): void {
    const tag = this.#tag(start, end);
    this.#tagStart = start;
    if (hidden.has(tag)) this.#hidden = { tag, line: this.#lines.length };
    const depth = /^h([1-6])$/.exec(tag)?.[1];
    if (depth === undefined) return;
    this.#endHeading();
    this.#heading = { line: this.#lines.length, depth: Number(depth), parts: [] };
  }

  onclosetag(start: number, end: number): void {
    const tag = this.#tag(start, end);
    if (this.#hidden?.tag === tag) this.#hidden = undefined;
    if (/^h[1-6]$/.test(tag)) this.#endHeading();
  }

  oncomment(start: number, end: number, offset: number): void {
    if (offset === 0 && end >= this.#text.length) this.#stop(start, "a comment that begins here is never closed");
  }

  onend(): void {
    if (this.#tagStart !== undefined) this.#stop(this.#tagStart, "a tag that begins here is never closed");
    if (this.#hidden !== undefined) {
      const { tag, line } = this.#hidden;
      this.#unread ??= { line, message: `<${tag}> is never closed` };
    }
    this.#endHeading();
    this.#moveTo(this.#text.length);
  }

  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onattribdata(): void {}
  onattribentity(): void {}
  onattribend(): void {}
  onattribname(): void {}

  onopentagend(): void {
    this.#tagStart = undefined;
  }

  onselfclosingtag(): void {
    this.#tagStart = undefined;
  }

  #tag(start: number, end: number): string {
    this.#moveTo(start);
    const tag = this.#text.slice(start, Math.min(end, start + 20)).toLowerCase();
    if (struck.has(tag)) this.#say("~~");
    else if (!inline.has(tag)) this.#say(" ");
    return tag;
  }

  #say(part: string): void {
    if (this.#hidden !== undefined) return;
    const line = this.#lines.length - 1;
    this.#lines[line] += part;
    if (this.#heading !== undefined && this.#heading.parts.length < longestHeading) this.#heading.parts.push(part);
  }

  #stop(offset: number, message: string): void {
    this.#moveTo(offset);
    this.#unread ??= { line: this.#lines.length, message };
  }

  #endHeading(): void {
    if (this.#heading === undefined) return;
    const { line, depth, parts } = this.#heading;
    this.#headings.push({ line, depth, title: parts.join("").replace(/\s+/g, " ").trim() });
    this.#heading = undefined;
  }

  /** Begins a line for each line end before an offset. The next one is kept, since to look for it anew would take the whole rest of a long line. */
  #moveTo(offset: number): void {
    while (this.#nextEnd < offset) {
      if (this.#nextEnd >= this.#counted) this.#lines.push("");
      this.#nextEnd = this.#lineEnd(this.#nextEnd + 1);
    }
    this.#counted = Math.max(this.#counted, offset);
  }

  #lineEnd(from: number): number {
    const at = this.#text.indexOf("\n", from);
    return at === -1 ? Number.POSITIVE_INFINITY : at;
  }
}
