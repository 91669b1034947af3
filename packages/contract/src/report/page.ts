import { escapeMarkdown } from "./escape.js";
import { coverageTable, item, section } from "./markdown.js";
import type { ContractReport } from "./report.js";
import type { ReportedFinding } from "./reported-finding.js";
import { summaryLine } from "./summary.js";

/** The report as a Markdown page for people: what was covered, what failed, and what cannot be covered and why. */
export function reportPage(report: ContractReport): string {
  const { title, operations, cases, findings, notNeeded, coverage, holes, missing, untried, notExercised } = report;
  return [
    `# Contract of ${escapeMarkdown(title)}`,
    `${operations} operations, ${cases} cases, ${outcomes(report)}.`,
    summaryLine(report),
    ...section("Findings", findings.map(findingItem)),
    coverageTable(coverage),
    ...section("Accepted without need", notNeeded.map(item)),
    ...section("Neither covered nor explained", missing.map(item)),
    ...section("Not exercised: no case passed", notExercised.map(item)),
    ...section("Not tried on types", untried.map(item)),
    ...section(
      "Cannot be covered",
      [...groupByReason(holes)].map(
        ([reason, goals]) => `${escapeMarkdown(reason)}\n\n${goals.map(item).join("\n")}\n`,
      ),
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

function outcomes({ passed, failed, misjudged }: ContractReport): string {
  const byPrism = misjudged.length === 0 ? "" : `, ${misjudged.length} misjudged by Prism`;
  return `${passed} passed, ${failed.length} failed${byPrism}`;
}

function findingItem({ id, whose, message, at, cases, accepted }: ReportedFinding): string {
  const seen = cases > 1 ? ` In ${cases} cases.` : "";
  const known = accepted === undefined ? "" : ` Accepted: ${accepted}`;
  return item(`${id} (${whose}${at === undefined ? "" : `, ${at}`}): ${message}${seen}${known}`);
}

function groupByReason(holes: ContractReport["holes"]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { goal, reason } of holes) groups.set(reason, [...(groups.get(reason) ?? []), goal]);
  return groups;
}
