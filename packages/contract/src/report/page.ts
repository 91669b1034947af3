import { coverageTable, failedItem, section } from "./markdown.js";
import type { ContractReport } from "./report.js";

/** The report as a Markdown page for people: what was covered, what failed, and what cannot be covered and why. */
export function reportPage(report: ContractReport): string {
  const { title, operations, cases, passed, failed, coverage, holes, missing, untried } = report;
  return [
    `# Contract of ${title}`,
    `${operations} operations, ${cases} cases, ${passed} passed, ${failed.length} failed.`,
    coverageTable(coverage),
    ...section(
      "Failed",
      failed.map(({ name, findings }) => failedItem(name, findings)),
    ),
    ...section(
      "Neither covered nor explained",
      missing.map((goal) => `- ${goal}`),
    ),
    ...section(
      "Not tried on types",
      untried.map((hole) => `- ${hole}`),
    ),
    ...section(
      "Cannot be covered",
      [...groupByReason(holes)].map(
        ([reason, goals]) => `${reason}\n\n${goals.map((goal) => `- ${goal}`).join("\n")}\n`,
      ),
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

function groupByReason(holes: ContractReport["holes"]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { goal, reason } of holes) groups.set(reason, [...(groups.get(reason) ?? []), goal]);
  return groups;
}
