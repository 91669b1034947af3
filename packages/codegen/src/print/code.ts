/**
 * A piece of source: text, and the places where a line may or must break, after Wadler's "A prettier printer".
 *
 * A group is printed on one line where it fits, and broken at each of its lines where it does not. No string is a piece: text comes from the
 * fixed parts of a {@link code} template, or through one of the three doors `literal`, `comment` and `identifier`.
 */
export type Code = Text | ImportedName | Sequence | Line | Group | Indent | Choice;

interface Text {
  readonly kind: "text";
  readonly text: string;
}

/** A name that another module exports; the file that mentions it imports it. */
export interface ImportedName {
  readonly kind: "import";
  readonly name: string;
  /** The module specifier of the import. */
  readonly from: string;
  /** Whether only the type is imported. */
  readonly typeOnly: boolean;
  /** The local name where the module declares the same name itself. */
  readonly alias: string;
}

interface Sequence {
  readonly kind: "sequence";
  readonly items: readonly Code[];
  readonly broken: boolean;
}

interface Line {
  readonly kind: "line";
  /** What stands for the line where its group is flat; undefined: the line breaks always. */
  readonly flat: string | undefined;
}

interface Group {
  readonly kind: "group";
  readonly content: Code;
  readonly broken: boolean;
}

interface Indent {
  readonly kind: "indent";
  readonly by: number;
  readonly content: Code;
  /** Only where this group, which stands before, is broken. */
  readonly after: Code | undefined;
}

interface Choice {
  readonly kind: "choice";
  readonly broken: Code;
  readonly flat: Code;
}

/** Breaks to a space. */
export const line: Code = { kind: "line", flat: " " };
/** Breaks to nothing. */
export const softline: Code = { kind: "line", flat: "" };
/** Breaks always, and with it every group around it. */
export const hardline: Code = { kind: "line", flat: undefined };
export const empty: Code = { kind: "text", text: "" };

/** The one way from a string to a piece. Only for this folder: the doors and the template are built on it. */
export function text(value: string): Code {
  return { kind: "text", text: value };
}

export function importedName(name: string, from: string, alias = `${name}_`): ImportedName {
  return { kind: "import", name, from, typeOnly: false, alias };
}

export function importedType(name: string, from: string): ImportedName {
  return { kind: "import", name, from, typeOnly: true, alias: `${name}_` };
}

export function sequence(...items: readonly Code[]): Code {
  return { kind: "sequence", items, broken: items.some(mustBreak) };
}

export function group(...items: readonly Code[]): Code {
  const content = sequence(...items);
  return { kind: "group", content, broken: mustBreak(content) };
}

/** A group that is broken even where it would fit. */
export function brokenGroup(...items: readonly Code[]): Code {
  return { kind: "group", content: sequence(...items), broken: true };
}

export function indent(...items: readonly Code[]): Code {
  return { kind: "indent", by: 2, content: sequence(...items), after: undefined };
}

/** What a name is given: on the same line, or indented on the next where not even its beginning fits. */
export function assignment(target: Code, value: Code): Code {
  const space = group(indent(line));
  return group(group(target), text(" ="), space, { kind: "indent", by: 2, content: value, after: space });
}

/** One piece where the group around it is broken, another where it is flat. */
export function choice(broken: Code, flat: Code = empty): Code {
  return { kind: "choice", broken, flat };
}

export function join(separator: Code, items: readonly Code[]): Code {
  return sequence(...items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])));
}

/** Pieces on lines of their own. */
export function lines(...items: readonly (Code | undefined)[]): Code {
  return join(
    hardline,
    items.filter((item) => item !== undefined),
  );
}

/** Pieces with an empty line between them. */
export function paragraphs(...items: readonly (Code | undefined)[]): Code {
  return join(
    sequence(hardline, hardline),
    items.filter((item) => item !== undefined),
  );
}

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

export function mustBreak(piece: Code): boolean {
  switch (piece.kind) {
    case "line":
      return piece.flat === undefined;
    case "sequence":
    case "group":
      return piece.broken;
    case "indent":
      return mustBreak(piece.content);
    default:
      return false;
  }
}
