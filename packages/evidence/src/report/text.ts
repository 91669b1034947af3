import { printObserved } from "../observed/observe-file.js";
import { linesOf, printLine, type Reported } from "./lines.js";
import { printSummary } from "./summary.js";

/**
 * The report for a terminal: what is not simply confirmed, then a row for each provider.
 *
 * @param how.isBrief what keeps a spec from being proved, and nothing else
 */
export function printTextReport(
  reported: readonly Reported[],
  { isBrief = false }: { readonly isBrief?: boolean } = {},
): string {
  const lines = reported.flatMap(({ verification, waiverFile }) => linesOf(verification, waiverFile));
  if (isBrief)
    return lines
      .filter(({ isFault }) => isFault)
      .map(printLine)
      .join("");
  const observed = reported.flatMap((one) => one.observed ?? []).map(printObserved);
  const head = [...lines.map(printLine), ...observed].join("");
  return `${head}${head === "" ? "" : "\n"}${printSummary(reported.map(({ verification }) => verification))}`;
}
