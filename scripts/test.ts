/**
 * Runs every check of the repository and ends with the line `N passed, N failed`. Exit 1 when something failed. With `--affected <revision>`: what a change
 * since the revision cannot make a difference to is left out.
 */
import { parseArgs } from "node:util";
import { affectedTasks } from "./affected.js";
import { listChecks } from "./checks.js";

const { values } = parseArgs({ options: { affected: { type: "string" } } });
const checks = listChecks();
const affected =
  values.affected === undefined
    ? undefined
    : await affectedTasks(
        checks.flatMap(({ tasks }) => tasks),
        values.affected,
      );

let passed = 0;
let failed = 0;

for (const check of checks) {
  const tasks = check.tasks.filter((task) => affected?.has(task) ?? true);
  if (check.tasks.length > 0 && tasks.length === 0) {
    console.log(`  – ${check.title.padEnd(40)} not affected`);
    continue;
  }
  const started = performance.now();
  if (process.stdout.isTTY) process.stdout.write(`  … ${check.title}`);
  const finding = await check.perform(tasks);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (process.stdout.isTTY) process.stdout.write("\r\u001b[2K");
  const mark = finding.failed === 0 ? "✓" : "✗";
  console.log(
    `  ${mark} ${check.title.padEnd(40)} ${`${finding.passed} passed`.padStart(12)} ${seconds.padStart(7)} s`,
  );
  if (finding.failed > 0) console.log(`\n${finding.output.trim()}\n`);
  passed += finding.passed;
  failed += finding.failed;
}

if (failed > 0) process.exitCode = 1;
console.log(`\n${passed} passed, ${failed} failed`);
