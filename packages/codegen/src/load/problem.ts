import type { DiagnosticCode } from "../diagnostics/registry.js";

/** Something wrong in a text, at an offset in it. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly offset: number;
  readonly message: string;
  readonly fix: string;
}
