/** Generates the package of every provider from its spec, in one process. `--check` writes nothing and fails when something is out of date. */
import { build, runScript } from "./build.js";
import { listProviders, specOf } from "./repository.js";

const args = [
  ...listProviders().map(specOf),
  "--out",
  "packages/*",
  "--name",
  "@facsimile/*",
  "--raw",
  "--schemas",
  "--document",
  ...process.argv.slice(2),
];

await runScript(async () => {
  // Where turbo runs this as its task, it has built the generator already.
  if (process.env.TURBO_HASH === undefined) await build(["facsimile"]);
  // Imported only here, because it exists only once it is built.
  const { run } = await import("facsimile");
  return run(["generate", ...args]);
});
