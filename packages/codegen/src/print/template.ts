import type { Code } from "./code.js";
import { hardline, sequence, text } from "./code.js";

/**
 * Source with pieces in it. The indentation that all lines share is taken away, and a piece of several lines is indented like the line it is on.
 * A line that holds nothing but an undefined piece is left out.
 */
export function code(parts: TemplateStringsArray, ...pieces: readonly (Code | undefined)[]): Code {
  const shared = sharedIndentation(parts);
  const rows: Row[] = [{ depth: 0, items: [], text: "", absent: false }];
  parts.forEach((part, index) => {
    const [first = "", ...following] = part.split("\n");
    addText(rows.at(-1), first);
    for (const row of following) {
      const depth = Math.max(0, row.length - row.trimStart().length - shared);
      rows.push({ depth, items: [text(row.trimStart())], text: row.trim(), absent: false });
    }
    addPiece(rows.at(-1), pieces[index], index < pieces.length);
  });
  const printed = withoutFrame(rows).filter((row) => !row.absent || row.text !== "");
  return sequence(
    ...printed.map((row, index) => nested(row.depth, index === 0 ? row.items : [hardline, ...row.items])),
  );
}

interface Row {
  readonly depth: number;
  readonly items: Code[];
  /** What it holds besides undefined pieces. */
  text: string;
  /** Whether it holds an undefined piece. */
  absent: boolean;
}

function addText(row: Row | undefined, part: string): void {
  row?.items.push(text(part));
  if (row !== undefined) row.text += part.trim();
}

function addPiece(row: Row | undefined, piece: Code | undefined, expected: boolean): void {
  if (row === undefined || !expected) return;
  if (piece === undefined) row.absent = true;
  else {
    row.items.push(piece);
    row.text += "piece";
  }
}

/** Without the empty first and last row of a template that begins and ends on a line of its own. */
function withoutFrame(rows: readonly Row[]): readonly Row[] {
  if (rows.length < 3) return rows;
  const isFrame = (row: Row, index: number): boolean =>
    (index === 0 || index === rows.length - 1) && row.text === "" && !row.absent;
  return rows.filter((row, index) => !isFrame(row, index));
}

function nested(depth: number, items: readonly Code[]): Code {
  return depth === 0
    ? sequence(...items)
    : { kind: "indent", by: depth, content: sequence(...items), after: undefined };
}

/** How many spaces every line of a template begins with, its first line and blank lines left out. */
function sharedIndentation(parts: TemplateStringsArray): number {
  const rows = parts.join("\u0000").split("\n").slice(1);
  const depths = rows.filter((row) => row.trim() !== "").map((row) => row.length - row.trimStart().length);
  return depths.length === 0 ? 0 : Math.min(...depths);
}
