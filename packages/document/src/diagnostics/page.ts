import { readFile } from "node:fs/promises";
import { type DiagnosticCode, diagnosticKinds } from "./registry.js";

export function isDiagnosticCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(diagnosticKinds, text);
}

/** The page that explains a code: Markdown, with a document that has the fault and the same document mended. */
export function readDiagnosticPage(code: DiagnosticCode): Promise<string> {
  // The build puts the pages of docs/diagnostics there.
  return readFile(new URL(`../pages/${code}.md`, import.meta.url), "utf8");
}
