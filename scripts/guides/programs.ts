import { mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { generate } from "@facsimile/codegen";
import { build, transform } from "esbuild";
import { must } from "../guide/reader-folder.js";
import { declareTexts } from "../markdown-samples.js";
import { root } from "../repository.js";
import { run } from "../run.js";
import type { PageDocument, Program } from "./read-page.js";
import type { Servers } from "./servers.js";

/** What the pages leave to the reader: texts, by these names. */
export type Given = Readonly<Record<string, string>>;

/**
 * Writes what a reader has: the programs, and packages. Those of a page's own documents are generated and built.
 *
 * @returns the folder of the programs
 */
export async function writePrograms(
  outer: string,
  programs: readonly Program[],
  documents: readonly PageDocument[],
  given: Given,
): Promise<string> {
  const folder = path.join(outer, "programs");
  await mkdir(folder);
  await symlink(path.join(root, "node_modules"), path.join(outer, "node_modules"), "junction");
  await writeFile(path.join(folder, "package.json"), '{"private":true,"type":"module"}');
  await writeFile(path.join(folder, "given.d.ts"), declareTexts(Object.keys(given)));
  await writeFile(path.join(folder, "run.mjs"), runner);
  for (const document of documents) await makePackage(folder, document);
  for (const { name, parts } of programs) {
    await writeFile(path.join(folder, `${name}.ts`), parts.map(({ text, trial }) => text + trial).join(""));
    const marked = parts.map(({ text, trial }, index) => `globalThis.beginPart(${index});\n${text}${trial}`);
    const { code } = await transform(marked.join(""), { loader: "ts", format: "esm", target: "es2022" });
    await writeFile(path.join(folder, `${name}.mjs`), code);
  }
  return folder;
}

export function documentPath(outer: string, { packageName }: PageDocument): string {
  return path.join(outer, `${packageName.replace(/\W+/g, "-")}.yaml`);
}

async function makePackage(folder: string, document: PageDocument): Promise<void> {
  const spec = documentPath(path.dirname(folder), document);
  await writeFile(spec, document.yaml);
  const out = path.join(folder, "node_modules", document.packageName);
  const [made] = await generate({ specs: [spec], out, name: document.packageName });
  if (made?.outcome !== "written") throw new Error(`${document.packageName}: ${JSON.stringify(made?.diagnostics)}`);
  // The compiler reads its sources, with those of the programs.
  const entryPoints = [path.join(out, "src", "index.ts"), path.join(out, "src", "functions.ts")];
  const outdir = path.join(out, "dist");
  await build({ entryPoints, outdir, bundle: true, splitting: true, format: "esm", packages: "external" });
}

/** Runs the programs one after another in one process. Resolves to the lines that each part prints. */
export async function runPrograms(
  folder: string,
  programs: readonly Program[],
  given: Given,
  { places }: Servers,
): Promise<Readonly<Record<string, readonly (readonly string[])[]>>> {
  const names = programs.map(({ name }) => name);
  const told = JSON.stringify({ given, places });
  // The runner prints nothing else.
  return JSON.parse(must(await run("node", [path.join(folder, "run.mjs"), told, ...names])));
}

/** `fetch` goes to the servers here instead of those that a page names; with a dispatcher, the name is left to the proxy. */
const runner = `
import { format } from "node:util";
const [told, ...names] = process.argv.slice(2);
const { given, places } = JSON.parse(told);
Object.assign(globalThis, given);
const sorted = places.sort(([one], [other]) => other.length - one.length);
const platformFetch = globalThis.fetch;
globalThis.fetch = (url, init) => {
  const [beginning, place] = sorted.find(([one]) => url.startsWith(one)) ?? ["", ""];
  return platformFetch(init?.dispatcher ? url.replace("https:", "http:") : place + url.slice(beginning.length), init);
};
const printed = {};
for (const name of names) {
  const parts = (printed[name] = []);
  globalThis.beginPart = (index) => { parts[index] = []; };
  for (const kind of ["debug", "log", "info", "warn", "error"]) {
    console[kind] = (...values) => parts.at(-1).push(...format(...values).split("\\n"));
  }
  try {
    await import("./" + name + ".mjs");
  } catch (error) {
    (parts.at(-1) ?? (parts[0] = [])).push("threw " + format(error));
  }
}
process.stdout.write(JSON.stringify(printed));
process.exit();
`;
