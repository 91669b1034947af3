/** Where a parameter travels, as the source of an SDK sends it. */
export type SentIn = "path" | "query" | "header" | "cookie" | "form";

/** A name on the wire that the source of an SDK has beside its own. */
export interface SourceName {
  readonly kind: "property" | "parameter";
  /** The model or the operation, as the source calls it. */
  readonly owner: string;
  /** The SDK's name. */
  readonly name: string;
  readonly wire: string;
  /** Of a parameter, where the source shows it. */
  readonly in?: SentIn;
  readonly file: string;
  readonly line: number;
}
