import type { FactValue } from "../facts/fact.js";
import { readLiteral } from "./literal.js";
import { lineOf, type Section } from "./markdown.js";
import type { MarkdownPage } from "./page-source.js";
import type { Reading } from "./reading.js";
import { columnsOf, plainTable } from "./table.js";

/**
 * Reads the variants of a Rust enumeration: a table `Name | Value` of values, or a table `Name | Description` of the types that the model
 * may be. A table without rows is that of a model which is told from others by one of its properties: the page does not show which.
 */
export function readVariants(
  model: string,
  part: Section,
  page: MarkdownPage,
  reading: Reading,
): "enum" | "alias" | "opaque" {
  const { table, rows } = plainTable(part.content, page, reading) ?? {};
  const columns = table === undefined ? "" : columnsOf(table).join();
  if (table === undefined || rows === undefined || !["name,value", "name,description"].includes(columns)) {
    const message = `the model "${model}" has no table with the columns Name and Value, or Name and Description`;
    reading.problem(lineOf(table ?? part.heading), message, "Get the whole page");
    return "opaque";
  }
  if (rows.length === 0) return "opaque";
  const line = lineOf(part.heading);
  if (columns === "name,description") {
    const types = rows.flatMap((row) => reading.type(row.cells[0]?.text ?? "", row.line) ?? []);
    reading.state(["model", model, "type"], line, types.join(" | "));
    return "alias";
  }
  const values = rows.flatMap((row) => bareValue(row.cells[1]?.text ?? "", row.line, reading));
  reading.state(["model", model, "enum"], line, values);
  return "enum";
}

/** A value without quotes is a text, unless it might be a number just as well. */
export function bareValue(text: string, line: number, reading: Reading): readonly FactValue[] {
  if (!/^-*$/.test(text) && typeof readLiteral(text) !== "number") return [text];
  const message = /^-*$/.test(text)
    ? "this row names no value of the enumeration"
    : `the page does not show whether the value ${text} of the enumeration is a text or a number`;
  reading.problem(line, message, "State the values in facts by hand");
  return [];
}
