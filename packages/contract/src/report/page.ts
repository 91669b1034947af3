import type { ContractReport } from "./report.js";

/** The report as a Markdown page for people: what was covered, what failed, and what cannot be covered and why. */
export function reportPage(report: ContractReport): string {
  const { title, operations, cases, passed, failed, coverage, holes, missing } = report;
  return [
    `# Contract of ${title}`,
    `${operations} operations, ${cases} cases, ${passed} passed, ${failed.length} failed.`,
    table(
      ["", "to cover", "covered", "cannot be covered", ""],
      coverage.map(({ kind, goals, covered, holes: open }) => [
        kind,
        goals,
        covered,
        open,
        percent(covered, goals - open),
      ]),
    ),
    ...section(
      "Failed",
      failed.map(
        ({ name, findings }) =>
          `- ${name}\n${findings.map(({ oracle, message }) => `  - ${oracle}: ${message}`).join("\n")}`,
      ),
    ),
    ...section(
      "Neither covered nor explained",
      missing.map((goal) => `- ${goal}`),
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

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join("\n")];
}

function table(head: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "" : `${Math.floor((part / whole) * 100)} %`;
}

function groupByReason(holes: ContractReport["holes"]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { goal, reason } of holes) groups.set(reason, [...(groups.get(reason) ?? []), goal]);
  return groups;
}
