import { visible } from "@facsimile/document/diagnostics";
import { cellsOf, lineHead, linesOf, type Reported } from "./lines.js";
import { summaryHead, summaryOf } from "./summary.js";

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 100rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem; }
th, td { border-bottom: 1px solid #8886; padding: .3rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
td.contradicted, td.missing, td.unsourced, td.needless { color: #c62828; font-weight: 600; }
`;

/** The report as one HTML page that needs nothing else. */
export function printHtmlReport(reported: readonly Reported[]): string {
  const details = reported.map(({ verification, waiverFile }) => {
    const lines = linesOf(verification, waiverFile);
    const body = lines.length === 0 ? "<p>Every fact is confirmed.</p>" : table(lineHead, lines.map(cellsOf));
    return `<h2>${escapeHtml(verification.provider)}</h2>\n${body}`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Specs held against their documentation</title>
<style>${style}</style>
<h1>Specs held against their documentation</h1>
${table(
  summaryHead,
  reported.map(({ verification }) => summaryOf(verification)),
)}
${details.join("\n")}
</html>
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string => {
    return row
      .map((cell, index) => `<td${index === 0 ? ` class="${escapeHtml(cell)}"` : ""}>${escapeHtml(cell)}</td>`)
      .join("");
  };
  const titles = head.map((cell) => `<th>${escapeHtml(cell)}</th>`).join("");
  return `<table>\n<tr>${titles}</tr>\n${rows.map((row) => `<tr>${cells(row)}</tr>`).join("\n")}\n</table>`;
}

function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
