/**
 * A piece of source: text, and the places where a line may or must break, after Wadler's "A prettier printer".
 *
 * A group is printed on one line where it fits, and broken at each of its lines where it does not. No string is a piece: text comes from the
 * fixed parts of a `code` template, or through one of the three doors `literal`, `comment` and `identifier`.
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

function mustBreak(piece: Code): boolean {
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
