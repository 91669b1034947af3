import type { FamilyName } from "../facts/fact.js";
import type { Builtin, TypeExpression } from "../facts/type-expression.js";
import { type Tokens, TypeSyntaxError } from "./tokens.js";

/** What the reader has to know about the pages of SDKs in one programming language. */
export interface Family {
  readonly name: FamilyName;
  /** The language marks of fenced code on its pages, by which a page is told from others. */
  readonly fences: readonly string[];
  readonly layout: Layout;
  /** The type that a cell of a table states. Throws a TypeSyntaxError. */
  parseType(text: string): TypeExpression;
  /** How the SDK spells a name of the wire or of the document. */
  readonly spell: Spelling;
}

export interface Layout {
  /** Whether each operation has a table of its statuses. */
  readonly statuses: "always" | "sometimes" | "never";
  /** Whether each operation and model page ends with links back, so that a page that was cut off can be told. */
  readonly footer: "always" | "sometimes";
  /** Parameters that belong to the SDK and not to the API. */
  readonly ownParameters: readonly string[];
  /** Headings of the parameter tables, in lower case, with what they say about being required when the notes are silent. */
  readonly parameterHeadings: Readonly<Record<string, Requiredness>>;
  /** The columns of the table of properties, where others than name, type, description and notes occur. */
  readonly shortPropertyTable: boolean;
}

/** `notes`: required unless the notes say otherwise. `unknown`: the pages do not show it. */
export type Requiredness = "notes" | "required" | "optional" | "unknown";

export interface Spelling {
  operation(operationId: string): string;
  parameter(wireName: string): string;
  property(wireName: string): string;
}

/** The type that a word of the language names: a builtin of the table, or else a model. */
export function namedType(word: string, names: Readonly<Record<string, Builtin>>, tokens: Tokens): TypeExpression {
  const builtin = Object.hasOwn(names, word) ? names[word] : undefined;
  if (builtin !== undefined) return { kind: "builtin", name: builtin };
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(word)) {
    throw new TypeSyntaxError(
      `"${word}" is neither a known type nor the name of a model (next: ${tokens.peek() ?? "the end"})`,
    );
  }
  return { kind: "model", name: word };
}
