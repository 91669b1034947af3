import { visible } from "@facsimile/document/diagnostics";
import type { PlacedFinding } from "./placed-finding.js";

/**
 * A line for each finding, as compilers print them: `file:line:column: severity: message [code]`. What stands nowhere in its file stands at its
 * beginning.
 */
export function printUnix(findings: readonly PlacedFinding[]): string {
  return findings
    .map(({ code, level, message, place: { file, line = 1, column = 1 } }) =>
      visible(`${file}:${line}:${column}: ${level}: ${message} [${code}]`),
    )
    .map((line) => `${line}\n`)
    .join("");
}
