/**
 * `npm run report:pr -- --base <revision> [--out <file>]`: what the working copy changes since the commit in which it and the revision have parted, as one
 * comment for a pull request: the changes of each spec with the bump that they ask for, evidence, coverage of the contract tests, sizes, public surfaces.
 */
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { must, runScript } from "./build.js";
import { step } from "./progress.js";
import { openBase } from "./report-pr/base.js";
import { reportOf } from "./report-pr/report.js";
import { listProviders, listTools, workspaceOf } from "./repository.js";
import { runTurbo } from "./run.js";

await runScript(async () => {
  const { values } = parseArgs({ options: { base: { type: "string" }, out: { type: "string" } } });
  if (values.base === undefined) throw new Error("Name what to compare with: npm run report:pr -- --base main");
  const names = [...listTools(), ...listProviders()];
  const tell = values.out === undefined ? quiet : step;
  await tell("build the packages", () => must(runTurbo(names.map((name) => `${workspaceOf(name)}#build`))));
  const base = await tell("check out and build the base", () => openBase(values.base ?? ""));
  try {
    const report = await tell("compare", () => reportOf(base));
    if (values.out === undefined) process.stdout.write(report);
    else await writeFile(values.out, report);
  } finally {
    await base.close();
  }
  return 0;
});

/** Standard output is the report's. */
function quiet<Value>(_title: string, perform: () => Promise<Value>): Promise<Value> {
  return perform();
}
