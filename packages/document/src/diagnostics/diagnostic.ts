import type { DiagnosticCode } from "./registry.js";

/**
 * Something in the input that the generator cannot or should not go on with. Each code has a page in docs/diagnostics.
 */
export interface Diagnostic {
  /** Stable and searchable: `operation-id-duplicate`. */
  readonly code: DiagnosticCode;
  readonly severity: "error" | "warning";
  /** What is wrong, in one sentence, with the names that the document uses. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly fix: string;
  /** The path of the file as the caller gave it, or relative to it. */
  readonly file: string;
  /** Both from 1. Undefined where the file could not be read at all. */
  readonly position: Position | undefined;
  /** JSON pointer (RFC 6901) in that file, `""` for the whole document. */
  readonly pointer: string | undefined;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}
