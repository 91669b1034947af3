import type { BenchReport, Row } from "./bench.js";
import { faultGroups } from "./faults.js";
import type { Subject } from "./subject.js";

/** Writes what came of every fault, for people. */
export function writeTable(subject: Subject, { rows, unhandled, left }: BenchReport): string {
  const groups = faultGroups.map(({ title, faults }) => {
    const lines = faults.flatMap((fault) => writeFault(rows.filter((row) => row.fault === fault)));
    return [`\n${title}`, ...lines].join("\n");
  });
  const bad = rows.filter((row) => row.trial.problems.length > 0).length;
  const faults = new Set(rows.map((row) => row.fault)).size;
  return [
    `${subject.name}: ${faults} faults, ${rows.length} trials`,
    ...groups,
    `\n${rows.length - bad} as expected, ${bad} not; ${unhandled.length} unhandled rejections; ${left.join(", ") || "nothing"} left behind`,
  ].join("\n");
}

/** One line, or one for each way in which the operations came out. */
function writeFault(rows: readonly Row[]): readonly string[] {
  const outcomes = new Map<string, Row[]>();
  for (const row of rows) outcomes.set(write(row), [...(outcomes.get(write(row)) ?? []), row]);
  return [...outcomes].map(
    ([line, same]) =>
      `${line}  ${same.map(({ operation }) => operation.shape).join(" ")}${same.flatMap(problemsOf).join("")}`,
  );
}

function write({ fault, trial }: Row): string {
  const mark = trial.problems.length > 0 ? "✗" : "✓";
  return `  ${mark} ${fault.name.padEnd(74)} ${trial.outcome.padEnd(20)} ${String(trial.requests).padStart(2)} requests`;
}

function problemsOf({ operation, trial }: Row): readonly string[] {
  return trial.problems.map((problem) => `\n      ${operation.name}: ${problem}`);
}
