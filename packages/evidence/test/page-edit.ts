/** What an edit of a page comes to. */
export type Meaning =
  /** Nothing: the facts stay as they are. */
  | "nothing"
  /** Something that a person would read there as well: facts of the given kind change, and no others. */
  | { readonly changes: RegExp }
  /** A sample that is not what the pages say: an error, or, where nothing says what it is of, one of those that are counted. */
  | "untrue sample"
  /** Nonsense, or two statements that do not go together: an error with file and line. */
  | "damage";

/** One way in which a person, an editor or a download changes a page. */
export interface PageEdit {
  readonly kind: string;
  readonly meaning: Meaning;
  /** The page with the edit. The same text where there is nothing to edit. */
  apply(text: string): string;
}

export function edit(
  kind: string,
  meaning: Meaning,
  pattern: RegExp | string,
  to: string | ((found: string) => string),
): PageEdit {
  return {
    kind,
    meaning,
    apply: (text) => (typeof to === "string" ? text.replace(pattern, to) : text.replace(pattern, to)),
  };
}

/** True for an edit that may be an error. */
export function isWrong({ meaning }: PageEdit): boolean {
  return meaning === "damage" || meaning === "untrue sample";
}
