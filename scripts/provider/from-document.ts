import { copyFile } from "node:fs/promises";
import path from "node:path";
import { step } from "../progress.js";
import { facsimile, must } from "./command.js";
import { writeEntry } from "./entry.js";
import type { Way } from "./way.js";
import { type DocumentBench, specFile } from "./workbench.js";

/** A provider of an OpenAPI document: a copy, byte for byte, and an entry of it in the configuration. */
export const fromDocument: Way<DocumentBench> = {
  files: ["openapi.yaml"],
  given: ({ document }) => `the document ${shown(document)}`,
  document: async (bench) => {
    await step("copy the document", () => copyDocument(bench));
    return [];
  },
  rest: async (bench) => `${await writeEntry(bench)}`,
};

/** A query may have a key in it. */
function shown(document: URL | string): string {
  if (typeof document === "string") return path.relative(process.cwd(), document);
  return `${document.origin}${document.pathname}`;
}

async function copyDocument(bench: DocumentBench): Promise<void> {
  const copy = path.join(bench.folder, specFile(bench, "openapi.yaml"));
  if (typeof bench.document === "string") {
    await refuseParts(bench.document);
    await copyFile(bench.document, copy);
  } else must(await facsimile(["fetch", bench.document.href, "--to", specFile(bench, "openapi.yaml")], bench.folder));
}

/** Rejects with what is wrong where a file is no OpenAPI document, or only a part of one. */
async function refuseParts(file: string): Promise<void> {
  // Imported only here, because it exists only once it is built.
  const { formatDiagnostics, loadDocument } = await import("@facsimile/document");
  const { document, diagnostics, sources, missing } = await loadDocument(path.relative(process.cwd(), file));
  if (document === undefined) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    throw new Error(formatDiagnostics(errors, { sources }).trim());
  }
  const [, other = missing[0]] = [...sources.keys()];
  if (other !== undefined)
    throw new Error(`${file} refers to ${other}: bundle it into one file first, as "npx redocly bundle" does.`);
}
