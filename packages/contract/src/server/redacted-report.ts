import type { ServerReport } from "./server-report.js";

/** The same report with nothing in any of its texts that nobody may read: a server may send back what it was sent. */
export function redactedReport(report: ServerReport, redact: (text: string) => string): ServerReport {
  // Every member stays what it is, but for the texts.
  return redacted(report, redact) as ServerReport;
}

function redacted(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value)) return value.map((item) => redacted(item, redact));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, redacted(item, redact)]));
}
