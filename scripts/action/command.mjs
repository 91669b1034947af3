import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { InputError } from "./inputs.mjs";
import { runProgram } from "./programs.mjs";

/**
 * A way to run `facsimile` in the repository.
 *
 * @param {import("./inputs.mjs").Inputs} inputs
 * @returns {(args: readonly string[]) => Promise<import("./programs.mjs").Ran>}
 */
export function findCommand({ installed, workspace, temporary }) {
  const folder = installed ? workspace : path.join(temporary, "facsimile");
  const program = path.join(packageIn(folder), "bin/facsimile.js");
  if (!existsSync(program)) throw new InputError(`${program} is missing.`);
  return (args) => runProgram(process.execPath, [program, ...args], workspace);
}

/** @param {string} folder */
function packageIn(folder) {
  try {
    return path.dirname(createRequire(path.join(folder, "package.json")).resolve("facsimile/package.json"));
  } catch {
    throw new InputError(
      "facsimile is not installed: with version installed, the workflow installs it before, such as by npm ci.",
    );
  }
}
