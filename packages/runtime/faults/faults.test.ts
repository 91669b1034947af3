import { describe, expect, it } from "vitest";
import { runBench } from "./bench.js";
import { faultGroups } from "./faults.js";
import { runtimeSubject } from "./runtime-subject.js";

const report = await runBench(runtimeSubject);

describe("the bench of faults", () => {
  it("has at least sixty faults, each with a name of its own", () => {
    const names = faultGroups.flatMap(({ title, faults }) => faults.map(({ name }) => `${title}: ${name}`));
    expect(names.length).toBeGreaterThanOrEqual(60);
    expect(new Set(names).size).toBe(names.length);
  });

  it("leaves no rejection unhandled", () => {
    expect(report.unhandled).toEqual([]);
  });

  it("leaves no server, no connection and no timer behind", () => {
    expect(report.left).toEqual([]);
  });
});

describe.each(faultGroups)("$title", ({ title, faults }) => {
  it.each(faults)("$name", (fault) => {
    const trials = report.rows.filter((row) => row.group === title && row.fault === fault);
    expect(trials.length).toBeGreaterThan(0);
    expect(
      trials.flatMap(({ operation, trial }) => trial.problems.map((problem) => `${operation.name}: ${problem}`)),
    ).toEqual([]);
  });
});
