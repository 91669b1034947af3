import type { CollapsedLine, CollapsedText } from "./collapsed-text.js";
import { runningLines } from "./running-lines.js";

/** A text that a program took out of a PDF, or that somebody wrote: where its lines and pages end says nothing. */
export interface ExtractedText {
  readonly collapsed: CollapsedText;
  /** The text with other readings of the hyphens at the ends of lines: each may be one of the word, or part it alone. */
  readonly readings: readonly CollapsedText[];
  /** What stands at the top or the foot of the pages alone. */
  readonly running: CollapsedText;
  readonly isRunning: ReadonlySet<number>;
}

export function readExtracted(lines: readonly string[]): ExtractedText {
  const isRunning = runningLines(lines);
  const parts = partsOf(lines);
  const own = parts.filter(({ line }) => !isRunning.has(line));
  const collapsed = joinParts(own, isDivided);
  const hasHyphens = own.some(({ text }, index) => index < own.length - 1 && lineEnd.test(text));
  return {
    collapsed,
    readings: hasHyphens ? [joinParts(own, () => true), joinParts(own, () => false)] : [],
    running: joinParts(
      parts.filter(({ line }) => isRunning.has(line)),
      () => false,
    ),
    isRunning,
  };
}

interface Part {
  readonly line: number;
  readonly text: string;
}

const ligatures = /[\uFB00-\uFB06]/g;
const lineEnd = /[\p{L}\p{N}][-\u2010\u00AD]$/u;

function partsOf(lines: readonly string[]): readonly Part[] {
  return lines.flatMap((line, index): readonly Part[] => {
    const text = line
      .replace(ligatures, (sign) => sign.normalize("NFKC"))
      .replace(/\s+/g, " ")
      .trim();
    return text === "" ? [] : [{ line: index + 1, text }];
  });
}

/** Whether a hyphen between two lines parts one word, and is none of it: small letters stand on both sides, and no capital or digit as in `X-Key`. */
function isDivided(before: string, after: string): boolean {
  return /\p{Ll}.$/u.test(before) && /^\p{Ll}/u.test(after);
}

/** The text in which a passage begins and ends with any word, not with a line alone. */
function joinParts(parts: readonly Part[], drops: (before: string, after: string) => boolean): CollapsedText {
  const words: CollapsedLine[] = [];
  const texts: string[] = [];
  let start = 0;
  for (const [index, { line, text }] of parts.entries()) {
    const next = parts[index + 1]?.text;
    const joins = next !== undefined && lineEnd.test(text) && /^[\p{L}\p{N}]/u.test(next);
    const own = joins ? (drops(text, next) ? text.slice(0, -1) : text.replace(/.$/u, "-")) : text;
    for (const { index: at, 0: word } of own.matchAll(/\S+/g))
      words.push({ line, start: start + at, end: start + at + word.length });
    texts.push(joins || next === undefined ? own : `${own} `);
    start += texts.at(-1)?.length ?? 0;
  }
  return { text: texts.join(""), lines: words };
}
