import { columns } from "./columns.js";
import { type Code, type ImportedName, type Text, unlimited } from "./piece.js";

export const empty: Text = { kind: "text", width: 0, imports: false, text: "" };
/** Breaks to a space. */
export const line: Code = { kind: "line", width: 1, imports: false, flat: " ", broken: undefined };
/** Breaks to nothing. */
export const softline: Code = { kind: "line", width: 0, imports: false, flat: "", broken: undefined };
/** Breaks always, and with it every group around it. */
export const hardline: Code = { kind: "line", width: unlimited, imports: false, flat: undefined, broken: undefined };

/** The one way from a string to a piece. Only for this folder: the doors and the template are built on it. */
export function text(value: string): Text {
  return { kind: "text", width: columns(value), imports: false, text: value };
}

/** The same for a text of several lines, none of which ends in white space. */
export function textRows(value: string): Code {
  return { kind: "rows", width: unlimited, imports: false, text: value };
}

export function importedName(name: string, from: string, alias = `${name}_`): ImportedName {
  return {
    kind: "import",
    width: columns(name),
    imports: true,
    content: { name, from, typeOnly: false, alias },
    by: 0,
  };
}

export function importedType(name: string, from: string): ImportedName {
  const content = { name, from, typeOnly: true, alias: `${name}_` };
  return { kind: "import", width: columns(name), imports: true, content, by: 0 };
}

export function sequence(...items: readonly Code[]): Code {
  return concatenate(items);
}

/** One piece after the other, where texts that follow each other are one. It keeps the list, which nobody may change later. */
export function concatenate(pieces: readonly Code[]): Code {
  const [first = empty] = pieces;
  if (pieces.length < 2) return first;
  let width = 0;
  let imports = false;
  let [texts, follows] = [0, false];
  for (const piece of pieces) {
    width = widthOf(width, piece.width);
    imports ||= piece.imports;
    follows ||= piece.kind === "text" && (texts > 0 || piece.text === "");
    texts = piece.kind === "text" ? texts + 1 : 0;
  }
  if (texts === pieces.length) return { kind: "text", width, imports, text: allText(pieces) };
  const items = follows ? mergeTexts(pieces) : pieces;
  return items.length < 2 ? (items[0] ?? empty) : { kind: "sequence", width, imports, items };
}

/** The width of two pieces beside each other. */
function widthOf(left: number, right: number): number {
  return Math.min(left + right, unlimited);
}

function allText(pieces: readonly Code[]): string {
  let all = "";
  for (const piece of pieces) if (piece.kind === "text") all += piece.text;
  return all;
}

function mergeTexts(pieces: readonly Code[]): readonly Code[] {
  const merged: Code[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (piece.kind !== "text") merged.push(piece);
    else if (last?.kind === "text") merged[merged.length - 1] = mergeText(last, piece);
    else if (piece.text !== "") merged.push(piece);
  }
  return merged.slice();
}

function mergeText(one: Text, other: Text): Text {
  return { kind: "text", width: widthOf(one.width, other.width), imports: false, text: one.text + other.text };
}

export function group(...items: readonly Code[]): Code {
  const content = concatenate(items);
  if (content.kind === "text" || content.kind === "import") return content;
  return { kind: "group", width: content.width, imports: content.imports, content, by: 0 };
}

/** A group that is broken even where it would fit. */
export function brokenGroup(...items: readonly Code[]): Code {
  const content = concatenate(items);
  return { kind: "group", width: unlimited, imports: content.imports, content, by: 0 };
}

export function indent(...items: readonly Code[]): Code {
  return indentBy(2, concatenate(items));
}

/** Only lines are indented. */
export function indentBy(by: number, content: Code): Code {
  if (by === 0 || content.kind === "text" || content.kind === "import") return content;
  return { kind: "indent", width: content.width, imports: content.imports, content, by };
}

/** What a name is given: on the same line, or indented on the next where not even its beginning fits. */
export function assignment(target: Code, value: Code): Code {
  const width = widthOf(value.width, 1);
  const hanging: Code = { kind: "hanging", width, imports: value.imports, content: value, by: 0 };
  return group(group(target), text(" ="), hanging);
}

/** One piece where the group around it is broken, another where it is flat. */
export function choice(broken: Code, flat: Code = empty): Code {
  return { kind: "choice", width: flat.width, imports: flat.imports || broken.imports, flat, broken };
}

export function join(separator: Code, items: readonly Code[]): Code {
  if (items.length < 2) return items[0] ?? empty;
  const pieces = new Array<Code>(items.length * 2 - 1).fill(separator);
  for (let index = 0; index < items.length; index += 1) pieces[index * 2] = items[index] ?? empty;
  return concatenate(pieces);
}

/** Pieces on lines of their own. */
export function lines(...items: readonly (Code | undefined)[]): Code {
  return join(hardline, given(items));
}

/** Pieces with an empty line between them. */
export function paragraphs(...items: readonly (Code | undefined)[]): Code {
  return join(emptyLine, given(items));
}

const emptyLine = sequence(hardline, hardline);

function given(items: readonly (Code | undefined)[]): readonly Code[] {
  return items.filter((item) => item !== undefined);
}
