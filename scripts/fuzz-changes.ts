/**
 * Makes 5,000 pairs of schemas at random, and holds what is said of each against values by two validators; a tenth as many pairs of operations in OpenAPI 3.0
 * and in 3.1, and all labelled pairs, are held against mock servers of both editions over HTTP, a twentieth as many webhooks and callbacks against receivers, and
 * as many addresses against a server that has them; the whole space of edits is walked, and what is built to take for ever is tried in its full size. `--runs N`
 * and `--seed N` say how many and which.
 * Exit 1 with the seed and the pair when something contradicts a verdict.
 */
import { parseArgs } from "node:util";
import { build, runScript } from "./build.js";
import { run } from "./run.js";

await runScript(async () => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { runs: { ...text, default: "5000" }, seed: text } });
  await build(["change", "mock"]);
  const { code, output } = await run("vitest", ["run", "--root", "packages/change", "test/running", "test/space"], {
    FACSIMILE_CHANGES_RUNS: values.runs,
    FACSIMILE_CHANGES_PAIRS: "1",
    FACSIMILE_CHANGES_SPACE: "whole",
    ...(values.seed !== undefined && { FACSIMILE_CHANGES_SEED: values.seed }),
  });
  console.log(output.trim());
  return code;
});
