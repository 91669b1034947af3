import type { TypeFinding } from "../finding.js";
import type { SampleFailure } from "./sample-failure.js";

/** Samples that no longer compile or run, as findings. */
export function sampleFindings(failures: readonly SampleFailure[]): readonly TypeFinding[] {
  return failures.map(({ sample, stage, line, column, message }) => ({
    kind: "sample-failed",
    class: "breaking",
    operations: [],
    old: { file: sample.name, line, column },
    new: undefined,
    message: `${sample.name} no longer ${stage} (line ${line}): ${withoutStop(message)}`,
  }));
}

function withoutStop(message: string): string {
  return message.replace(/\.$/, "");
}
