import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { must } from "../build.js";
import { run } from "../run.js";
import { packageFolder } from "./places.js";
import type { Workbench } from "./workbench.js";

/** Lets npm link a new workspace and write it into its lock file. A folder that npm has locked nothing in has no workspaces. Resolves to what was done, in words. */
export async function linkWorkspace(bench: Workbench): Promise<string> {
  const lock = path.join(bench.into, "package-lock.json");
  if (!existsSync(lock)) return "no package-lock.json";
  const before = await readFile(lock, "utf8");
  if (before.includes(`"${packageFolder(bench)}": {`)) return "as it was";
  await must(run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"], {}, bench.into));
  return "package-lock.json";
}
