import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import path from "node:path";
import { must } from "../build.js";
import { root } from "../repository.js";
import { run } from "../run.js";

const version = "0.22.2";

/** Ignored by git, and gone after `npm ci`. */
const cache = path.join(root, "node_modules", ".cache", "facsimile");

/**
 * The path of Steady's binary, which is installed from npm unless it is there; only then is the network needed. It is the binary itself, because
 * the script that npm puts beside it leaves it running when it is killed. A folder has its name only once all of it is there.
 */
export async function installSteady(): Promise<string> {
  const folder = path.join(cache, `steady-${version}`);
  const binary = binaryIn(folder);
  if (existsSync(binary)) return binary;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(path.join(cache, "draft-"));
  try {
    const quietly = ["--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"];
    await must(run("npm", ["install", "--prefix", draft, ...quietly, `@stdy/cli@${version}`]));
    if (!existsSync(binaryIn(draft)))
      throw new Error(`@stdy/cli ${version} has no binary for ${process.platform}-${process.arch}.`);
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return binary;
}

function binaryIn(folder: string): string {
  const name = process.platform === "win32" ? "steady.exe" : "steady";
  return path.join(folder, "node_modules", "@stdy", `cli-${process.platform}-${process.arch}`, "bin", name);
}
