import type { Whose } from "../oracles/finding.js";
import type { ContractReport } from "./report.js";

const order: readonly Whose[] = ["document", "package", "server", "prism", "tool"];

/** What there is to know first: `document 6 · package 0 · server 0 · prism 2 · tool 0 · not tried 3`. */
export function summaryLine(report: ContractReport): string {
  const counts = order.map((whose) => `${whose} ${open(report, whose)}`);
  return [...counts, `not tried ${report.holes.length + report.untried.length}`].join(" · ");
}

function open({ findings }: ContractReport, whose: Whose): number {
  return findings.filter((finding) => finding.whose === whose && finding.accepted === undefined).length;
}

/**
 * Why a run fails, one reason a line; none where it does not. What is Prism's fails it too unless our own validator has shown that it is: it is accepted by
 * somebody who has looked at it, for a wrong package may look like that.
 */
export function failures(report: ContractReport): readonly string[] {
  const found = report.findings.filter(({ accepted, isProved }) => accepted === undefined && !isProved);
  return [
    ...found.map(({ id, message }) => `${id}: ${message}`),
    ...report.missing.map((goal) => `neither covered nor explained: ${goal}`),
    ...(report.isExercised ? [] : ["nothing was exercised: of no operation has a case passed, and the holes say why"]),
    ...report.notNeeded.map((id) => `${id} is accepted and was not found: take it out of contract.accept.yaml`),
  ];
}
