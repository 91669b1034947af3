/** A document that is in no file: what a URL or another program gave. It has no folder, so that no reference leads from it to a file unless that is allowed. */
export interface GivenDocument {
  /** What diagnostics call it. */
  readonly name: string;
  /** Its bytes, or why there are none. */
  readonly content: Uint8Array | { readonly message: string; readonly fix: string };
}

/** What diagnostics call a document. @param source - the path of its file, or what is in none */
export function documentName(source: string | GivenDocument): string {
  return typeof source === "string" ? source : source.name;
}
