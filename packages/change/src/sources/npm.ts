import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { isObject, type Json } from "@facsimile/document";
import { InputError } from "../input-error.js";
import { runProgram } from "./command.js";
import type { CheckedOut } from "./git.js";
import { openTemporaryFolder } from "./temporary-folder.js";

/**
 * Installs a published package into a temporary folder, without running anything of it, and finds the document in it: `./openapi.json` of its
 * `exports`, or the file of that name.
 *
 * @throws InputError
 */
export async function unpack(label: string): Promise<CheckedOut> {
  const wanted = label.slice("npm:".length);
  const [, name] = /^((?:@[^/@]+\/)?[^/@]+)(?:@[^:/@\s]+)?$/.exec(wanted) ?? [];
  if (name === undefined || name.startsWith("-"))
    throw new InputError(`${label}: write npm:<package>@<version>, such as npm:@facsimile/sendauth@0.1.0`);
  const { folder, close } = await openTemporaryFolder("facsimile-npm-");
  try {
    await install(label, wanted, folder);
    return { folder, path: await documentIn(label, join(folder, "node_modules", name)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function install(label: string, wanted: string, folder: string): Promise<void> {
  const quiet = ["--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--loglevel=error"];
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { code, stderr } = await runProgram(npm, ["install", "--prefix", folder, ...quiet, "--", wanted], folder);
  if (code === 0) return;
  const reason = /npm error code (\S+)/.exec(stderr)?.[1];
  throw new InputError(
    `${label}: npm does not install it${reason === undefined ? "" : ` (${reason})`}; is the name right, and that version published?`,
  );
}

async function documentIn(label: string, root: string): Promise<string> {
  const manifest: Json = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const exported = isObject(manifest) && isObject(manifest.exports) ? manifest.exports["./openapi.json"] : undefined;
  const path = join(root, typeof exported === "string" ? exported : "openapi.json");
  const isThere =
    path.startsWith(root) &&
    (await stat(path).then(
      () => true,
      () => false,
    ));
  if (!isThere)
    throw new InputError(`${label}: the package carries no document: it has no ./openapi.json in its exports`);
  return path;
}
