import type { Code } from "./code.js";
import { hardline, join, text } from "./code.js";

/** A paragraph of a documentation comment, as CommonMark; or a tag such as `@param input.path.id …`. */
export type CommentBlock = string | CommentTag;

export interface CommentTag {
  readonly tag: "param" | "returns" | "deprecated" | "example" | "see" | "defaultValue";
  /** What the tag is about, before its text: the name of a parameter. */
  readonly subject?: string;
  readonly text?: string;
}

// The width of a comment's text; with the usual indentation and ` * ` it stays under the 120 columns of the formatter.
const width = 110;

/** Door for prose: a documentation comment, or nothing where there is nothing to say. */
export function comment(...blocks: readonly (CommentBlock | undefined)[]): Code | undefined {
  const given = blocks.filter((block): block is CommentBlock => block !== undefined && block !== "");
  const rows = blockRows(given);
  if (rows.length === 0) return undefined;
  const [first = ""] = rows;
  if (rows.length === 1) return text(`/** ${first} */`);
  return join(hardline, [text("/**"), ...rows.map((row) => text(` * ${row}`.trimEnd())), text(" */")]);
}

function blockRows(blocks: readonly CommentBlock[]): readonly string[] {
  const rows: string[] = [];
  let previous: CommentBlock | undefined;
  for (const block of blocks) {
    const next = typeof block === "string" ? proseRows(block) : tagRows(block);
    if (next.length === 0) continue;
    if (previous !== undefined && (typeof previous === "string" || typeof block === "string")) rows.push("");
    rows.push(...next);
    previous = block;
  }
  return rows;
}

function tagRows({ tag, subject, text: prose = "" }: CommentTag): readonly string[] {
  const start = [`@${tag}`, subject === undefined ? undefined : inert(subject.replace(/\s+/g, ""))]
    .filter(Boolean)
    .join(" ");
  const [first = "", ...rest] = proseRows(prose, start.length + 1);
  return [`${start} ${first}`.trimEnd(), ...rest.map((row) => (row === "" ? "" : `  ${row}`))];
}

/** The rows of a text: its paragraphs wrapped, what has a form of its own left alone; never an empty row at the start or the end. */
function proseRows(prose: string, offset = 0): readonly string[] {
  const rows: string[] = [];
  let fenced = false;
  let flowing = false;
  for (const source of inert(prose).trim().split("\n")) {
    const row = source.trimEnd();
    if (isFence(row)) fenced = !fenced;
    const fixed = fenced || isFence(row) || /^\s*\|/.test(row) || /^(?: {4}|\t)/.test(row);
    if (flowing && !fixed && continues(row)) rows.push(`${rows.pop()} ${row.trim()}`);
    else rows.push(row);
    flowing = !fixed && row !== "" && !/^#/.test(row) && !/(?: {2}|\\)$/.test(source);
  }
  const wrapped = rows.flatMap((row, index) => (isPlain(rows, index) ? wrap(row, index === 0 ? offset : 0) : [row]));
  return fenced ? [...wrapped, "```"] : wrapped.every((row) => row === "") ? [] : wrapped;
}

function isFence(row: string): boolean {
  return /^\s*(?:```|~~~)/.test(row);
}

/** Whether a row goes on with the paragraph of the row before (CommonMark 0.31, 4.8). */
function continues(row: string): boolean {
  const [first = ""] = row.trim().split(" ", 1);
  return first !== "" && canBegin(first);
}

/** Whether a row may be wrapped: it is in no fence, no table and no indented code. */
function isPlain(rows: readonly string[], index: number): boolean {
  const fences = rows.slice(0, index + 1).filter(isFence).length;
  const row = rows[index] ?? "";
  return fences % 2 === 0 && !isFence(row) && !/^\s*\|/.test(row) && !/^(?: {4}|\t)/.test(row);
}

/** Wraps a row at spaces. What follows a list's mark is indented like its text. */
function wrap(row: string, offset: number): readonly string[] {
  const hanging = " ".repeat(/^\s*(?:[-*+] |\d+[.)] )?/.exec(row)?.[0].length ?? 0);
  const rows: string[] = [];
  let current = row.slice(0, hanging.length);
  let room = width - offset;
  for (const word of row.slice(hanging.length).split(" ")) {
    if (current.trim() !== "" && current.length + word.length > room && canBegin(word)) {
      rows.push(current.trimEnd());
      current = hanging;
      room = width;
    }
    current += `${word} `;
  }
  return [...rows, current.trimEnd()];
}

/** Whether a word at the start of a row would still be a word, and not the mark of a list, a heading, a quotation or a table. */
function canBegin(word: string): boolean {
  return !/^(?:[-*+>|=]|#+|\d+[.)])/.test(word);
}

// Where TypeScript would see a tag: at the start of a row, after white space, and in `{@link …}`.
const tagStart = /(^|[\s{*])@/gm;
// What TypeScript obeys wherever it stands in a comment before the first statement: `@jsxImportSource x` imports x.
const pragma = /@(?=jsx)/gi;
// What those who look for source maps take for one, in any comment.
const sourceMap = /[#@](?=\s*source(?:Mapping)?URL)/g;

/** Text that neither ends the comment, nor means anything in it but itself. */
function inert(prose: string): string {
  return prose
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\r\n?|[\p{Zl}\p{Zp}\v\f]/gu, "\n")
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) => (/[\n\t\u200d]/.test(character) ? character : visible(character)))
    .replaceAll("*/", "*\\/")
    .replace(pragma, "&#64;")
    .replace(sourceMap, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(tagStart, "$1\\@");
}

/** What cannot be seen, or turns the direction of text, is shown as an escape; the rest of the control characters are a space. */
function visible(character: string): string {
  if (/\p{Cc}/u.test(character)) return " ";
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** A comment on a line of its own. */
export function lineComment(prose: string): Code {
  return text(`// ${inert(prose).replace(/\s+/g, " ").trim()}`);
}
