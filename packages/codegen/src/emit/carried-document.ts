import type { Document } from "@facsimile/document";
import { documentFile, generatedMark, markMember } from "../plan/mark.js";
import type { SourceFile } from "./source-file.js";

/**
 * The document that a package was generated from, whole and in one file, so that what has changed since a release can be told from the release alone.
 * A mark that the document itself carries, because it came out of another package, gives way.
 */
export function emitDocument({ json }: Document): SourceFile {
  const { [markMember]: _, ...members } = json;
  const text = JSON.stringify({ [markMember]: generatedMark, ...members }, undefined, 2);
  return { path: documentFile, text: `${text}\n` };
}
