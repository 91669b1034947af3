import { linesOf, printLine, type Reported } from "./lines.js";
import { printSummary } from "./summary.js";

/** The report for a terminal: what is not simply confirmed, then a row for each provider. */
export function printTextReport(reported: readonly Reported[]): string {
  const lines = reported.flatMap(({ verification, waiverFile }) => linesOf(verification, waiverFile).map(printLine));
  return `${lines.join("")}${lines.length > 0 ? "\n" : ""}${printSummary(reported.map(({ verification }) => verification))}`;
}
