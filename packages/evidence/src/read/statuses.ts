import { textMark } from "../facts/text-mark.js";
import { lineOf, type Section } from "./markdown.js";
import type { MarkdownPage } from "./page-source.js";
import type { Reading } from "./reading.js";
import { columnsOf, readRows, tableOf } from "./table.js";

const columns = ["status code", "description", "response headers"].join();

/** Reads the table of statuses. The generators write `0` for the status that OpenAPI calls `default`. */
export function readStatuses(operation: string, part: Section, page: MarkdownPage, reading: Reading): void {
  const found = tableOf(part.content);
  if (found === undefined || columnsOf(found.table).join() !== columns) {
    const message = `the operation "${operation}" has no table with the columns Status code, Description, Response headers`;
    reading.problem(lineOf(found?.table ?? part.heading), message, "Get the whole page: it seems to be cut");
    return;
  }
  for (const { line, cells } of readRows(found, page, reading, { open: 1, isLast: isHeaders })) {
    const [status, description, headers] = cells.map(({ text }) => text);
    if (status === undefined || !isStatus(status) || headers === undefined) {
      const fix = "Write it as `**200** | description | - |`";
      reading.problem(line, "this row does not hold a status, a description and response headers", fix);
      continue;
    }
    const name = status === "0" ? "default" : status.toUpperCase();
    const of = ["operation", operation, "status", name];
    reading.state(of, line, description === undefined || description === "" ? null : textMark(description));
    readHeaders([...of, "header"], headers, line, reading);
  }
}

function isStatus(text: string): boolean {
  return /^([1-5]\d\d|0|[1-5]XX)$/i.test(text);
}

function isHeaders(text: string): boolean {
  return text === "" || /^[-*]/.test(text);
}

/** ` * NAME - description <br>  * NAME - description <br>` in one cell, or `-` for none. */
function readHeaders(of: readonly string[], cell: string, line: number, reading: Reading): void {
  for (const entry of cell.split(/<br\s*\/?>/)) {
    const text = entry.trim();
    if (text === "" || text === "-") continue;
    const [, name, description = ""] = /^\*\s*(\S+) -\s*(.*)$/s.exec(text) ?? [];
    if (name === undefined) {
      reading.problem(line, `"${text}" is not a response header`, "Write it as `* NAME - description <br>`");
      continue;
    }
    reading.state([...of, name], line, description === "" ? null : textMark(description));
  }
}
