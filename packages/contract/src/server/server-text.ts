import { visible } from "@facsimile/document";
import { type Allowances, failedOf, failuresOf, type ServerReport, unreachedOf } from "./server-report.js";

/** A report for a terminal: what is wrong with the run as a whole first, the sum last. */
export function serverText(report: ServerReport, allowed: Allowances): string {
  const failed = failedOf(report);
  const { operations, results } = report;
  const untried = operations.filter(({ tried }) => !tried);
  const unreached = unreachedOf(report);
  const failures = failuresOf(report, allowed);
  const right = report.requests - failed.length;
  const lines = [
    ...(report.likeness === undefined ? [] : [report.likeness, ""]),
    ...failed.flatMap(({ name, findings }) => [
      `✗ ${name}`,
      ...findings.map(({ oracle, message }) => `  ${oracle}: ${message}`),
    ]),
    ...untriedOf(results),
    ...unreached.map(
      ({ operation, method, path, instead }) => `not exercised: ${operation}  ${method} ${path}: ${insteadOf(instead)}`,
    ),
    ...untried.map(
      ({ operation, method, path }) =>
        `not tried: ${operation}  ${method} ${path}: it may change something, and --write is not given`,
    ),
    ...report.neverSeen.map((goal) => `never seen: ${goal}`),
    ...report.leftBehind.map(({ operation, id, reason }) => `left behind: ${id} of ${operation}: ${reason}`),
    ...(report.fuzz === undefined
      ? []
      : [`fuzz: ${report.fuzz.requests} requests an operation, --seed ${report.fuzz.seed}`]),
    `operations: ${operations.length}, ${operations.length - untried.length - unreached.length} exercised to a success, ${unreached.length} not exercised, ${untried.length} not tried`,
    `${report.title} at ${report.server}: ${report.requests} requests, ${right} as documented, ${failed.length} not`,
    ...(failures.length === 0 ? [] : [`failed: ${failures.join(", ")}`]),
  ];
  return `${lines.map(visible).join("\n")}\n`;
}

function insteadOf(instead: readonly string[]): string {
  return instead.length === 0 ? "no valid request was sent" : `never a success, but ${instead.slice(0, 3).join(", ")}`;
}

function untriedOf(results: ServerReport["results"]): readonly string[] {
  return results.flatMap(({ name, untried = [] }) => untried.map((reason) => `not looked at: ${name}: ${reason}`));
}

/** The credentials that there were none of, a line each. */
export function lackingText({ lacking }: ServerReport): string {
  return lacking
    .map(({ scheme, variable, unsent }) => {
      const cost = unsent === 0 ? "" : ` ${unsent} requests were not sent for want of it.`;
      return `${visible(`No credential for ${scheme}: ${variable} is not set.${cost}`)}\n`;
    })
    .join("");
}
