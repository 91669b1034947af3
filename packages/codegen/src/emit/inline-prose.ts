import { findLastRuns, type LastRuns, spanAt } from "./code-spans.js";
import { anyone, type Reader } from "./reader.js";
import { siteText } from "./site-text.js";
import { webLinks } from "./web-links.js";

/**
 * One line of a document's prose, written so that every reader of Markdown takes it alike: a code span ends on the line that it begins on, what
 * would be HTML is text, and so is a link to anything but the web or mail.
 *
 * @param inTable - whether a bar ends a cell, in a code span too (GitHub Flavored Markdown 0.29, 4.10)
 */
export function inlineProse(source: string, inTable: boolean, reader: Reader = anyone): string {
  const line = webLinks(source, reader.documentation);
  const lastRuns = findLastRuns(line);
  let written = "";
  for (let index = 0; index < line.length; ) {
    const part = nextPart(line, index, lastRuns, inTable, reader);
    written += part.text;
    index += part.source;
  }
  return written;
}

interface Part {
  /** How many characters of the line it takes. */
  readonly source: number;
  readonly text: string;
}

function nextPart(line: string, index: number, lastRuns: LastRuns, inTable: boolean, reader: Reader): Part {
  switch (line[index]) {
    case "\\":
      return asItIs(line.slice(index, index + 2));
    case "`":
      return codeSpanAt(line, index, lastRuns, inTable);
    case "<":
      return angleAt(line, index, reader);
    case "]":
      return linkEndAt(line, index);
    case "~":
      return tildesAt(line, index);
    default:
      return textAt(line, index, reader);
  }
}

function textAt(line: string, index: number, reader: Reader): Part {
  const text = match(/[^\\`<\]~]+/y, line, index) ?? "";
  return { source: text.length, text: reader.isSite ? siteText(text) : text };
}

function asItIs(text: string): Part {
  return { source: text.length, text };
}

function match(pattern: RegExp, line: string, index: number): string | undefined {
  pattern.lastIndex = index;
  return pattern.exec(line)?.[0];
}

/** A code span, or backticks that are no more than that (CommonMark 0.31, 6.1). */
function codeSpanAt(line: string, index: number, lastRuns: LastRuns, inTable: boolean): Part {
  const mark = match(/`+/y, line, index) ?? "";
  const span = spanAt(line, index, mark, lastRuns);
  if (span === undefined || (inTable && hasBar(span))) return { source: mark.length, text: "\\`".repeat(mark.length) };
  return asItIs(span);
}

function hasBar(span: string): boolean {
  return /(?<!\\)\|/.test(span);
}

/** The beginning of an autolink or of HTML (6.5, 6.6). */
function angleAt(line: string, index: number, reader: Reader): Part {
  const link = match(/<(?:https?:\/\/|mailto:)[^\s<>\\`]+>/iy, line, index);
  if (link !== undefined) return asItIs(link);
  if (reader.isSite) return { source: 1, text: "&lt;" };
  return { source: 1, text: match(/<[a-z/!?]/iy, line, index) === undefined ? "<" : "&lt;" };
}

// What may follow `](` or `]:` in the line: with a place on the next line nothing is a link, since nothing is known of it.
const destination = /\](?:\(|:)[ \t]*(?:<(?:https?:\/\/|mailto:)[^<>]*>|https?:\/\/|mailto:)/iy;

/** The end of a link's text, or of the label of a link that is defined (4.7, 6.3). */
function linkEndAt(line: string, index: number): Part {
  const next = line[index + 1] ?? "";
  if ((next !== "(" && next !== ":") || match(destination, line, index) !== undefined) return asItIs("]");
  return { source: 2, text: `]\\${next}` };
}

/** Three of them may begin a code block that nothing ends. */
function tildesAt(line: string, index: number): Part {
  const run = match(/~+/y, line, index) ?? "";
  return { source: run.length, text: run.length < 3 ? run : "\\~".repeat(run.length) };
}
