import type { Diagnostic } from "./diagnostic.js";
import { pageOf } from "./page.js";
import type { DiagnosticCode } from "./registry.js";

/** A diagnostic as `--json` prints it: flat, and with null where there is no such thing. */
export interface DiagnosticJson {
  readonly code: DiagnosticCode;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly fix: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly pointer: string | null;
  readonly page: string;
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
    page: pageOf(code),
  }));
}
