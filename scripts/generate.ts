/** Generates the package of every provider from its spec, in one process. `--check` writes nothing and fails when something is out of date. */
import { run } from "@facsimile/codegen/command";
import { listProviders, specOf } from "./repository.js";

const args = ["--out", "packages/*", "--name", "@facsimile/*", ...process.argv.slice(2)];
process.exitCode = await run(["generate", ...listProviders().map(specOf), ...args]);
