import type { Table } from "mdast";
import type { FactValue } from "../facts/fact.js";
import { readLiteral } from "./literal.js";
import { lineOf, type Section, textOf } from "./markdown.js";
import type { Reading } from "./reading.js";
import { columnsOf } from "./table.js";

/**
 * Reads the variants of a Rust enumeration: a table `Name | Value` of values, or a table `Name | Description` of the types that the model
 * may be. A table without rows is that of a model which is told from others by one of its properties: the page does not show which.
 */
export function readVariants(model: string, part: Section, reading: Reading): "enum" | "alias" | "opaque" {
  const table = part.content.find((node): node is Table => node.type === "table");
  const columns = table === undefined ? "" : columnsOf(table).join();
  if (table === undefined || !["name,value", "name,description"].includes(columns)) {
    const message = `the model "${model}" has no table with the columns Name and Value, or Name and Description`;
    reading.problem(lineOf(table ?? part.heading), message, "Get the whole page");
    return "opaque";
  }
  const rows = table.children.slice(1).map((row) => ({
    line: lineOf(row),
    cells: row.children.map((cell) => textOf(cell).trim()),
  }));
  if (rows.length === 0) return "opaque";
  const line = lineOf(part.heading);
  if (columns === "name,description") {
    const types = rows.flatMap((row) => reading.type(row.cells[0] ?? "", row.line) ?? []);
    reading.state(["model", model, "type"], line, types.join(" | "));
    return "alias";
  }
  const values = rows.flatMap((row) => bareValue(row.cells[1] ?? "", row.line, reading));
  reading.state(["model", model, "enum"], line, values);
  return "enum";
}

/** A value without quotes is a text, unless it might be a number just as well. */
export function bareValue(text: string, line: number, reading: Reading): readonly FactValue[] {
  if (text !== "" && typeof readLiteral(text) !== "number") return [text];
  const message =
    text === ""
      ? "this row names no value of the enumeration"
      : `the page does not show whether the value ${text} of the enumeration is a text or a number`;
  reading.problem(line, message, "State the values in facts by hand");
  return [];
}
