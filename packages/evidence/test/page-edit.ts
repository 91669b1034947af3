/** What an edit of a page comes to. */
export type Meaning =
  /** Nothing: the facts stay as they are. */
  | "nothing"
  /** Something that a person would read there as well: facts of the given kind change, and no others. */
  | { readonly changes: RegExp }
  /** Nonsense, or two statements that do not go together: an error with file and line. */
  | "damage";

/** One way in which a person, an editor or a download changes a page. */
export interface PageEdit {
  readonly kind: string;
  readonly meaning: Meaning;
  /** The page with the edit. The same text where there is nothing to edit. */
  apply(text: string): string;
}

export function edit(kind: string, meaning: Meaning, pattern: RegExp | string, to: string): PageEdit {
  return { kind, meaning, apply: (text) => text.replace(pattern, to) };
}
