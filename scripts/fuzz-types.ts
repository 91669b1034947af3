/**
 * Writes 10,000 values of random schemas as literals of the types that are generated from them: what Ajv accepts must compile, what breaks the
 * schema must not. `--values N` and `--seed N` say how many and which. Exit 1 with the schemas and values that the compiler decides otherwise.
 */
import { parseArgs } from "node:util";
import { build, runScript } from "./build.js";
import { run } from "./run.js";

await runScript(async () => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { values: { ...text, default: "10000" }, seed: text } });
  await build(["document"]);
  const { code, output } = await run("vitest", ["run", "--root", "packages/codegen", "test/types-values.test.ts"], {
    FACSIMILE_TYPES_VALUES: values.values,
    ...(values.seed !== undefined && { FACSIMILE_TYPES_SEED: values.seed }),
  });
  console.log(output.trim());
  return code;
});
