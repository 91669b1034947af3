import type { Code, ImportedName } from "./code.js";

/** The local name of what is imported. */
export type ResolveName = (name: ImportedName) => string;

interface Job {
  readonly piece: Code;
  readonly indent: number;
  readonly flat: boolean;
}

/** Prints a piece to lines of at most `width` columns where that is possible. No line ends in white space. */
export function render(piece: Code, width: number, resolve: ResolveName): string {
  const jobs: Job[] = [{ piece, indent: 0, flat: false }];
  const rows: string[] = [];
  const broken = new Set<Code>();
  let row = "";
  for (let job = jobs.pop(); job !== undefined; job = jobs.pop()) {
    const { piece: next, indent, flat } = job;
    if (next.kind === "text") {
      row += next.text;
    } else if (next.kind === "import") {
      row += resolve(next);
    } else if (next.kind === "line") {
      if (flat && next.flat !== undefined) {
        row += next.flat;
      } else {
        rows.push(row.trimEnd());
        row = " ".repeat(indent);
      }
    } else if (next.kind === "group") {
      const grouped = { piece: next.content, indent, flat: true };
      const fitting = !next.broken && (flat || fits(grouped, jobs, width - columns(row), resolve));
      if (!fitting) broken.add(next);
      jobs.push(fitting ? grouped : { ...grouped, flat: false });
    } else if (next.kind === "indent" && next.after !== undefined && !broken.has(next.after)) {
      jobs.push({ ...job, piece: next.content });
    } else {
      pushParts(jobs, job);
    }
  }
  rows.push(row.trimEnd());
  return rows.join("\n");
}

/** Whether a job, and what follows it up to the next possible line break, fits into `room` columns. */
function fits(first: Job, rest: readonly Job[], room: number, resolve: ResolveName): boolean {
  const jobs: Job[] = [first];
  let left = room;
  let following = rest.length;
  while (left >= 0) {
    const job = jobs.pop() ?? rest[--following];
    if (job === undefined) return true;
    const { piece, flat } = job;
    if (piece.kind === "text") left -= columns(piece.text);
    else if (piece.kind === "import") left -= columns(resolve(piece));
    else if (piece.kind === "line") {
      if (!flat || piece.flat === undefined) return true;
      left -= piece.flat.length;
    } else if (piece.kind === "group") jobs.push({ ...job, piece: piece.content, flat: flat && !piece.broken });
    else pushParts(jobs, job);
  }
  return false;
}

/** Adds the jobs that a compound piece consists of, the last to be printed first. */
function pushParts(jobs: Job[], { piece, indent, flat }: Job): void {
  if (piece.kind === "sequence") {
    for (let index = piece.items.length - 1; index >= 0; index -= 1) {
      const item = piece.items[index];
      if (item !== undefined) jobs.push({ piece: item, indent, flat });
    }
  } else if (piece.kind === "indent") jobs.push({ piece: piece.content, indent: indent + piece.by, flat });
  else if (piece.kind === "choice") jobs.push({ piece: flat ? piece.flat : piece.broken, indent, flat });
}

// East Asian wide and emoji (Unicode Standard Annex 11); what the table leaves out takes one column.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** The first character that may take two columns, and all that UTF-16 has as two units. */
const maybeWide = /[\u1100-\uffff]/;

/** How many columns a text takes in a fixed-width font. */
export function columns(value: string): number {
  if (!maybeWide.test(value)) return value.length;
  let count = 0;
  for (const character of value) count += wide.test(character) ? 2 : 1;
  return count;
}
