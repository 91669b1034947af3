import { cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { facsimile, must } from "./command.js";
import { generatePackage } from "./prove.js";
import type { Told } from "./read.js";
import { packageFolder, specFile, type Workbench } from "./workbench.js";

const written = ["wire.json", "evidence.json", "openapi.yaml"] as const;

/**
 * Puts what was made on a workbench into its place: the facts and the document, the package, generated again there, and the checklist. Where one of them
 * cannot be written, the facts and the document are what they were.
 */
export async function putInPlace(bench: Workbench): Promise<Told & { readonly open: number }> {
  const files = written.map((file) => specFile(bench, file));
  const before = await Promise.all(files.map((file) => textOf(path.join(bench.into, file))));
  try {
    for (const file of files) await write(path.join(bench.into, file), await textOf(path.join(bench.folder, file)));
    await generatePackage(bench, bench.into);
  } catch (error) {
    for (const [index, file] of files.entries()) await write(path.join(bench.into, file), before[index]);
    throw error;
  }
  await replaceBuild(bench);
  const open = await writeQuestions(bench);
  return { short: `${specFile(bench, "")} ${packageFolder(bench)}/`, problems: [], open };
}

async function replaceBuild(bench: Workbench): Promise<void> {
  const folder = path.join(bench.into, packageFolder(bench), "dist");
  await rm(folder, { recursive: true, force: true });
  await cp(path.join(bench.folder, packageFolder(bench), "dist"), folder, { recursive: true });
}

/** The links of the checklist are right only in its place. */
async function writeQuestions(bench: Workbench): Promise<number> {
  const file = specFile(bench, "questions.md");
  const ran = await facsimile(["verify", bench.name, "--questions", file, "--pages", bench.docs, "--json"], bench.into);
  must(ran, ran.out.startsWith("{"));
  const text = await readFile(path.join(bench.into, file), "utf8");
  return [...text.matchAll(/^- \[/gm)].length;
}

async function textOf(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

/** Writes a text whole or not at all; no text is no file. */
async function write(file: string, text: string | undefined): Promise<void> {
  if (text === undefined) return rm(file, { force: true });
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.part`, text);
  await rename(`${file}.part`, file);
}
