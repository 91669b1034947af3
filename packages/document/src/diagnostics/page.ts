import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type DiagnosticCode, diagnosticKinds } from "./registry.js";

export function isDiagnosticCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(diagnosticKinds, text);
}

/** The page that explains a code: Markdown, with a document that has the fault and the same document mended. */
export function readDiagnosticPage(code: DiagnosticCode): Promise<string> {
  // The build puts the pages of docs/diagnostics there.
  const folder = dirname(createRequire(import.meta.url).resolve("@facsimile/document/package.json"));
  return readFile(join(folder, "dist/pages", `${code}.md`), "utf8");
}
