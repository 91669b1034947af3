import { Parser } from "htmlparser2";

/** A block of HTML that is one `<pre>` and nothing else. */
export interface Preformatted {
  readonly text: string;
  /** The language that a class names, as highlighters write it: `language-json`, `highlight-json`. */
  readonly lang: string | null;
  /** How many lines of the block stand before its text. */
  readonly linesBefore: number;
}

/** The text of a block of HTML that has a `<pre>`. Undefined where it has none, several, or words beside it. */
export function readPreformatted(html: string): Preformatted | undefined {
  if (!/<pre\b/i.test(html)) return undefined;
  const reader = new PreReader();
  const parser = new Parser(reader);
  reader.parser = parser;
  parser.write(html);
  parser.end();
  if (reader.closed !== 1 || reader.hasMore) return undefined;
  const linesBefore = html.slice(0, reader.start).split("\n").length - 1;
  return { text: reader.text, lang: reader.lang, linesBefore };
}

class PreReader {
  text = "";
  lang: string | null = null;
  start = 0;
  /** How many `<pre>` came to their end. */
  closed = 0;
  hasMore = false;
  parser: Parser | undefined;
  #isOpen = false;

  onopentag(name: string, { class: classes = "" }: Readonly<Record<string, string>>): void {
    if (name === "pre") {
      this.hasMore ||= this.#isOpen;
      this.#isOpen = true;
    }
    this.lang ??= /(?:^|\s)(?:lang(?:uage)?|highlight(?:-source)?)-(\S+)/.exec(classes)?.[1] ?? null;
  }

  ontext(text: string): void {
    if (!this.#isOpen) this.hasMore ||= text.trim() !== "";
    else {
      if (this.text === "") this.start = this.parser?.startIndex ?? 0;
      this.text += text;
    }
  }

  onclosetag(name: string, isImplied: boolean): void {
    if (name !== "pre") return;
    this.#isOpen = false;
    if (!isImplied) this.closed += 1;
  }
}
