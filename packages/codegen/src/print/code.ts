import { columns } from "./columns.js";
import type { Code, ImportedName, Text } from "./piece.js";

export const empty: Text = { kind: "text", text: "", width: 0, imports: false };
/** Breaks to a space. */
export const line: Code = { kind: "line", flat: " ", width: 1, imports: false };
/** Breaks to nothing. */
export const softline: Code = { kind: "line", flat: "", width: 0, imports: false };
/** Breaks always, and with it every group around it. */
export const hardline: Code = { kind: "line", flat: undefined, width: Number.POSITIVE_INFINITY, imports: false };

/** The one way from a string to a piece. Only for this folder: the doors and the template are built on it. */
export function text(value: string): Text {
  return { kind: "text", text: value, width: columns(value), imports: false };
}

/** The same for a text of several lines, none of which ends in white space. */
export function textRows(value: string): Code {
  return { kind: "rows", text: value, width: Number.POSITIVE_INFINITY, imports: false };
}

export function importedName(name: string, from: string, alias = `${name}_`): ImportedName {
  return { kind: "import", name, from, typeOnly: false, alias, width: columns(name), imports: true };
}

export function importedType(name: string, from: string): ImportedName {
  return { kind: "import", name, from, typeOnly: true, alias: `${name}_`, width: columns(name), imports: true };
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
    width += piece.width;
    imports ||= piece.imports;
    follows ||= piece.kind === "text" && (texts > 0 || piece.text === "");
    texts = piece.kind === "text" ? texts + 1 : 0;
  }
  if (texts === pieces.length) return { kind: "text", text: allText(pieces), width, imports };
  const items = follows ? mergeTexts(pieces) : pieces;
  return items.length < 2 ? (items[0] ?? empty) : { kind: "sequence", items, width, imports };
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
  return { kind: "text", text: one.text + other.text, width: one.width + other.width, imports: false };
}

export function group(...items: readonly Code[]): Code {
  const content = concatenate(items);
  if (content.kind === "text" || content.kind === "import") return content;
  return { kind: "group", content, width: content.width, imports: content.imports };
}

/** A group that is broken even where it would fit. */
export function brokenGroup(...items: readonly Code[]): Code {
  const content = concatenate(items);
  return { kind: "group", content, width: Number.POSITIVE_INFINITY, imports: content.imports };
}

export function indent(...items: readonly Code[]): Code {
  return indentBy(2, concatenate(items));
}

/** Only lines are indented. */
export function indentBy(by: number, content: Code): Code {
  if (by === 0 || content.kind === "text" || content.kind === "import") return content;
  return { kind: "indent", by, content, width: content.width, imports: content.imports };
}

/** What a name is given: on the same line, or indented on the next where not even its beginning fits. */
export function assignment(target: Code, value: Code): Code {
  const hanging: Code = { kind: "hanging", content: value, width: value.width + 1, imports: value.imports };
  return group(group(target), text(" ="), hanging);
}

/** One piece where the group around it is broken, another where it is flat. */
export function choice(broken: Code, flat: Code = empty): Code {
  return { kind: "choice", broken, flat, width: flat.width, imports: flat.imports || broken.imports };
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
