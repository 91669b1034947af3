/** What became of one document. */
export interface Outcome {
  readonly operations: number;
  /** What is in the document and not in the package. */
  readonly omissions: number;
  readonly schemas: number;
  readonly errors: number;
  readonly warnings: number;
  /** Of generating alone. */
  readonly seconds: number;
  /** The most memory that generating took, in megabytes (resident set size). */
  readonly megabytes: number;
  /** Bytes of the package. */
  readonly bytes: number;
  /** What is wrong, at first; undefined where the package is written, compiles and loads. */
  readonly problem: string | undefined;
}
