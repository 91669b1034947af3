/**
 * Changes documents at random, 10,000 times, and looks at each package that comes of it. `--runs N` and `--seed N` say how many and which;
 * `--documents <folder>` adds the documents below a folder. Exit 1 with the seed and the smallest document when one gives neither a sound package
 * nor a diagnostic.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { build, runScript } from "./build.js";
import { run } from "./run.js";

await runScript(async () => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { runs: { ...text, default: "10000" }, seed: text, documents: text } });
  await build(["codegen", "runtime"]);
  const { code, output } = await run("vitest", ["run", "--root", "packages/codegen", "test/fuzz"], {
    FACSIMILE_FUZZ_RUNS: values.runs,
    ...(values.seed !== undefined && { FACSIMILE_FUZZ_SEED: values.seed }),
    ...(values.documents !== undefined && { FACSIMILE_FUZZ_DOCUMENTS: path.resolve(values.documents) }),
  });
  console.log(output.trim());
  return code;
});
