import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { must } from "../build.js";
import { root } from "../repository.js";
import { run } from "../run.js";
import { isRunning } from "./is-running.js";

const version = "0.22.2";

/** Ignored by git, and gone after `npm ci`. */
const cache = path.join(root, "node_modules", ".cache", "steady");

/**
 * The path of Steady's binary, which is installed from npm unless it is there; only then is the network needed. It is the binary itself, because
 * the script that npm puts beside it leaves it running when it is killed. A folder has its name only once all of it is there.
 */
export async function installSteady(): Promise<string> {
  const folder = path.join(cache, version);
  const binary = binaryIn(folder);
  if (existsSync(binary)) return binary;
  await removeAbandoned();
  const draft = path.join(cache, `draft-${process.pid}`);
  await mkdir(draft, { recursive: true });
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

/** Drafts are named for the process that writes them: one that was killed leaves its own behind. */
async function removeAbandoned(): Promise<void> {
  const names = existsSync(cache) ? await readdir(cache) : [];
  const abandoned = names.filter((name) => name.startsWith("draft-") && !isRunning(Number(name.slice(6))));
  await Promise.all(abandoned.map((name) => rm(path.join(cache, name), { recursive: true, force: true })));
}

function binaryIn(folder: string): string {
  const name = process.platform === "win32" ? "steady.exe" : "steady";
  return path.join(folder, "node_modules", "@stdy", `cli-${process.platform}-${process.arch}`, "bin", name);
}
