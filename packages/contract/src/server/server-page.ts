import { escapeMarkdown } from "../report/escape.js";
import { failedItem, item, section, table } from "../report/markdown.js";
import { partsOf, type ReportPart, standingOf } from "./report-parts.js";
import { type Allowances, failedOf, failuresOf, type ServerReport } from "./server-report.js";

/** The report as a Markdown page. */
export function serverPage(report: ServerReport, allowed: Allowances): string {
  const failed = failedOf(report);
  const failures = failuresOf(report, allowed);
  const rows = report.operations.map((one) => [
    escapeMarkdown(one.operation),
    escapeMarkdown(`${one.method} ${one.path}`),
    standingOf(one),
    one.requests,
    escapeMarkdown(one.seen.join(", ")),
    escapeMarkdown(one.neverSeen.join(", ")),
  ]);
  return [
    `# ${escapeMarkdown(report.title)} at ${escapeMarkdown(report.server)}`,
    ...(report.likeness === undefined ? [] : [`**${escapeMarkdown(report.likeness)}**`]),
    failures.length === 0 ? "All is as documented." : `Failed: ${escapeMarkdown(failures.join(", "))}.`,
    `${report.requests} requests, ${failed.length} not as documented.`,
    table(["operation", "", "", "requests", "seen", "never seen"], rows),
    ...section(
      "Not as documented",
      failed.map(({ name, findings }) => failedItem(name, findings)),
    ),
    ...partsOf(report).flatMap(({ title, lines }: ReportPart) => section(title, lines.map(item))),
  ]
    .join("\n\n")
    .concat("\n");
}
