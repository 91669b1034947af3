/** The first step of the action: installs the command into a folder of the job, unless the workflow has. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { env } from "node:process";
import { annotate } from "./log.mjs";
import { runProgram } from "./programs.mjs";

/** The version that is released together with this action. */
function ownVersion() {
  const manifest = new URL("../../packages/facsimile/package.json", import.meta.url);
  return String(JSON.parse(readFileSync(manifest, "utf8")).version);
}

/** @param {string} version */
async function install(version) {
  if (!/^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(version))
    throw new Error(`version is a version such as 1.2.3, or installed, and not ${JSON.stringify(version)}.`);
  const folder = path.join(env.RUNNER_TEMP ?? "", "facsimile");
  mkdirSync(folder, { recursive: true });
  // A folder of its own: no .npmrc of the pull request is read.
  writeFileSync(path.join(folder, "package.json"), '{ "private": true }\n');
  const names = ["facsimile", "@facsimile/change"].map((name) => `${name}@${version}`);
  const quiet = ["--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
  const { code, stderr } = await runProgram("npm", ["install", "--ignore-scripts", ...quiet, ...names], folder);
  if (code !== 0) throw new Error(`facsimile ${version} cannot be installed: ${stderr.trim()}`);
  console.log(`facsimile ${version}`);
}

try {
  const version = env.FACSIMILE_VERSION ?? "";
  if (version !== "installed") await install(version === "" ? ownVersion() : version);
} catch (error) {
  annotate("error", error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
