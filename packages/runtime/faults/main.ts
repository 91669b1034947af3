/** Puts the runtime through every fault and prints what came of each. Exit 1 when something was not as expected. */
import { runBench } from "./bench.js";
import { runtimeSubject } from "./runtime-subject.js";
import { writeTable } from "./table.js";

const report = await runBench(runtimeSubject);
console.log(writeTable(runtimeSubject, report));
if (report.unhandled.length + report.left.length > 0 || report.rows.some(({ trial }) => trial.problems.length > 0)) {
  process.exitCode = 1;
}
