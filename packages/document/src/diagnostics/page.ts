import type { DiagnosticCode } from "./registry.js";

/** The page that explains a code, relative to the root of this project. */
export function pageOf(code: DiagnosticCode): string {
  return `docs/diagnostics/${code}.md`;
}
