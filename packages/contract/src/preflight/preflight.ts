import type { Api, Document } from "@facsimile/document";
import { findCompileErrors } from "@facsimile/mock";
import { createValidator } from "@facsimile/samples";
import { exampleFindings } from "./examples.js";
import { compileFindings } from "./own-validator.js";
import { pointerOf } from "./pointer-of.js";

/** A reason not to believe what a mock server of this document says. */
export interface PreflightFinding {
  /** JSON pointer in the document. */
  readonly pointer: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * Whether every schema of a document compiles, in the validator that Prism will use and in our own, and every example fits its schema. Where a
 * schema does not compile, Prism takes anything for valid and says nothing.
 */
export async function preflight(document: Document, api: Api): Promise<readonly PreflightFinding[]> {
  const validator = createValidator(document, api);
  const prism = await findCompileErrors(document.json);
  const found = [
    ...prism.map(({ message, ...place }) => ({
      pointer: pointerOf(api, place),
      message: `Prism would accept any value here, because its validator cannot compile the schema: ${message}`,
    })),
    ...compileFindings(api, validator),
    ...exampleFindings(document, api, validator),
  ];
  return unique(found).map(({ pointer, message }) => {
    const { file, line, column } = document.locate(pointer);
    return { pointer, file, line, column, message };
  });
}

/** A component that several operations use is named once. */
function unique<Found extends { readonly pointer: string; readonly message: string }>(
  found: readonly Found[],
): readonly Found[] {
  return [...new Map(found.map((one) => [`${one.pointer} ${one.message}`, one])).values()];
}

/** Findings for people, one a paragraph. */
export function formatPreflight(findings: readonly PreflightFinding[]): string {
  return findings
    .map(({ file, line, column, pointer, message }) => `${file}:${line}:${column} ${message}\n  at ${pointer}`)
    .join("\n");
}
