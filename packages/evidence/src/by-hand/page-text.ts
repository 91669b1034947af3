/** A heading of a page. */
export interface PageHeading {
  /** From 1. */
  readonly line: number;
  /** From 1, the highest. */
  readonly depth: number;
  /** Its words, with white space collapsed. */
  readonly title: string;
}

/** What people read on a page, by the lines of its file. */
export interface PageText {
  readonly lines: readonly string[];
  readonly headings: readonly PageHeading[];
  /** Where the rest of the page could not be read, and why. */
  readonly unread: { readonly line: number; readonly message: string } | undefined;
}
