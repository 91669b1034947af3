/** Generates the package of every provider from its spec, in one process. `--check` writes nothing and fails when something is out of date. */
import { listProviders, specOf } from "./repository.js";
import { runTurbo } from "./run.js";

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const { code, output } = await buildGenerator();
  if (code !== 0) console.error(output.trim());
  if (code !== 0) return 1;
  // Imported only here, because it exists only once it is built.
  const { run } = await import("@facsimile/codegen/command");
  return run(["generate", ...listProviders().map(specOf), "--out", "packages/*", "--name", "@facsimile/*", ...args]);
}

/** Where turbo runs this as its task, it has built the generator already. */
function buildGenerator(): ReturnType<typeof runTurbo> {
  const isTask = process.env.TURBO_HASH !== undefined;
  return isTask ? Promise.resolve({ code: 0, output: "" }) : runTurbo(["@facsimile/codegen#build"]);
}
