import { isAbsolute, relative } from "node:path";
import type { Diagnostic } from "@facsimile/document/diagnostics";

/** A path as it is from a folder. What is in no file has a name and no path, and keeps it. */
export function fromHere(file: string, folder: string): string {
  return isAbsolute(file) ? relative(folder, file) || file : file;
}

/** What is said of files, and the text of each of them. */
interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

/** The same of files that are called something else. */
export function renameFiles({ diagnostics, sources }: Findings, nameOf: (file: string) => string): Findings {
  return {
    diagnostics: diagnostics.map((one) => ({ ...one, file: nameOf(one.file) })),
    sources: new Map([...sources].map(([file, text]) => [nameOf(file), text])),
  };
}

/** The findings of files as a person in a folder calls them. */
export function shownFromHere(findings: Findings, folder: string): Findings {
  return renameFiles(findings, (file) => fromHere(file, folder));
}
