import { escapeMarkdown } from "./escape-markdown.js";
import { cellsOf, lineHead, linesOf, type Reported } from "./lines.js";
import { summaryHead, summaryOf } from "./summary.js";

/** The report as a Markdown page. */
export function printMarkdownReport(reported: readonly Reported[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  const rule = (length: number): string => `|${" --- |".repeat(length)}`;
  const summary = [
    row(summaryHead),
    rule(summaryHead.length),
    ...reported.map(({ verification }) => row(summaryOf(verification))),
  ];
  const details = reported.map(({ verification, waiverFile }) => {
    const lines = linesOf(verification, waiverFile);
    if (lines.length === 0) return `## ${escapeMarkdown(verification.provider)}\n\nEvery fact is confirmed.\n`;
    const rows = lines.map((line) => row(cellsOf(line)));
    return `## ${escapeMarkdown(verification.provider)}\n\n${[row(lineHead), rule(lineHead.length), ...rows].join("\n")}\n`;
  });
  return `# Specs held against their documentation\n\n${summary.join("\n")}\n\n${details.join("\n")}`;
}
