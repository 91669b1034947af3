// The width of a comment's text; with the usual indentation and ` * ` it stays under the 120 columns of the formatter.
const width = 110;
/** Where a mark is wider, what it introduces would have no room, and a text of nothing but that would grow by its square. */
const widestMark = width / 2;

/**
 * The rows of a text: its paragraphs wrapped, what has a form of its own left alone; never an empty row at the start or the end. The first row has
 * less room by the offset.
 */
export function proseRows(prose: string, offset = 0): readonly string[] {
  const trimmed = prose.trim();
  if (trimmed === "") return [];
  if (isOneRow(trimmed, offset)) return [trimmed];
  const { rows, unclosed } = readRows(trimmed);
  const wrapped: string[] = [];
  for (const { text, fixed } of rows) {
    if (fixed) wrapped.push(text);
    else wrap(text, wrapped.length === 0 ? offset : 0, wrapped);
  }
  if (unclosed) wrapped.push("```");
  return wrapped;
}

/** Whether there is nothing to wrap and nothing to close, as in most texts. */
function isOneRow(prose: string, offset: number): boolean {
  return prose.length <= width - offset && !prose.includes("\n") && !isFence(prose);
}

interface Row {
  text: string;
  /** Whether it is in a fence, a table or indented code, and stays as it is. */
  readonly fixed: boolean;
}

/** The rows of a text, and whether its last fence is left open. Rows of one paragraph are one. */
function readRows(prose: string): { readonly rows: readonly Row[]; readonly unclosed: boolean } {
  const rows: Row[] = [];
  let fenced = false;
  let flowing: Row | undefined;
  for (const source of prose.split("\n")) {
    const text = source.trimEnd();
    const fence = isFence(text);
    if (fence) fenced = !fenced;
    const fixed = fenced || fence || hasForm(text);
    if (flowing !== undefined && !fixed && continues(text)) flowing.text += ` ${text.trimStart()}`;
    else rows.push({ text, fixed });
    flowing = fixed || text === "" || text.startsWith("#") || endsHard(source) ? undefined : rows.at(-1);
  }
  return { rows, unclosed: fenced };
}

function isFence(row: string): boolean {
  return /^\s*(?:```|~~~)/.test(row);
}

/** Whether a row belongs to a table or to indented code. */
function hasForm(row: string): boolean {
  return /^(?: {4}|\t|\s*\|)/.test(row);
}

/** Whether a row asks for a line break after it (CommonMark 0.31, 6.7). */
function endsHard(source: string): boolean {
  return source.endsWith("  ") || source.endsWith("\\");
}

/** Whether a row goes on with the paragraph of the row before (CommonMark 0.31, 4.8). */
function continues(row: string): boolean {
  return row !== "" && canBegin(row.trimStart());
}

/** Whether a text at the start of a row would still be text, and not begin with the mark of a list, a heading, a quotation or a table. */
function canBegin(text: string): boolean {
  return !/^(?:[-*+>|=#]|\d+[.)])/.test(text);
}

/** Wraps a row at spaces and adds what becomes of it. What follows a list's mark is indented like its text. */
function wrap(row: string, offset: number, rows: string[]): void {
  if (row.length <= width - offset) {
    rows.push(row);
    return;
  }
  const [mark = ""] = /^\s*(?:[-*+] |\d+[.)] )?/.exec(row) ?? [];
  const hanging = " ".repeat(mark.length > widestMark ? 0 : mark.length);
  let current = mark;
  let room = width - offset;
  let blank = mark.trim() === "";
  for (const word of row.slice(mark.length).split(" ")) {
    if (current.length + word.length > room && !blank && canBegin(word)) {
      rows.push(current.trimEnd());
      current = hanging;
      room = width;
      blank = true;
    }
    current += `${word} `;
    blank &&= word.trim() === "";
  }
  rows.push(current.trimEnd());
}
