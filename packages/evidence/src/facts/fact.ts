/** What a fact states. Types are written in the notation of `type-expression.ts`. */
export type FactValue = string | number | boolean | null | readonly FactValue[];

/** Where a statement stands: the page relative to the documentation folder, and the line, from 1. */
export interface Place {
  readonly page: string;
  readonly line: number;
}

/** One documented statement. */
export interface Fact extends Place {
  /**
   * A path through the API in the documentation's own names, unique in its evidence: `operation/create_user/parameter/user/type`.
   * A `/` or `~` inside a name is written as in a JSON pointer. docs/evidence.md lists every form.
   */
  readonly id: string;
  readonly value: FactValue;
}

/** True for a place that the reader did not understand, which evidence holds only on demand. No waiver explains it: what it says is not known. */
export function isUnread({ id }: Pick<Fact, "id">): boolean {
  return id.startsWith("unread/");
}

/** What a page of the documentation is for, in the order in which their facts are put together. */
export const pageRoles = [
  "operations",
  "operations, older edition",
  "model",
  "authorization",
  "wire names",
  "quoted",
] as const;
export type PageRole = (typeof pageRoles)[number];

export interface Page {
  /** Relative to the documentation folder, with `/` between its parts. */
  readonly file: string;
  readonly role: PageRole;
  /** `sha256:` and 64 hexadecimal digits, of the text without byte order mark and with line feeds alone as line ends. */
  readonly digest: string;
}

/** The same fact, stated differently by two pages. The first one counts. */
export interface Difference {
  readonly id: string;
  readonly kept: Place & { readonly value: FactValue };
  readonly dropped: Place & { readonly value: FactValue };
}

/** All that the documentation of one provider states. */
export interface Evidence {
  readonly provider: string;
  /** The programming language whose SDK the pages document, which decides how names and types are spelled; `wire` where they are as they travel. */
  readonly family: FamilyName;
  readonly pages: readonly Page[];
  readonly facts: readonly Fact[];
  readonly differences: readonly Difference[];
}

export const familyNames = [
  "python",
  "typescript",
  "go",
  "java",
  "php",
  "ruby",
  "csharp",
  "rust",
  "kotlin",
  "swift",
  "dart",
  "python-tags",
  "wire",
] as const;
export type FamilyName = (typeof familyNames)[number];
