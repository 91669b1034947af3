/**
 * Makes 5,000 pairs of schemas at random, and holds what is said of each against values by Ajv. `--runs N` and `--seed N` say how many and which.
 * Exit 1 with the seed and the smallest pair when a value contradicts a verdict.
 */
import { parseArgs } from "node:util";
import { build, runScript } from "./build.js";
import { run } from "./run.js";

await runScript(async () => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { runs: { ...text, default: "5000" }, seed: text } });
  await build(["change"]);
  const { code, output } = await run("vitest", ["run", "--root", "packages/change", "test/running/running.test.ts"], {
    FACSIMILE_CHANGES_RUNS: values.runs,
    ...(values.seed !== undefined && { FACSIMILE_CHANGES_SEED: values.seed }),
  });
  console.log(output.trim());
  return code;
});
