/** Puts every hostile text at every place of a document that has one, and looks at each package that comes of it. Exit 1 when one is not sound. */
import { build, runScript } from "./build.js";
import { run } from "./run.js";

await runScript(async () => {
  await build(["codegen", "runtime"]);
  const file = "test/hostile/places.test.ts";
  const { code, output } = await run("vitest", ["run", "--root", "packages/codegen", file], {
    FACSIMILE_HOSTILE: "all",
  });
  console.log(output.trim());
  return code;
});
