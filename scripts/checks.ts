import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { listProviders, listTools, root, workspaceOf } from "./repository.js";
import { type Outcome, run, runTurbo } from "./run.js";

/** One thing that has to hold before a change may land. */
export interface Check {
  readonly title: string;
  /** The tasks of turbo that it is made of; empty for what is quick enough to be asked each time. */
  readonly tasks: readonly string[];
  /** @param tasks - those of its tasks that are to run */
  perform(tasks: readonly string[]): Promise<Finding>;
}

export interface Finding {
  readonly passed: number;
  readonly failed: number;
  /** What to show when something failed. */
  readonly output: string;
}

/** A check that a command passes with exit code 0. */
function commandCheck(title: string, command: string, args: readonly string[]): Check {
  return { title, tasks: [], perform: async () => toFinding(await run(command, args)) };
}

/** A check that turbo tasks pass, together counted as one. */
function taskCheck(title: string, tasks: readonly string[]): Check {
  return { title, tasks, perform: async (chosen) => toFinding(await runTurbo(chosen)) };
}

/** A check that runs the vitest suites of workspaces and counts their tests. A suite that ends without a report counts as one failure. */
function suiteCheck(title: string, task: string, workspaces: readonly string[]): Check {
  const taskOf = (workspace: string): string => `${workspaceOf(workspace)}#${task}`;
  return {
    title,
    tasks: workspaces.map(taskOf),
    perform: async (tasks) => {
      const chosen = workspaces.filter((workspace) => tasks.includes(taskOf(workspace)));
      for (const workspace of chosen) rmSync(reportOf(workspace), { force: true });
      const outcome = await runTurbo(tasks, ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
      const counts = chosen.map(readCounts);
      const failed = counts.reduce((sum, count) => sum + count.failed, 0);
      return {
        passed: counts.reduce((sum, count) => sum + count.passed, 0),
        failed: outcome.code !== 0 && failed === 0 ? 1 : failed,
        output: outcome.output,
      };
    },
  };
}

const report = "reports/vitest.json";

function reportOf(workspace: string): string {
  return path.join(root, "packages", workspace, report);
}

function readCounts(workspace: string): { readonly passed: number; readonly failed: number } {
  const file = reportOf(workspace);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  // The report is vitest's own; only its three counts are read.
  const counts = JSON.parse(readFileSync(file, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
  };
  const failed = counts.numFailedTests === 0 ? counts.numFailedTestSuites : counts.numFailedTests;
  return { passed: counts.numPassedTests, failed };
}

function toFinding(outcome: Outcome): Finding {
  const passed = outcome.code === 0;
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, output: outcome.output };
}

/** Everything that `npm test` holds, in the order in which a fault is cheapest to find. */
export function listChecks(): Check[] {
  const tools = listTools();
  const providers = listProviders();
  const names = [...tools, ...providers];
  return [
    commandCheck("format and lint", "biome", ["check"]),
    taskCheck("specs are lint-free", ["//#lint:specs"]),
    taskCheck(
      "every package builds",
      names.map((name) => `${workspaceOf(name)}#build`),
    ),
    commandCheck("generated packages match their specs", "tsx", ["scripts/generate.ts", "--check"]),
    commandCheck("specs match their documentation", "facsimile", ["verify"]),
    taskCheck("scripts type-check", ["//#check:scripts"]),
    taskCheck(
      "every package type-checks",
      names.map((name) => `${workspaceOf(name)}#typecheck`),
    ),
    taskCheck("public surfaces are those of api", ["//#api:check"]),
    // The first two wait for other programs much of the time: together they take little longer than the longest one alone.
    taskCheck("scripts, packed packages, site hold", ["//#test:scripts", "//#check:packages", "//#site:build"]),
    suiteCheck("unit tests", "test", tools),
    suiteCheck("contract tests", "contract", providers),
    taskCheck("seeded faults are noticed", ["//#mutation:sample"]),
  ];
}
