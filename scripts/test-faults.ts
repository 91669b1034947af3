/**
 * Puts every generated package, as it is built, through the runtime's bench of faults, with one operation of each shape.
 * Prints what was not as expected, or with `--table` all of it. Exit 1 when something was not as expected.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { runBench } from "../packages/runtime/faults/bench.js";
import type { Subject } from "../packages/runtime/faults/subject.js";
import { writeTable } from "../packages/runtime/faults/table.js";
import { type FunctionsModule, loadPackageSubject } from "./package-subject.js";
import { listProviders, root, specOf } from "./repository.js";

async function loadSubject(provider: string): Promise<Subject> {
  const entry = path.join(root, "packages", provider, "dist", "functions.js");
  if (!existsSync(entry)) throw new Error(`${entry} is missing: run npm run build first`);
  // A generated module: the specs and the other checks hold it to its shape.
  const functions = (await import(pathToFileURL(entry).href)) as FunctionsModule;
  return loadPackageSubject(`@facsimile/${provider}`, path.join(root, specOf(provider)), functions);
}

let failed = false;
for (const provider of listProviders()) {
  const subject = await loadSubject(provider);
  const report = await runBench(subject);
  const bad = report.rows.filter(({ trial }) => trial.problems.length > 0);
  failed ||= bad.length > 0 || report.unhandled.length + report.left.length > 0 || report.rows.length === 0;
  const operations = subject.operations.map(({ shape, name }) => `${shape} ${name}`).join(", ");
  if (process.argv.includes("--table")) console.log(`${writeTable(subject, report)}\n`);
  else {
    const good = report.rows.length - bad.length;
    console.log(
      `${subject.name}: ${good} of ${report.rows.length} as expected, ${report.unhandled.length} unhandled, ${report.left.length} left behind (${operations})`,
    );
    for (const { group, fault, operation, trial } of bad) {
      console.log(`  ✗ ${group}: ${fault.name}, ${operation.name}: ${trial.outcome}: ${trial.problems.join("; ")}`);
    }
  }
}
if (failed) process.exitCode = 1;
