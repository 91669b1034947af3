import type { MarkdownIt, StateBlock } from "markdown-it";

const tableStart = /^ {0,3}<table(?=[\s>])/i;
const tableEnd = /<\/table\s*>/i;
const heading = /^ {0,3}#{1,6}(?:\s|$)/;
/** What the rule keeps while it reads a page: the line up to which a table was looked for and not found to be closed. */
const unclosedUntil = Symbol("unclosed until");

/**
 * Makes one token of a table in HTML, from its first line to the one that closes it. To Markdown such a table ends at its first empty line, and what
 * follows is something else.
 */
export function htmlTableRule(parser: MarkdownIt): void {
  parser.block.ruler.before("html_block", "html_table", htmlTable);
}

function htmlTable(state: StateBlock, start: number, end: number): boolean {
  if (state.level > 0 || state.blkIndent > 0 || !tableStart.test(lineOf(state, start))) return false;
  const last = closingLine(state, start, end);
  if (last === undefined) return false;
  const token = state.push("html_table", "", 0);
  token.content = state.src.slice(state.bMarks[start], state.eMarks[last]);
  token.map = [start, last + 1];
  state.line = last + 1;
  return true;
}

/** The line that closes a table. Undefined where the next heading or the end of the page comes first; up to there no line is looked at again. */
function closingLine(state: StateBlock, start: number, end: number): number | undefined {
  if (start < Number(state.env[unclosedUntil] ?? 0)) return undefined;
  let line = start;
  for (; line < end && !heading.test(lineOf(state, line)); line += 1) {
    if (tableEnd.test(lineOf(state, line))) return line;
  }
  state.env[unclosedUntil] = line;
  return undefined;
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line], state.eMarks[line]);
}
