import type { Diagnostic } from "./diagnostic.js";
import type { DiagnosticCode } from "./registry.js";
import type { Severity } from "./severity.js";

/** A diagnostic as `--json` prints it: flat, and with null where there is no such thing. */
export interface DiagnosticJson {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly pointer: string | null;
}

export function diagnosticsToJson(diagnostics: readonly Diagnostic[]): DiagnosticJson[] {
  return diagnostics.map(({ code, severity, message, fix, file, position, pointer }) => ({
    code,
    severity,
    message,
    fix,
    file,
    line: position?.line ?? null,
    column: position?.column ?? null,
    pointer: pointer ?? null,
  }));
}
