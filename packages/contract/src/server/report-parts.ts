import type { OperationExercise } from "../session/exercise.js";
import type { ServerReport } from "./server-report.js";

/** A list of a report, each line plain text. */
export interface ReportPart {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The lists of a report besides what failed. */
export function partsOf({ lacking, leftBehind, results }: ServerReport): readonly ReportPart[] {
  return [
    {
      title: "Without credential",
      lines: lacking.map(
        ({ scheme, variable, unsent }) => `${scheme}: ${variable} is not set, ${unsent} requests were not sent`,
      ),
    },
    { title: "Left behind", lines: leftBehind.map(({ operation, id, reason }) => `${id} of ${operation}: ${reason}`) },
    {
      title: "Not looked at",
      lines: results.flatMap(({ name, untried = [] }) => untried.map((reason) => `${name}: ${reason}`)),
    },
  ].filter(({ lines }) => lines.length > 0);
}

/** What a run can say of an operation. */
export function standingOf({ tried, exercised, instead }: OperationExercise): string {
  if (!tried) return "not tried";
  if (exercised) return "exercised";
  return instead.length === 0 ? "not exercised" : `not exercised: ${instead.slice(0, 3).join(", ")}`;
}
