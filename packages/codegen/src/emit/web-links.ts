import { findLastRuns, type LastRuns, spanAt } from "./code-spans.js";

/*
 * A relative link of a description counts from the page that it was written for, and not from a README or a page of ours. What begins with a slash counts
 * from the host of the documentation, where the document says which that is; of any other nobody knows where it leads, and only its text is left.
 */

/** One line of prose whose links lead to the web. @param documentation - the URL of the API's documentation */
export function webLinks(line: string, documentation: string | undefined): string {
  if (!line.includes("]")) return line;
  const writer = new LinkWriter(line, documentation);
  return writer.write();
}

const token = /\\.|`+|!?\[|\]/gs;
/** What follows the text of a link: where it leads, and perhaps a title. */
const linkEnd =
  /\]\([ \t]{0,9}(?:<([^<>]*)>|([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*))([ \t]{1,9}(?:"[^"]*"|'[^']*'))?[ \t]{0,9}\)/y;
const definitionEnd = /\]:[ \t]{0,9}([^\s<>]+)/y;

/** Where a bracket is: behind it in the line, and itself among what is written. */
interface Opened {
  readonly at: number;
  readonly place: number;
}

class LinkWriter {
  private readonly line: string;
  private readonly documentation: string | undefined;
  private readonly written: string[] = [];
  /** What nothing has closed yet. */
  private readonly open: Opened[] = [];
  private readonly firstText: number;
  private readonly firstLetter: number;
  private readonly lastRuns: LastRuns;
  /** Up to where the line is written. */
  private done = 0;

  constructor(line: string, documentation: string | undefined) {
    this.line = line;
    this.documentation = documentation;
    this.firstText = line.search(/\S/);
    this.firstLetter = line.search(/\p{L}/u);
    this.lastRuns = findLastRuns(line);
  }

  write(): string {
    token.lastIndex = 0;
    for (let found = token.exec(this.line); found !== null; found = token.exec(this.line)) {
      const next = this.pass(found[0], found.index);
      token.lastIndex = next;
    }
    this.copyTo(this.line.length);
    return this.written.join("");
  }

  /** Passes what was found, and answers where to look on. */
  private pass(found: string, at: number): number {
    const end = at + found.length;
    if (found.startsWith("`")) return at + (spanAt(this.line, at, found, this.lastRuns) ?? found).length;
    if (found.startsWith("\\")) return end;
    if (found.endsWith("[")) {
      this.copyTo(at);
      this.open.push({ at: end, place: this.written.length });
      this.copyTo(end);
      return end;
    }
    return found === "]" ? this.closeAt(at) : end;
  }

  private closeAt(at: number): number {
    const opened = this.open.pop();
    if (opened === undefined) return at + 1;
    const end = this.endAt(linkEnd, at);
    if (end === undefined) return opened.at - 1 === this.firstText ? this.defineAt(at) : at + 1;
    const [whole, angled, bare = "", title = ""] = end;
    const destination = angled ?? bare;
    if (!isRelative(destination)) return at + 1;
    const url = resolved(destination, this.documentation);
    if (url !== undefined) this.replace(at, whole.length, `](${url}${title})`);
    else this.leaveText(opened, at, whole.length);
    return at + whole.length;
  }

  /** The label of a link that is defined (CommonMark 0.31, 4.7). */
  private defineAt(at: number): number {
    const [whole, destination = ""] = this.endAt(definitionEnd, at) ?? [];
    const url = whole === undefined || !isRelative(destination) ? undefined : resolved(destination, this.documentation);
    if (whole === undefined || url === undefined) return at + 1;
    this.replace(at, whole.length, `]: ${url}`);
    return at + whole.length;
  }

  private endAt(pattern: RegExp, at: number): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    return pattern.exec(this.line) ?? undefined;
  }

  private replace(at: number, length: number, text: string): void {
    this.copyTo(at);
    this.written.push(text);
    this.done = at + length;
  }

  private copyTo(end: number): void {
    this.written.push(this.line.slice(this.done, end));
    this.done = end;
  }

  /** Takes the brackets and the destination away, unless the text would be the mark of a list, of a heading or of code, first in the line without them. */
  private leaveText({ at, place }: Opened, end: number, length: number): void {
    this.copyTo(end);
    const begins = this.written.slice(place + 1, place + 9).join("");
    const isAfterText = this.firstLetter !== -1 && this.firstLetter < at - 1;
    if (!isAfterText && !/^(?:[*_]{0,3}\p{L}|`(?!`))/u.test(begins)) return;
    this.written[place] = "";
    this.done = end + length;
  }
}

function isRelative(destination: string): boolean {
  return !/^[a-z][a-z\d+.-]*:/i.test(destination);
}

/** The URL of what begins with a slash; undefined for anything else, and where nothing is known of the host. */
function resolved(destination: string, documentation: string | undefined): string | undefined {
  const path = destination.replace(/\\([!-/:-@[-`{-~])/g, "$1");
  if (documentation === undefined || !path.startsWith("/") || !/^https?:/i.test(documentation)) return undefined;
  if (!URL.canParse(path, documentation)) return undefined;
  return new URL(path, documentation).href.replaceAll("(", "%28").replaceAll(")", "%29");
}
