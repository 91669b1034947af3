/**
 * Tries the packed packages on every platform that they are for, in the versions of scripts/platforms/versions.ts: Node, Bun, Deno, a page of
 * headless Chromium, workerd, Jest and what React Native has; then the bench of faults on each Node; and compiles what a consumer writes with every
 * TypeScript. Arguments choose platforms by how their names begin: `npm run test:platforms -- TypeScript`. Installs what it needs from npm into
 * the cache of this repository's node_modules, and Chromium with apt-get where it is missing and the user is root. A platform that cannot be had
 * is said to be missing, and is no failure. Exit 1 when something failed, or nothing could be tried.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { packedConsumer } from "./platforms/packed.js";
import { PlatformMissing } from "./platforms/platform.js";
import { platforms } from "./platforms/platforms.js";
import { listProviders, root } from "./repository.js";

const built = ["runtime", ...listProviders()].map((name) => path.join(root, "packages", name, "dist", "index.js"));
const missing = built.filter((file) => !existsSync(file));
if (missing.length > 0) throw new Error(`run npm run build first: ${missing.join(", ")} missing`);

const wanted = process.argv.slice(2);
const chosen = platforms.filter(({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)));
if (chosen.length === 0) throw new Error(`the platforms are ${platforms.map(({ name }) => name).join("; ")}`);

let tried = 0;
for (const { name, run, version } of chosen) {
  const checks = await run(packedConsumer).catch((error: Error) => {
    if (!(error instanceof PlatformMissing)) return [{ name: "it runs", problem: error.message }];
    console.log(`– ${name.padEnd(33)} is not here: ${error.message}`);
    return undefined;
  });
  if (checks === undefined) continue;
  tried++;
  const problems = checks.filter(({ problem }) => problem !== undefined);
  const good = checks.length - problems.length;
  const exact = version ? `${name} ${await version()}` : name;
  console.log(`${problems.length === 0 && good > 0 ? "✓" : "✗"} ${exact.padEnd(33)} ${good} of ${checks.length}`);
  for (const { name: check, problem } of problems) console.log(`    ${check}: ${problem}`);
  if (problems.length > 0 || good === 0) process.exitCode = 1;
}
if (tried === 0) process.exitCode = 1;
