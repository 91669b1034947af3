import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { onTestFinished } from "vitest";
import type { Diagnostic } from "../src/diagnostics/diagnostic.js";
import type { Document, LoadResult } from "../src/load/document.js";
import { type LoadOptions, loadDocument } from "../src/load/load.js";
import type { Api, Operation } from "../src/model/api.js";
import { buildModel } from "../src/model/build.js";

/** Files by their paths in a folder of their own. A text alone is `openapi.yaml`. */
export type Files = string | Readonly<Record<string, string | Uint8Array>>;

/** Writes files into a new folder, which is removed when the test has finished. Answers the folder. */
export async function writeFiles(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "facsimile-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const all = typeof files === "string" ? { "openapi.yaml": files } : files;
  for (const [name, content] of Object.entries(all)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** Loads `openapi.yaml` of the files; paths in the result, and those of overlays, are relative to its folder. */
export async function load(files: Files, { overlays = [], ...options }: LoadOptions = {}): Promise<LoadResult> {
  const folder = await writeFiles(files);
  const { document, diagnostics, sources, missing } = await loadDocument(join(folder, "openapi.yaml"), {
    ...options,
    overlays: overlays.map((overlay) => join(folder, overlay)),
  });
  const short = (file: string): string => relative(folder, file).split(sep).join("/");
  return {
    document: document && {
      ...document,
      file: short(document.file),
      locate: (pointer) => located(document, pointer, short),
    },
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, file: short(diagnostic.file) })),
    sources: new Map([...sources].map(([file, text]) => [short(file), text])),
    missing: missing.map(short),
  };
}

function located(document: Document, pointer: string, short: (file: string) => string): ReturnType<Document["locate"]> {
  const location = document.locate(pointer);
  return { ...location, file: short(location.file) };
}

/** Everything that loading and building find. */
export async function diagnose(files: Files): Promise<readonly Diagnostic[]> {
  const { document, diagnostics } = await load(files);
  return document === undefined ? diagnostics : [...diagnostics, ...buildModel(document).diagnostics];
}

/** What {@link diagnose} finds, a line each: `openapi.yaml:3:5 code /pointer`. */
export async function find(files: Files): Promise<string[]> {
  return (await diagnose(files)).map(({ file, position, code, pointer }) => {
    const place = position === undefined ? file : `${file}:${position.line}:${position.column}`;
    return pointer === undefined ? `${place} ${code}` : `${place} ${code} ${pointer}`;
  });
}

/** Builds a document that has no errors. */
export async function build(files: Files): Promise<Api> {
  const { document, diagnostics } = await load(files);
  const result = document && buildModel(document);
  if (result?.api === undefined)
    throw new Error(JSON.stringify([...diagnostics, ...(result?.diagnostics ?? [])], null, 2));
  return result.api;
}

/** The one operation of a document. */
export async function buildOperation(files: Files): Promise<Operation> {
  const { operations } = await build(files);
  const [operation, ...others] = operations;
  if (operation === undefined || others.length > 0) throw new Error(`${operations.length} operations`);
  return operation;
}
