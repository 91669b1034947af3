/**
 * A piece of source: text, and the places where a line may or must break, after Wadler's "A prettier printer". It knows what it measures from the
 * moment it is built, so that printing asks and does not walk.
 *
 * A group is printed on one line where it fits, and broken at each of its lines where it does not. No string is a piece: text comes from the
 * fixed parts of a `code` template, or through one of the three doors `literal`, `comment` and `identifier`.
 *
 * A large package has millions of pieces, and each is asked for its kind and width by the same few functions. Kinds share their members, in one
 * order, and a width is always a small integer: the engine then has four layouts of them to tell apart, which it does in place.
 */
export type Code = Text | Rows | ImportedName | Sequence | Line | Group | Indent | Hanging | Choice;

interface Measured {
  /** The columns that it takes on one line, as long as what it imports keeps its name; `unlimited` where it cannot be on one. */
  readonly width: number;
  /** Whether it mentions a name that another module exports. */
  readonly imports: boolean;
}

export interface Text extends Measured {
  readonly kind: "text";
  readonly text: string;
}

/** A text of several lines. */
interface Rows extends Measured {
  readonly kind: "rows";
  readonly text: string;
}

/** A name that another module exports; the file that mentions it imports it. */
export interface ImportedName extends Measured {
  readonly kind: "import";
  readonly content: Imported;
  readonly by: 0;
}

export interface Imported {
  readonly name: string;
  /** The module specifier of the import. */
  readonly from: string;
  /** Whether only the type is imported. */
  readonly typeOnly: boolean;
  /** The local name where the module declares the same name itself. */
  readonly alias: string;
}

interface Sequence extends Measured {
  readonly kind: "sequence";
  readonly items: readonly Code[];
}

interface Line extends Measured {
  readonly kind: "line";
  /** What stands for the line where its group is flat; undefined: the line breaks always. */
  readonly flat: string | undefined;
  readonly broken: undefined;
}

/** Broken where its width is unlimited, whatever its content's is. */
export interface Group extends Measured {
  readonly kind: "group";
  readonly content: Code;
  readonly by: 0;
}

interface Indent extends Measured {
  readonly kind: "indent";
  readonly content: Code;
  readonly by: number;
}

/** After a space; or indented on the next line, where not even its beginning fits. */
export interface Hanging extends Measured {
  readonly kind: "hanging";
  readonly content: Code;
  readonly by: 0;
}

interface Choice extends Measured {
  readonly kind: "choice";
  readonly flat: Code;
  readonly broken: Code;
}

/** The width of what cannot be on one line: the largest of which two can be added without leaving the integers that engines keep in place. */
export const unlimited: number = 2 ** 30 - 1;
