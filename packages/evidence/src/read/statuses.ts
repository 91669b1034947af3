import type { Table, TableCell } from "mdast";
import { lineOf, type Section, textOf } from "./markdown.js";
import { type Reading, textMark } from "./reading.js";
import { columnsOf } from "./table.js";

const columns = ["status code", "description", "response headers"].join();

/** Reads the table of statuses. The generators write `0` for the status that OpenAPI calls `default`. */
export function readStatuses(operation: string, part: Section, reading: Reading): void {
  const table = part.content.find((node): node is Table => node.type === "table");
  if (table === undefined || columnsOf(table).join() !== columns) {
    const message = `the operation "${operation}" has no table with the columns Status code, Description, Response headers`;
    reading.problem(lineOf(table ?? part.heading), message, "Get the whole page: it seems to be cut");
    return;
  }
  for (const row of table.children.slice(1)) {
    const [status, description, headers] = row.children;
    const code = textOf(status?.children ?? []).trim();
    if (!/^(\d{3}|0|\dXX)$/i.test(code) || description === undefined || headers === undefined) {
      const fix = "Write it as `**200** | description | - |`";
      reading.problem(lineOf(row), "this row does not hold a status, a description and response headers", fix);
      continue;
    }
    const name = code === "0" ? "default" : code.toUpperCase();
    const text = textOf(description).trim();
    reading.state(["operation", operation, "status", name], lineOf(row), text === "" ? null : textMark(text));
    readHeaders(["operation", operation, "status", name, "header"], headers, reading);
  }
}

/** ` * NAME - description <br>  * NAME - description <br>` in one cell, or `-` for none. */
function readHeaders(of: readonly string[], cell: TableCell, reading: Reading): void {
  for (const entry of textOf(cell).split(/<br\s*\/?>/)) {
    const text = entry.trim();
    if (text === "" || text === "-") continue;
    const [, name, description = ""] = /^\*\s*(\S+) -\s*(.*)$/s.exec(text) ?? [];
    if (name === undefined) {
      reading.problem(lineOf(cell), `"${text}" is not a response header`, "Write it as `* NAME - description <br>`");
      continue;
    }
    reading.state([...of, name], lineOf(cell), description === "" ? null : textMark(description));
  }
}
