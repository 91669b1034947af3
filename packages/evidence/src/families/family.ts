import type { FamilyName } from "../facts/fact.js";
import type { Builtin, TypeExpression } from "../facts/type-expression.js";
import { Tokens, TypeSyntaxError } from "./tokens.js";

/** What the reader has to know about the pages of SDKs in one programming language. */
export interface Family {
  readonly name: FamilyName;
  /** The language marks of fenced code on its pages, by which a page is told from others. */
  readonly fences: readonly string[];
  /** What only its pages of operations have, by which they are told where no code is marked. */
  readonly shape?: RegExp;
  readonly layout: Layout;
  /**
   * The type that a cell of a table states. Throws a TypeSyntaxError.
   *
   * @param models The models that have a page: their names win over words of the language.
   */
  parseType(text: string, models?: ReadonlySet<string>): TypeExpression;
  /** How the SDK spells a name of the wire or of the document. */
  readonly spell: Spelling;
  /** How it spells parameters and properties with another option of its generator. */
  readonly otherSpelling?: (name: string) => string;
}

export interface Layout {
  /** The parts that an operation has to have, beside those about what it returns and about media types: where one lacks, the page was cut. */
  readonly requiredParts: RequiredParts;
  /** Whether each operation and model page ends with links back, so that a page that was cut off can be told. */
  readonly footer: "always" | "sometimes";
  /** Parameters that belong to the SDK and not to the API. */
  readonly ownParameters: readonly string[];
  /** Headings of the parameter tables, in lower case, with what they say about being required when the notes are silent. */
  readonly parameterHeadings: Readonly<Record<string, Requiredness>>;
  /** What stands in the place of the type of a parameter where the pages do not show it. A request body is an object then. */
  readonly noType?: string;
  /** Whether the table of parameters says in a column of its own what is required. */
  readonly requiredColumn?: boolean;
  /** Whether an enumeration within a model shows as text, with the name of its member as default. */
  readonly memberDefaults?: boolean;
  /** The columns of the table of properties, where others than name, type, description and notes occur. */
  readonly shortPropertyTable: boolean;
}

/** The layout of most languages. */
export const usualLayout: Layout = {
  requiredParts: { always: ["authorization"], perGeneration: ["example", "http response details"] },
  footer: "sometimes",
  ownParameters: [],
  parameterHeadings: { parameters: "notes" },
  shortPropertyTable: false,
};

/**
 * Reads the whole of a text as one type.
 *
 * @param marks - the characters that are words of their own in it
 * @param clean - takes away what pages put around a type. Default: nothing
 */
export function typeParser(
  marks: string,
  read: (tokens: Tokens) => TypeExpression,
  clean: (text: string) => string = (text) => text,
): Family["parseType"] {
  return (text, models) => {
    const tokens = new Tokens(clean(text), marks, models);
    const type = read(tokens);
    tokens.end();
    return type;
  };
}

/** Titles of parts in lower case. */
export interface RequiredParts {
  readonly always: readonly string[];
  /** Those that a generation of the generator writes for each operation, and another for none. */
  readonly perGeneration: readonly string[];
}

/** `notes`: required unless the notes say otherwise. `unknown`: the pages do not show it. */
export type Requiredness = "notes" | "required" | "optional" | "unknown";

export interface Spelling {
  operation(operationId: string): string;
  parameter(wireName: string): string;
  property(wireName: string): string;
}

/** Some pages write a file's type twice, with two pairs of asterisks between: `\SplFileObject**\SplFileObject**`. */
export function halfOfTwice(text: string): string {
  const whole = text.endsWith("**") ? text.slice(0, -2) : text;
  const half = whole.slice(0, (whole.length - 2) / 2);
  return /\S/.test(half) && whole === `${half}**${half}` ? half : text;
}

/** The text of a link that is none to Markdown, for a space or a type in angle brackets in it: `[[]Old Book](Old Book.md)`. */
export function unlinked(text: string): string {
  return text.replace(/\[((?:\[\])?[^[\]]*)\]\([^()]*\.md\)/, "$1");
}

/** The type that a word of the language names: a builtin of the table, or else a model. */
export function namedType(word: string, names: Readonly<Record<string, Builtin>>, tokens: Tokens): TypeExpression {
  if (tokens.models.has(word)) return { kind: "model", name: word };
  const builtin = Object.hasOwn(names, word) ? names[word] : unnamed(word);
  if (builtin !== undefined) return { kind: "builtin", name: builtin };
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(word)) {
    throw new TypeSyntaxError(
      `"${word}" is neither a known type nor the name of a model (next: ${tokens.peek() ?? "the end"})`,
    );
  }
  return { kind: "model", name: word };
}

const unnamedTypes =
  /^(?:UNKNOWN_BASE_TYPE$|(?:Any|One|All)Of(?:\p{Lu}|(?:string|number|integer|boolean|object|array)+$))/u;

/** What generators write in every language where the document gives a schema no name: no page says which of several types it is. */
function unnamed(word: string): Builtin | undefined {
  return unnamedTypes.test(word) ? "unknown" : undefined;
}
