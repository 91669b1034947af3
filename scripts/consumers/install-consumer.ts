import { copyFile, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { listProviders, root } from "../repository.js";
import { run } from "../run.js";
import { importEverything } from "./import-everything.js";

/** Installs tarballs in a new folder without a network, and writes there what a consumer of the providers' packages would. */
export async function installConsumer(folder: string, tarballs: readonly string[]): Promise<void> {
  const manifest = JSON.stringify({ name: "consumer", private: true, type: "module" });
  await mkdir(folder);
  await writeFile(path.join(folder, "package.json"), manifest);
  await writePrograms(folder);
  const options = ["--prefix", folder, "--offline", "--ignore-scripts", "--silent"];
  const { code, output } = await run("npm", ["install", ...options, ...tarballs]);
  if (code !== 0) throw new Error(`npm install of the packed packages failed: ${output.trim() || `exit ${code}`}`);
}

/** `entries`, which imports every entry of each provider's package, as a module for the compiler and as one for Node, and `calls.ts`. */
export async function writePrograms(folder: string): Promise<void> {
  const entries = importEverything(listProviders());
  await writeFile(path.join(folder, "entries.ts"), entries);
  await writeFile(path.join(folder, "entries.mjs"), entries);
  await copyFile(path.join(root, "scripts", "consumers", "calls.ts"), path.join(folder, "calls.ts"));
}
