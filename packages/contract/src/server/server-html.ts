import { escapeMarkup } from "../report/escape.js";
import { partsOf, standingOf } from "./report-parts.js";
import { type Allowances, failedOf, failuresOf, type ServerReport } from "./server-report.js";

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 80rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem; }
th, td { border-bottom: 1px solid #8886; padding: .3rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
li { overflow-wrap: anywhere; }
.failed { color: #c62828; font-weight: 600; }
`;

/** The report as one HTML page that needs nothing else, and runs nothing. */
export function serverHtml(report: ServerReport, allowed: Allowances): string {
  const title = escapeMarkup(`${report.title} at ${report.server}`);
  const failures = failuresOf(report, allowed);
  const parts = partsOf(report).map(({ title: head, lines }) => `<h2>${head}</h2>\n${listOf(lines.map(escapeMarkup))}`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
<h1>${title}</h1>
${report.likeness === undefined ? "" : `<p class="failed">${escapeMarkup(report.likeness)}</p>`}
<p${failures.length === 0 ? ">All is as documented." : ` class="failed">Failed: ${escapeMarkup(failures.join(", "))}.`}</p>
<p>${report.requests} requests, ${failedOf(report).length} not as documented.</p>
${operationTable(report)}
${failedList(report)}
${parts.join("\n")}
</html>
`;
}

function operationTable({ operations }: ServerReport): string {
  const rows = operations.map((one) => {
    const isReached = !one.tried || one.exercised;
    const cells = [
      one.operation,
      `${one.method} ${one.path}`,
      standingOf(one),
      String(one.requests),
      one.seen.join(", "),
      one.neverSeen.join(", "),
    ];
    const html = cells.map(
      (cell, index) => `<td${index === 2 && !isReached ? ' class="failed"' : ""}>${escapeMarkup(cell)}</td>`,
    );
    return `<tr>${html.join("")}</tr>`;
  });
  const head = ["operation", "", "", "requests", "seen", "never seen"].map((cell) => `<th>${cell}</th>`).join("");
  return `<table>\n<tr>${head}</tr>\n${rows.join("\n")}\n</table>`;
}

function failedList(report: ServerReport): string {
  const items = failedOf(report).map(({ name, findings }) => {
    const messages = findings.map(({ oracle, message }) => `${oracle}: ${escapeMarkup(message)}`);
    return `<span class="failed">${escapeMarkup(name)}</span>\n${listOf(messages)}`;
  });
  return items.length === 0 ? "" : `<h2>Not as documented</h2>\n${listOf(items)}`;
}

function listOf(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${item}</li>`).join("\n")}\n</ul>`;
}
