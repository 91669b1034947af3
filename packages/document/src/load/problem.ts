import type { DiagnosticCode } from "../diagnostics/registry.js";

/** Something wrong in a text, at an offset in it. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly offset: number;
  /** JSON pointer of what is wrong; absent where the text is no document at all. */
  readonly pointer?: string;
  readonly message: string;
  readonly fix: string;
}
