import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { generate } from "@facsimile/codegen";

/** The document that these tests are about. */
export const teaDocument: URL = new URL("documents/tea.yaml", import.meta.url);

/** A package that was generated from {@link teaDocument} and built. */
export interface TeaPackage {
  readonly folder: URL;
  remove(): Promise<void>;
}

/** Generates and builds it inside this package, so that it finds the runtime, and where no commit picks it up. */
export async function buildTeaPackage(): Promise<TeaPackage> {
  const reports = fileURLToPath(new URL("../reports/", import.meta.url));
  await mkdir(reports, { recursive: true });
  const folder = await mkdtemp(`${reports}tea-`);
  const [generated] = await generate({ specs: [fileURLToPath(teaDocument)], out: folder, name: "tea" });
  if (generated?.outcome !== "written") throw new Error(JSON.stringify(generated?.diagnostics));
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  await promisify(execFile)(process.execPath, [compiler, "-p", `${folder}/tsconfig.json`]);
  return { folder: pathToFileURL(`${folder}/`), remove: () => rm(folder, { recursive: true, force: true }) };
}
