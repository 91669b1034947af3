import { readFile } from "node:fs/promises";
import path from "node:path";
import { root } from "./repository.js";
import { run } from "./run.js";

/** Packs a folder of this repository as it would be published, into another folder. Resolves to the tarball. */
export async function pack(source: string, folder: string): Promise<string> {
  const { code, output } = await run("npm", [
    "pack",
    `./${source}`,
    "--silent",
    "--ignore-scripts",
    "--pack-destination",
    folder,
  ]);
  const file = output.trim().split("\n").at(-1);
  if (code !== 0 || file === undefined) throw new Error(`npm pack ${source} failed:\n${output}`);
  return path.join(folder, file);
}

/** Packs what the runtime depends on, and what that does, as npm unpacked it, so that nothing has to be fetched. */
export async function packDependencies(folder: string): Promise<string[]> {
  const found = new Set(await dependenciesOf("packages/runtime"));
  // What is added meanwhile is visited too.
  for (const name of found) for (const one of await dependenciesOf(path.join("node_modules", name))) found.add(one);
  return Promise.all([...found].map((name) => pack(path.join("node_modules", name), folder)));
}

async function dependenciesOf(source: string): Promise<readonly string[]> {
  const manifest: unknown = JSON.parse(await readFile(path.join(root, source, "package.json"), "utf8"));
  return Object.keys(Object(Object(manifest).dependencies));
}
