/**
 * Compares our types of component schemas with openapi-typescript's, by the compiler: of the documents of this repository with
 * docs/types-differences.md, or, with `--documents <folder>`, of the documents below a folder, whose differences are printed.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { build, runScript } from "./build.js";
import { run } from "./run.js";

await runScript(async () => {
  const { values } = parseArgs({ options: { documents: { type: "string" } } });
  await build(["document"]);
  const { code, output } = await run("vitest", ["run", "--root", "packages/codegen", "test/types-oracle.test.ts"], {
    ...(values.documents !== undefined && { FACSIMILE_ORACLE_DOCUMENTS: path.resolve(values.documents) }),
  });
  console.log(output.trim());
  return code;
});
