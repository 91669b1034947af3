import type { Finding } from "../oracles/finding.js";
import { escapeMarkdown } from "./escape.js";
import type { KindCoverage } from "./report.js";

/** A heading with a list, or nothing where the list is empty. */
export function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join("\n")];
}

export function coverageTable(coverage: readonly KindCoverage[]): string {
  return table(
    ["", "to cover", "covered", "cannot be covered", ""],
    coverage.map(({ kind, goals, covered, holes }) => [kind, goals, covered, holes, percent(covered, goals - holes)]),
  );
}

/** An item of a list: what failed, and what was found. */
export function failedItem(name: string, findings: readonly Finding[]): string {
  const found = findings.map(({ oracle, message }) => `  - ${oracle}: ${escapeMarkdown(message)}`);
  return `${item(name)}\n${found.join("\n")}`;
}

/** An item of a list that is nothing but text. */
export function item(text: string): string {
  return `- ${escapeMarkdown(text)}`;
}

/** Cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "" : `${Math.floor((part / whole) * 100)} %`;
}
