import type { Verification } from "../verify/verify.js";
import { linesOf } from "./lines.js";
import { summaryHead, summaryOf } from "./summary.js";

/** A spec with the file of its waivers, as a report names them. */
export interface Reported {
  readonly verification: Verification;
  readonly waiverFile: string;
}

/** The report as a Markdown page. */
export function printMarkdownReport(reported: readonly Reported[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(" | ")} |`;
  const rule = (length: number): string => `|${" --- |".repeat(length)}`;
  const summary = [
    row(summaryHead),
    rule(summaryHead.length),
    ...reported.map(({ verification }) => row(summaryOf(verification))),
  ];
  const details = reported.map(({ verification, waiverFile }) => {
    const lines = linesOf(verification, waiverFile);
    if (lines.length === 0) return `## ${verification.provider}\n\nEvery fact is confirmed.\n`;
    const head = ["verdict", "fact or claim", "page", "documented", "spec", "says"];
    const rows = lines.map((line) => row([line.kind, line.subject, line.page, line.documented, line.spec, line.says]));
    return `## ${verification.provider}\n\n${[row(head), rule(head.length), ...rows].join("\n")}\n`;
  });
  return `# Specs held against their documentation\n\n${summary.join("\n")}\n\n${details.join("\n")}`;
}

function escapeCell(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\|<>*_`[\]]/g, "\\$&");
}
