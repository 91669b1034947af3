import { printObserved } from "../observed/observe-file.js";
import { linesOf, printLine, type Reported } from "./lines.js";
import { printSummary } from "./summary.js";

/** The report for a terminal: what is not simply confirmed, then a row for each provider. */
export function printTextReport(reported: readonly Reported[]): string {
  const lines = reported.flatMap(({ verification, waiverFile }) => linesOf(verification, waiverFile).map(printLine));
  const observed = reported.flatMap((one) => one.observed ?? []).map(printObserved);
  const head = [...lines, ...observed].join("");
  return `${head}${head === "" ? "" : "\n"}${printSummary(reported.map(({ verification }) => verification))}`;
}
