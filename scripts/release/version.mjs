/**
 * Raises versions by the pending changesets, and brings along what follows from it: CHANGELOG.md, the lock file and the generated packages. Does nothing where
 * there are no changesets. On standard output is whether there were some, as a step of a workflow says it: `pending=true`.
 */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";

const pending = readdirSync(".changeset").some((name) => name.endsWith(".md") && name !== "README.md");
if (pending) {
  run("npx", "changeset", "version");
  run("npm", "install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund");
  run("npm", "run", "generate");
}
console.log(`pending=${pending}`);

/** @param {string} command @param {readonly string[]} given */
function run(command, ...given) {
  execFileSync(command, given, { stdio: ["ignore", process.stderr, process.stderr] });
}
