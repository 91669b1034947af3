import type { DiagnosticCode } from "./registry.js";
import type { Severity } from "./severity.js";

/** A finding about an input file. Each code has a page, which `facsimile explain <code>` shows. */
export interface Diagnostic {
  /** Stable and searchable: `operation-id-duplicate`. */
  readonly code: DiagnosticCode;
  readonly severity: Severity;
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
