import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { generate } from "@facsimile/codegen";

/** The document that these tests are about. */
export const teaDocument: URL = new URL("documents/tea.yaml", import.meta.url);

/** A document whose parameters Prism reads otherwise than OpenAPI has them, or not at all. */
export const wordsDocument: URL = new URL("documents/words.yaml", import.meta.url);

/** A document with a list in each style of pages. */
export const listsDocument: URL = new URL("documents/lists.yaml", import.meta.url);

/** A document with operations that have servers of their own. */
export const serversDocument: URL = new URL("documents/servers.yaml", import.meta.url);

/** A package that was generated from a document and built. */
export interface TestPackage {
  readonly folder: URL;
  remove(): Promise<void>;
}

/** Generates and builds it. */
export async function buildPackage(document: URL, name: string): Promise<TestPackage> {
  const generated = await generatePackage(document, name);
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  await promisify(execFile)(process.execPath, [
    compiler,
    "-p",
    fileURLToPath(new URL("tsconfig.json", generated.folder)),
  ]);
  return generated;
}

/** Generates it inside this package, so that it finds the runtime, and where no commit picks it up. */
export async function generatePackage(document: URL, name: string): Promise<TestPackage> {
  const reports = fileURLToPath(new URL("../reports/", import.meta.url));
  await mkdir(reports, { recursive: true });
  const folder = await mkdtemp(`${reports}${name}-`);
  const [generated] = await generate({ specs: [fileURLToPath(document)], out: folder, name });
  if (generated?.outcome !== "written") throw new Error(JSON.stringify(generated?.diagnostics));
  return { folder: pathToFileURL(`${folder}/`), remove: () => rm(folder, { recursive: true, force: true }) };
}

export function buildTeaPackage(): Promise<TestPackage> {
  return buildPackage(teaDocument, "tea");
}
